import { candidatesOf } from './candidates';
import { centrality } from './centrality';
import { decisionsIn } from './decisions';
import { priors } from './prior';
import { questionsIn } from './questions';
import { segment, type Segment } from './segment';
import { select, type Scored } from './select';
import { phraseCounts, titleOf } from './title';
import { todosIn } from './todos';
import type { Recap, RecapInput, RecapMessage, Topic } from './types';

/** A topic needs room for a sentence: so many characters of the budget each. */
const CHARACTERS_PER_TOPIC = 45;
const CENTRALITY_POWER = 0.25;

function scored(messages: readonly RecapMessage[]): Scored[] {
  const candidates = candidatesOf(messages);
  const ranks = centrality(candidates);
  const values = priors(candidates, messages);
  return candidates.map((candidate, i) => ({ ...candidate, worth: (values[i] as number) * Math.pow(ranks[i] as number, CENTRALITY_POWER) }));
}

/** Each segment joined with those after it that have nothing to quote, so that every message belongs to a topic. */
function withQuotes(segments: readonly Segment[], quotes: readonly Scored[]): { segment: Segment; quotes: Scored[] }[] {
  const kept: { segment: Segment; quotes: Scored[] }[] = [];
  for (const { start, end } of segments) {
    const own = quotes.filter(({ message }) => message >= start && message < end);
    const before = kept.at(-1);
    if (own.length === 0 && before !== undefined) before.segment = { start: before.segment.start, end };
    else if (own.length > 0) kept.push({ segment: { start: kept.length === 0 ? 0 : start, end }, quotes: own });
  }
  return kept;
}

function topicsOf(messages: readonly RecapMessage[], budget: number): Topic[] {
  const segments = segment(messages, Math.max(1, Math.floor(budget / CHARACTERS_PER_TOPIC)));
  const candidates = scored(messages);
  const groups = segments.map(({ start, end }) => candidates.filter(({ message }) => message >= start && message < end));
  const kept = withQuotes(segments, select(groups, budget));
  const everywhere = phraseCounts(messages.map((message) => message.text));
  return kept.map(({ segment: { start, end }, quotes }) => ({
    title: titleOf(
      messages.slice(start, end).map((message) => message.text),
      everywhere,
      messages.length,
      (quotes[0] as Scored).text,
    ),
    from: (messages[start] as RecapMessage).id,
    to: (messages[end - 1] as RecapMessage).id,
    sentences: quotes.map(({ text, message }) => ({ text, cites: [(messages[message] as RecapMessage).id] })),
  }));
}

/**
 * An extractive recap: topics in order of the talk, each with sentences quoted from its messages (together at most
 * `budget` characters), then what was decided, what somebody has to do and what nobody answered. Every text is a
 * stretch of a cited message. Messages must be in order; cost grows about linearly with their length.
 */
export function recap({ messages, budget }: RecapInput): Recap {
  return {
    topics: topicsOf(messages, budget),
    decisions: decisionsIn(messages),
    todos: todosIn(messages),
    questions: questionsIn(messages),
  };
}
