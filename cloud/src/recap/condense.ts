import type { Account, AccountTopic } from '../agents';
import type { Cited, Recap, SegmentRecap } from '../engine/recap';

/** What a screen holds: of more, the topics with most to say and the latest of the rest. */
const MOST = { topics: 10, sentences: 4, decisions: 8, todos: 8, questions: 6 };
const TITLE = 16;

interface Counted extends Recap {
  /** Messages of each topic. */
  counts: number[];
}

const part = ({ text, cites }: Cited): { text: string; cites: number[] } => ({ text, cites: cites.map(Number) });

const clipped = (text: string): string => ([...text].length <= TITLE ? text : [...text].slice(0, TITLE - 1).join('') + '…');

/** Each topic without the sentences told again as decided, to do or open. */
function topicsOf({ topics, counts, decisions, todos, questions }: Counted): AccountTopic[] {
  const elsewhere = new Set([...decisions, ...todos, ...questions].map(({ text }) => text));
  return topics.flatMap(({ title, from, to, sentences }, i) => {
    const own = sentences.filter(({ text }) => !elsewhere.has(text)).map(part);
    return own[0] === undefined ? [] : [{ title: title || clipped(own[0].text), from: Number(from), to: Number(to), count: counts[i] ?? 0, sentences: own.slice(0, MOST.sentences) }];
  });
}

/** The topics with most to say, in order of the talk. */
function largest(topics: readonly AccountTopic[]): AccountTopic[] {
  const weight = ({ sentences, count }: AccountTopic): number => sentences.length * 1000 + count;
  const kept = new Set([...topics].sort((a, b) => weight(b) - weight(a)).slice(0, MOST.topics));
  return topics.filter((topic) => kept.has(topic));
}

/** An account that fits a screen. */
export function condense(recap: Counted): Account {
  return {
    topics: largest(topicsOf(recap)),
    decisions: recap.decisions.slice(-MOST.decisions).map(part),
    todos: recap.todos.slice(-MOST.todos).map(({ owner, due, ...said }) => ({ ...part(said), ...(owner ? { owner } : {}), ...(due ? { due } : {}) })),
    questions: recap.questions.slice(-MOST.questions).map(part),
  };
}

/** How many messages each topic of a merged recap has. */
export function countsOf(recap: Recap, segments: readonly SegmentRecap[]): number[] {
  const digests = new Map(segments.flatMap(({ topics }) => topics).map(({ from, messages }) => [from, messages]));
  return recap.topics.map(({ from }) => digests.get(from) ?? 0);
}
