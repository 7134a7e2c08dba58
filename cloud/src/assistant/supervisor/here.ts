import { listUsers } from '../../account';
import type { ChallengeHere } from '../../agents';
import { listRunningNow, type RunningChallenge } from '../../checkin';
import { nowMs } from '../../infra/clock';
import { listUnreadable, type PaiDoc } from '../../pai';

function hereOf({ id, isWeekly, today, parts }: RunningChallenge, nameOf: (userId: string) => string[]): ChallengeHere {
  const { title, isStrict, done, open, missed, closesAt } = today;
  const counted = (ids: readonly string[]): ChallengeHere['open'] => ({ count: ids.length, names: isStrict ? ids.flatMap(nameOf) : [] });
  return { id, title, isWeekly, isStrict, done: done.length, open: counted(open), missed: counted(missed), ...(closesAt === undefined ? {} : { closesAt }), own: parts };
}

/** The challenges of a pai as a turn may speak of them: of others how many, and who only where the group chose so and they let the AI read them. */
export async function challengesHere(pai: PaiDoc, askerIds: readonly string[]): Promise<ChallengeHere[]> {
  const running = await listRunningNow(pai._id, [...new Set(askerIds)], nowMs());
  if (running.length === 0) return [];
  const left = running.filter(({ today }) => today.isStrict).flatMap(({ today: { open, missed } }) => [...open, ...missed]);
  const [users, unreadable] = await Promise.all([listUsers([...new Set(left)]), listUnreadable(pai._id)]);
  const names = new Map(users.map(({ _id, nickname }) => [_id, nickname]));
  return running.map((challenge) => hereOf(challenge, (userId) => (unreadable.includes(userId) ? [] : [names.get(userId) ?? []].flat())));
}
