import { recapSegment, recapSegments, type SegmentRecap } from '../engine/recap';
import { changedSince, type MessageDoc } from '../message';
import type { SegmentDoc } from './model';
import { insertSegment, listSegments, replaceSegment, segmentKey } from './store';
import { pagesOf, readTalk, talkIn, type Talk, type TalkReader } from './talk';

/** Messages after a segment that are looked at for answers and agreement, and where to stop looking for them. */
const AHEAD = 8;
const AHEAD_SEQS = 24;

/** One told stretch and how far the log is told with it. */
export interface Step {
  account: SegmentRecap | null;
  upTo: number;
}

type Bounds = Pick<SegmentDoc, 'fromSeq' | 'toSeq' | 'aheadTo'>;

/** Keeps what was told of a stretch, unless one of its messages was touched while it was being told. */
async function keep(reader: TalkReader, bounds: Bounds, account: SegmentRecap | null, { authors, omitted, changedAt }: Talk, save: (segment: SegmentDoc) => Promise<void>): Promise<void> {
  const paiId = reader.pai._id;
  const segment = { _id: segmentKey(paiId, bounds.fromSeq), paiId, ...bounds, account, authors, omitted };
  await save(segment);
  if (await changedSince(paiId, bounds.fromSeq, bounds.aheadTo, changedAt)) await replaceSegment({ ...segment, account: null });
}

/** Tells a stretch of fixed bounds, with a look at what follows, and keeps it. */
async function tellStretch(reader: TalkReader, fromSeq: number, toSeq: number, save: (segment: SegmentDoc) => Promise<void>): Promise<SegmentRecap | null> {
  const all = await readTalk(reader, fromSeq, toSeq + AHEAD_SEQS);
  const own = all.lines.filter(({ id }) => Number(id) <= toSeq);
  const account = own.length > 0 ? recapSegment(own, all.lines.slice(own.length)) : null;
  await keep(reader, { fromSeq, toSeq, aheadTo: toSeq + AHEAD_SEQS }, account, all, save);
  return account;
}

/** A kept segment, told again where the kept account does not fit who may be read now. */
function toldBy(reader: TalkReader, segment: SegmentDoc): Promise<SegmentRecap | null> | SegmentRecap {
  const fits = !segment.authors.some((id) => reader.hidden.has(id)) && segment.omitted.every((id) => reader.hidden.has(id));
  return segment.account && fits ? segment.account : tellStretch(reader, segment.fromSeq, segment.toSeq, replaceSegment);
}

/** Tells from…to where nothing is kept yet, keeping each closed segment. The rest is kept too when a segment follows it. */
async function* tellNew(reader: TalkReader, from: number, to: number, followed: boolean): AsyncGenerator<Step> {
  let start = from;
  let docs: MessageDoc[] = [];
  for await (const page of pagesOf(reader, from, to)) {
    docs.push(...page);
    const { lines } = talkIn(docs, reader);
    let told = 0;
    for (const account of recapSegments(lines).closed) {
      told += account.messages;
      const toSeq = Number(account.to);
      const aheadTo = Number(lines[told + AHEAD - 1]?.id ?? toSeq);
      await keep(reader, { fromSeq: start, toSeq, aheadTo }, account, talkIn(docs.filter(({ seq }) => seq >= start && seq <= aheadTo), reader), insertSegment);
      start = toSeq + 1;
      yield { account, upTo: toSeq };
    }
    docs = docs.filter(({ seq }) => seq >= start);
  }
  const { lines } = talkIn(docs, reader);
  if (lines.length === 0) return;
  yield { account: followed ? await tellStretch(reader, start, to, insertSegment) : recapSegment(lines), upTo: to };
}

async function tellPart(reader: TalkReader, from: number, to: number): Promise<SegmentRecap | null> {
  const { lines } = await readTalk(reader, from, to);
  return lines.length > 0 ? recapSegment(lines) : null;
}

/**
 * Tells a stretch of a log in order. What was told before is taken from what is kept, so that it costs what is new; a
 * segment that reaches beyond what the reader may read or asked for is told anew, for them alone.
 */
export async function* tell(reader: TalkReader, from: number, to: number): AsyncGenerator<Step> {
  let start = from;
  for (const segment of await listSegments(reader.pai._id, from, to)) {
    if (segment.toSeq < start) continue;
    if (segment.fromSeq > start) yield* tellNew(reader, start, segment.fromSeq - 1, true);
    const isWhole = segment.fromSeq >= start && segment.toSeq <= to;
    const account = isWhole ? await toldBy(reader, segment) : await tellPart(reader, Math.max(start, segment.fromSeq), Math.min(to, segment.toSeq));
    start = segment.toSeq + 1;
    yield { account, upTo: Math.min(to, segment.toSeq) };
  }
  if (start <= to) yield* tellNew(reader, start, to, false);
}
