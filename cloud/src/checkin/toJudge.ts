import type { Standing } from '@shared/domain/checkin/types';
import { partakerOf } from './access';
import type { Book } from './book';
import { listAppealed } from './store';

/** How many days wait for a verdict: pending ones, and those somebody appealed for since they were judged. */
export async function countToJudge({ doc, verdicts }: Book, standings: ReadonlyMap<string, Standing>): Promise<number> {
  const pending = [...standings.values()].flatMap(({ id, days }) => days.filter(({ state }) => state === 'pending').map(({ day }) => `${id} ${day}`));
  const appealed = (await listAppealed(doc._id)).filter(({ userId, day, appeal }) => (appeal?.n ?? 0) >= (verdicts.get(`${userId} ${day}`) ?? 0)).map(({ userId, day }) => `${userId} ${day}`);
  return [...new Set([...pending, ...appealed])].filter((key) => partakerOf(doc, key.split(' ')[0] as string)).length;
}
