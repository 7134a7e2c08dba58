import { listUsers } from '../../account';
import type { ChallengeHere } from '../../agents';
import { listRunningNow, type RunningChallenge } from '../../checkin';
import { nowMs } from '../../infra/clock';
import { listUnreadable, type PaiDoc } from '../../pai';

function hereOf({ id, isWeekly, rules, boards, today, parts }: RunningChallenge, nameOf: (userId: string) => string[]): ChallengeHere {
  const { title, isStrict, done, open, missed, closesAt } = today;
  const counted = (ids: readonly string[]): ChallengeHere['open'] => ({ count: ids.length, names: isStrict ? ids.flatMap(nameOf) : [] });
  const ranked = (rows: RunningChallenge['boards']['total']): ChallengeHere['boards']['total'] => rows.map(({ userId, value }) => ({ name: nameOf(userId)[0], value }));
  return { id, title, isWeekly, isStrict, rules, boards: { total: ranked(boards.total), streak: ranked(boards.streak) }, done: done.length, open: counted(open), missed: counted(missed), ...(closesAt === undefined ? {} : { closesAt }), own: parts };
}

/** The challenges of a pai as a turn may speak of them: who leads; of the others how many, and who only where the group chose so. Who does not let the AI read them is not named. */
export async function challengesHere(pai: PaiDoc, askerIds: readonly string[]): Promise<ChallengeHere[]> {
  const running = await listRunningNow(pai._id, [...new Set(askerIds)], nowMs());
  if (running.length === 0) return [];
  const left = running.filter(({ today }) => today.isStrict).flatMap(({ today: { open, missed } }) => [...open, ...missed]);
  const leading = running.flatMap(({ boards }) => [...boards.total, ...boards.streak].map(({ userId }) => userId));
  const [users, unreadable] = await Promise.all([listUsers([...new Set([...left, ...leading])]), listUnreadable(pai._id)]);
  const names = new Map(users.map(({ _id, nickname }) => [_id, nickname]));
  return running.map((challenge) => hereOf(challenge, (userId) => (unreadable.includes(userId) ? [] : [names.get(userId) ?? []].flat())));
}
