import { termsOf } from '../text/terms';
import { sizeOf } from './candidates';
import type { SegmentRecap, TopicDigest } from './segmentRecap';
import { select, type Scored } from './select';
import { titleOf } from './title';
import type { Recap, Topic } from './types';

type Phrases = Map<string, number>;

function phrasesOf(topics: readonly TopicDigest[]): Phrases {
  const counts: Phrases = new Map();
  for (const [phrase, count] of topics.flatMap(({ phrases }) => phrases)) counts.set(phrase, (counts.get(phrase) ?? 0) + count);
  return counts;
}

interface Quote extends Scored {
  cites: string[];
}

const quotesOf = (topics: readonly TopicDigest[]): Quote[][] =>
  topics.map(({ sentences }, message) => sentences.map(({ text, worth, cites }) => ({ text, worth, cites, message, terms: termsOf(text), size: sizeOf(text) })));

function mergedTopics(segments: readonly SegmentRecap[], budget: number): Topic[] {
  const topics = segments.flatMap((segment) => segment.topics);
  const quotes = select(quotesOf(topics), budget, 1);
  const everywhere = phrasesOf(topics);
  const total = segments.reduce((sum, { messages }) => sum + messages, 0);
  return topics.flatMap(({ from, to, phrases }, i) => {
    const sentences = quotes.filter(({ message }) => message === i).map(({ text, cites }) => ({ text, cites }));
    return sentences[0] === undefined ? [] : [{ title: titleOf(new Map(phrases), everywhere, total, sentences[0].text), from, to, sentences }];
  });
}

/**
 * One recap from condensed segments in order of the log: `budget` characters for the sentences of its topics, all
 * decisions and to-dos, and the questions that no later segment answers.
 */
export function mergeRecaps(segments: readonly SegmentRecap[], budget: number): Recap {
  const quoted = new Set(segments.flatMap(({ quotes }) => quotes));
  return {
    topics: mergedTopics(segments, budget),
    decisions: segments.flatMap(({ decisions }) => decisions),
    todos: segments.flatMap(({ todos }) => todos),
    questions: segments.flatMap(({ questions }) => questions).filter(({ cites }) => !quoted.has(cites[0] as string)),
  };
}
