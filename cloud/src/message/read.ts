import { SECOND } from '../infra/clock';
import { log } from '../infra/logger';
import { accessPai, findPlace, raiseReadSeq } from '../pai';
import { publishUser } from '../realtime';
import { countUnread, readHeads } from './store';

const FLUSH = 2 * SECOND;

const waiting = new Map<string, { paiId: string; userId: string; seq: number }>();
let timer: NodeJS.Timeout | undefined;

/** Notes how far somebody has read. Written at most once per 2 s and place; it only goes up. */
export function noteRead(userId: string, paiId: string, seq: number): void {
  const key = `${paiId}/${userId}`;
  const known = waiting.get(key);
  if (!known || known.seq < seq) waiting.set(key, { paiId, userId, seq });
  timer ??= setTimeout(() => void flushReads(), FLUSH);
}

/** Writes what is noted; called on shutdown too. */
export async function flushReads(): Promise<void> {
  clearTimeout(timer);
  timer = undefined;
  const cursors = [...waiting.values()];
  waiting.clear();
  if (cursors.length === 0) return;
  try {
    // A cursor past the head would hide what is said next.
    const heads = await readHeads([...new Set(cursors.map(({ paiId }) => paiId))]);
    const real = cursors.map((cursor) => ({ ...cursor, seq: Math.min(cursor.seq, heads.get(cursor.paiId) ?? 0) }));
    await raiseReadSeq(real);
    for (const { paiId, userId, seq } of real) publishUser(userId, { type: 'read.changed', paiId, readSeq: seq });
  } catch (error) {
    for (const { userId, paiId, seq } of cursors) noteRead(userId, paiId, seq);
    log().warn({ reason: (error as Error).message }, 'read cursors wait for the store');
  }
}

/** Marks as read now. */
export async function markRead(userId: string, paiId: string, seq: number): Promise<{ readSeq: number; unread: number }> {
  const { me } = await accessPai(userId, paiId);
  const head = (await readHeads([paiId])).get(paiId) ?? 0;
  const upTo = Math.min(seq, head);
  await raiseReadSeq([{ paiId, userId, seq: upTo }]);
  const place = await findPlace(paiId, userId);
  const readSeq = Math.max(place.readSeq, me.fromSeq - 1);
  publishUser(userId, { type: 'read.changed', paiId, readSeq });
  return { readSeq, unread: await countUnread(paiId, userId, readSeq, place.hideAi) };
}
