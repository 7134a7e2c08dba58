import { LIMITS } from '@shared/domain/limits';
import type { Cursor } from '@shared/wire/event';
import { MINUTE, dateAt, now } from '../infra/clock';
import { lineFor, type Line } from './batch';
import type { RealtimePorts } from './ports';
import type { Room } from './room';

/** Changes are asked for from a little before the last sync: clocks of nodes and store need not agree to the second. */
const OVERLAP = MINUTE;
/** Messages of the page a reader starts from when it holds nothing or missed too much. */
const FIRST_PAGE = 50;

async function missed(room: Room, ports: RealtimePorts, after: number): Promise<Line[]> {
  const kept = room.tailAfter(after);
  if (kept) return kept;
  return ports.linesAfter(room.paiId, after, LIMITS.resumeMessages + 1);
}

async function changes(room: Room, ports: RealtimePorts, cursor: Cursor, from: number): Promise<Line[]> {
  if (cursor.since === undefined) return [];
  const since = dateAt(Date.parse(cursor.since) - OVERLAP);
  const all = await ports.changedSince([room.paiId], since);
  return all.map(({ line }) => line).filter((line) => line.seq >= from && line.seq <= cursor.seq);
}

/**
 * One pai's `sync` frame for a reader who may read from `from` and holds `cursor` [R2], as JSON text. At most 200
 * missed: all of them. More, an old epoch, or a cursor past the head (a restored store): a reset and the newest page.
 */
export async function syncText(room: Room, ports: RealtimePorts, cursor: Cursor, from: number, userId: string): Promise<string> {
  const at = now().toISOString();
  const after = Math.max(cursor.seq, from - 1);
  const epoch = ports.epoch();
  const holdsNothing = cursor.seq < from - 1 || cursor.seq === 0;
  let reset = cursor.epoch !== epoch || cursor.seq > room.head || room.head - after > LIMITS.resumeMessages || holdsNothing;
  let lines = reset ? [] : await missed(room, ports, after);
  if (lines.length > LIMITS.resumeMessages) reset = true;
  if (reset) lines = await ports.newestLines(room.paiId, from, FIRST_PAGE);
  const changed = reset ? [] : await changes(room, ports, cursor, from);
  const last = lines[lines.length - 1];
  const head = Math.max(last?.seq ?? 0, reset ? room.head : after);
  const join = (some: readonly Line[]): string => some.map((line) => lineFor(line, userId).json).join(',');
  return `{"type":"sync","paiId":"${room.paiId}","epoch":"${epoch}","messages":[${join(lines)}],"changed":[${join(changed)}],"head":${head},"from":${from},"reset":${reset},"at":"${at}"}`;
}
