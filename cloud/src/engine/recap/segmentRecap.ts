import { decisionsIn } from './decisions';
import { REACH } from './follow';
import { questionsIn } from './questions';
import { bestCut, segment } from './segment';
import { select } from './select';
import { namingPhrases, phraseCounts } from './title';
import { allClaims, todosIn } from './todos';
import { quotable, topicsWithin } from './topics';
import type { Cited, RecapMessage, Todo } from './types';

/** A topic as it is kept: enough to tell it again, alone or among others. */
export interface TopicDigest {
  from: string;
  to: string;
  messages: number;
  /** What could name it, with how many of its messages have each phrase. */
  phrases: [string, number][];
  sentences: (Cited & { worth: number })[];
}

/** What is kept of a stretch of the log. Plain JSON, made to be stored. */
export interface SegmentRecap {
  /** Ids of its first and last message. */
  from: string;
  to: string;
  messages: number;
  topics: TopicDigest[];
  decisions: Cited[];
  todos: Todo[];
  questions: Cited[];
  /** Earlier messages outside it that its messages quote: questions among them are answered. */
  quotes: string[];
}

/** A closed segment has 15 to 120 messages. */
const LEAST = 15;
const MOST = 120;
/** Characters kept of a segment, and phrases of a topic. */
const KEPT = 300;
const PHRASES = 12;

function topicDigests(messages: readonly RecapMessage[]): TopicDigest[] {
  const segments = segment(messages, topicsWithin(KEPT));
  const groups = quotable(messages, segments);
  const kept = new Set(select(groups, KEPT));
  const digests = segments.map(({ start, end }, i) => ({
    from: (messages[start] as RecapMessage).id,
    to: (messages[end - 1] as RecapMessage).id,
    messages: end - start,
    phrases: namingPhrases(phraseCounts(messages.slice(start, end).map(({ text }) => text)), PHRASES),
    sentences: (groups[i] ?? []).filter((quote) => kept.has(quote)).map(({ text, worth, message }) => ({ text, cites: [(messages[message] as RecapMessage).id], worth })),
  }));
  return digests.filter(({ sentences }) => sentences.length > 0);
}

/**
 * Condenses a stretch of the log (not empty). `ahead`: up to 8 messages that follow it, in which its proposals may be
 * agreed to and its questions answered. Call it on the same stretch again when one of its messages was edited or recalled.
 */
export function recapSegment(messages: readonly RecapMessage[], ahead: readonly RecapMessage[] = []): SegmentRecap {
  const inside = new Set(messages.map(({ id }) => id));
  const seen = [...messages, ...ahead.slice(0, REACH)];
  const claims = allClaims(seen);
  const own = <T extends Cited>(all: readonly T[]): T[] => all.filter(({ cites }) => inside.has(cites[0] as string));
  return {
    from: (messages[0] as RecapMessage).id,
    to: (messages.at(-1) as RecapMessage).id,
    messages: messages.length,
    topics: topicDigests(messages),
    decisions: own(decisionsIn(seen, claims)),
    todos: own(todosIn(seen, claims)),
    questions: own(questionsIn(seen)),
    quotes: [...new Set(messages.flatMap(({ replyTo }) => (replyTo && !inside.has(replyTo) ? [replyTo] : [])))],
  };
}

/**
 * Cuts a log into closed segments and an open rest. `messages` begins at the start of the log or at the end of any
 * closed segment. A segment is closed when 128 messages from its start on are there; where it ends depends on those
 * alone, so messages appended later change no closed segment: keep them and pass only the messages from `open` (an
 * index, less than 128 from the end) next time. Tell the rest with recapSegment.
 */
export function recapSegments(messages: readonly RecapMessage[]): { closed: SegmentRecap[]; open: number } {
  const closed: SegmentRecap[] = [];
  let open = 0;
  while (messages.length - open >= MOST + REACH) {
    const end = open + bestCut(messages.slice(open, open + MOST + REACH), LEAST, MOST);
    closed.push(recapSegment(messages.slice(open, end), messages.slice(end, end + REACH)));
    open = end;
  }
  return { closed, open };
}
