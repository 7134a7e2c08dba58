import { decisionsIn } from './decisions';
import { questionsIn } from './questions';
import { segment, type Segment } from './segment';
import { select, type Scored } from './select';
import { phraseCounts, titleOf } from './title';
import { allClaims, todosIn } from './todos';
import { quotable, topicsWithin } from './topics';
import type { Recap, RecapInput, RecapMessage, Topic } from './types';

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
  const segments = segment(messages, topicsWithin(budget));
  const kept = withQuotes(segments, select(quotable(messages, segments), budget));
  const texts = messages.map((message) => message.text);
  const everywhere = phraseCounts(texts);
  return kept.map(({ segment: { start, end }, quotes }) => ({
    title: titleOf(phraseCounts(texts.slice(start, end)), everywhere, messages.length, (quotes[0] as Scored).text),
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
  const claims = allClaims(messages);
  return {
    topics: topicsOf(messages, budget),
    decisions: decisionsIn(messages, claims),
    todos: todosIn(messages, claims),
    questions: questionsIn(messages),
  };
}
