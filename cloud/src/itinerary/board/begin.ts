import { log } from '../../infra/logger';
import { listBetween } from '../../message';
import { findPai, type PaiDoc } from '../../pai';
import { tellChanged } from '../news';
import type { AcceptedFrame } from '../accept';
import { listBoards, type BoardDoc } from '../store';
import { isSpeech, readTalk } from './read';
import { isNamed, namedApart, wordsOfTrip } from './whose';

/** What was said just before an itinerary is begun belongs to it. */
const TALK_BEFORE = 300;

/** Whether a board only gathers what a trip is now begun out of: one that nobody has planned, to the same city or none, on no other day. */
const isSameTalk = ({ decided, head, order, city, startOn }: BoardDoc, frame: AcceptedFrame): boolean =>
  !decided && !head && !order && (!city || !frame.city || city === frame.city) && (!startOn || !frame.startOn || startOn === frame.startOn);

/**
 * After which message the talk of a trip begins that is begun now. What another board has read, or will at once, is not read again, but from
 * where the talk turned to this trip: where it was first named since another was named last.
 */
export async function talkBefore(pai: PaiDoc, frame: AcceptedFrame, head: number, goesOn: boolean, zone: string): Promise<number> {
  const floor = Math.max(0, head - TALK_BEFORE);
  const others = (await listBoards(pai._id)).filter((board) => !goesOn || !isSameTalk(board, frame));
  const read = Math.max(floor, ...others.map(({ decided, readTo }) => (decided ? readTo : head)));
  const open = others.filter(({ decided }) => !decided);
  const words = await wordsOfTrip(pai, frame.title, frame.city ?? undefined);
  if (open.length === 0 || words.length === 0) return read;
  const since = Math.max(floor, ...others.map(({ decided, readTo, beganSeq }) => (decided ? readTo : beganSeq)));
  const talk = since < head ? (await listBetween(pai._id, since + 1, head)).filter(isSpeech) : [];
  const trips = await namedApart(pai, zone, open, frame.city);
  const turns = talk.flatMap(({ seq, text }) => {
    const isOther = trips.some((trip) => isNamed(trip, text));
    return isOther || isNamed({ words }, text) ? [{ seq, isOther }] : [];
  });
  const first = turns[turns.findLastIndex(({ isOther }) => isOther) + 1];
  return first ? Math.min(read, first.seq - 1) : read;
}

/** A trip has been begun whose talk other boards had taken for theirs: they are read anew. */
export async function giveUp(pai: PaiDoc, { _id, fromSeq }: Pick<BoardDoc, '_id' | 'fromSeq'>): Promise<void> {
  const others = (await listBoards(pai._id)).filter((board) => board._id !== _id && !board.decided && board.readTo > fromSeq);
  for (const { _id: other } of others) {
    const doc = await readTalk(other).catch((error: unknown) => void log().warn({ err: error, itinerary: other }, 'a board keeps wishes of another trip until it is read again'));
    const fresh = doc && (await findPai(pai._id));
    if (fresh) tellChanged(fresh, doc);
  }
}
