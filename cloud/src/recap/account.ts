import type { Account } from '../agents';
import { config } from '../config';
import { mergeRecaps, recap, type RecapMessage, type SegmentRecap } from '../engine/recap';
import { relevant } from '../engine/search';
import { countBy, listReadableAbout, listStanding, type MessageDoc, type Reader } from '../message';
import { condense, countsOf } from './condense';
import { tell } from './segments';
import { readTalk, talkIn, talkReader, type TalkReader } from './talk';

export interface Stretch {
  fromSeq: number;
  toSeq: number;
  /** Only what was said about this. */
  topic?: string | undefined;
}

/** What a stretch of the log says to one reader. */
export interface Told extends Required<Pick<Stretch, 'fromSeq' | 'toSeq'>> {
  account: Account;
  /** The messages it cites. */
  cited: MessageDoc[];
  /** How many messages were read, and how many were not because their authors do not let the AI read them. */
  messages: number;
  leftOut: number;
}

interface Watch {
  signal?: AbortSignal;
  /** Told how much of the stretch is read, 0 to 1. */
  onProgress?: (share: number) => void;
}

/** With fewer messages there is nothing to sum up. */
const LEAST = 5;
/** Up to here a stretch is told in one piece, which tells it best. */
const ONE_PIECE = 300;
const BUDGET = { small: 300, large: 800, largeFrom: 60, huge: 1200, hugeFrom: 1000 };
/** Messages beside one that is about a topic: they say whether it was agreed to or answered. */
const AROUND = 2;

const budgetFor = (messages: number): number => (messages >= BUDGET.hugeFrom ? BUDGET.huge : messages >= BUDGET.largeFrom ? BUDGET.large : BUDGET.small);
const NOTHING: Account = { topics: [], decisions: [], todos: [], questions: [] };

function accountOf(lines: readonly RecapMessage[]): Account {
  if (lines.length < LEAST) return NOTHING;
  const told = recap({ messages: lines, budget: budgetFor(lines.length) });
  const between = (from: string, to: string): number => lines.filter(({ id }) => Number(id) >= Number(from) && Number(id) <= Number(to)).length;
  return condense({ ...told, counts: told.topics.map(({ from, to }) => between(from, to)) });
}

type Part = Pick<Told, 'account' | 'messages'>;

async function tellLong(reader: TalkReader, { fromSeq, toSeq }: Stretch, { signal, onProgress }: Watch): Promise<Part> {
  const segments: SegmentRecap[] = [];
  for await (const { account, upTo } of tell(reader, fromSeq, toSeq)) {
    signal?.throwIfAborted();
    if (account) segments.push(account);
    onProgress?.((upTo - fromSeq + 1) / (toSeq - fromSeq + 1));
  }
  const messages = segments.reduce((sum, segment) => sum + segment.messages, 0);
  if (messages < LEAST) return { account: NOTHING, messages };
  const merged = mergeRecaps(segments, budgetFor(messages));
  return { account: condense({ ...merged, counts: countsOf(merged, segments) }), messages };
}

/** Only what rests on the messages in question. */
function only(account: Account, hits: ReadonlySet<number>): Account {
  const touches = ({ cites }: { cites: number[] }): boolean => cites.some((seq) => hits.has(seq));
  return {
    topics: account.topics.map((topic) => ({ ...topic, sentences: topic.sentences.filter(touches) })).filter(({ sentences }) => sentences.length > 0),
    decisions: account.decisions.filter(touches),
    todos: account.todos.filter(touches),
    questions: account.questions.filter(touches),
  };
}

async function tellAbout(reader: TalkReader, { fromSeq, toSeq }: Stretch, topic: string): Promise<Part> {
  const found = (await listReadableAbout(reader, topic, toSeq)).filter(({ seq }) => seq >= fromSeq);
  const about = relevant(talkIn(found, reader).lines, topic).map(({ id }) => Number(id));
  const near = new Set(about.flatMap((seq) => Array.from({ length: 2 * AROUND + 1 }, (_, i) => seq - AROUND + i)).filter((seq) => seq >= fromSeq && seq <= toSeq));
  const { lines } = talkIn(await listStanding(reader, [...near]), reader);
  const told = lines.length === 0 ? NOTHING : condense({ ...recap({ messages: lines, budget: budgetFor(lines.length) }), counts: [] });
  const hits = new Set(about);
  const count = ({ from, to }: { from: number; to: number }): number => about.filter((seq) => seq >= from && seq <= to).length;
  const account = only(told, hits);
  return { account: { ...account, topics: account.topics.map((each) => ({ ...each, count: count(each) })) }, messages: hits.size };
}

async function tellShort(reader: TalkReader, { fromSeq, toSeq }: Stretch): Promise<Part> {
  const { lines } = await readTalk(reader, fromSeq, toSeq);
  return { account: accountOf(lines), messages: lines.length };
}

const citesOf = ({ topics, decisions, todos, questions }: Account): number[] => [...new Set([...topics.flatMap(({ sentences }) => sentences), ...decisions, ...todos, ...questions].flatMap(({ cites }) => cites))];

/**
 * What a stretch of the log says, in quotations with the messages they rest on: only what the member may read, nothing
 * recalled, nothing by people who hid from the AI. At most RECAP_MAX_MESSAGES are read, the latest. Long stretches cost
 * what is new since somebody asked before. Rejects with the signal's reason when that ends it.
 */
export async function accountFor(who: Reader, stretch: Stretch, watch: Watch = {}): Promise<Told> {
  const reader = await talkReader(who);
  const { toSeq, topic } = stretch;
  const fromSeq = Math.max(stretch.fromSeq, who.me.fromSeq, toSeq - config().RECAP_MAX_MESSAGES + 1, 1);
  const bounds = { fromSeq, toSeq };
  const part = topic ? await tellAbout(reader, bounds, topic) : toSeq - fromSeq < ONE_PIECE ? await tellShort(reader, bounds) : await tellLong(reader, bounds, watch);
  watch.signal?.throwIfAborted();
  const [cited, leftOut] = await Promise.all([listStanding(who, citesOf(part.account)), countBy(who.pai._id, [...reader.hidden], fromSeq, toSeq)]);
  return { ...part, ...bounds, cited, leftOut };
}
