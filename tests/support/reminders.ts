import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { dayText, wallDay } from '@shared/domain/civil';
import { wallClock } from '@shared/domain/zone';
import { SHANGHAI, start } from './challenge';
import { startNode, type CloudNode } from './node';
import { eventually } from './person';
import { startWechatStub } from './wechat';

export interface ReminderRun {
  people: number;
  challenges: number;
  workers: number;
  /** Settings of the nodes: their stores and keys. */
  env: Record<string, string>;
}

export interface ReminderResult {
  /** How late each was said, ms, in order. */
  lateMs: number[];
  /** Told twice: by WeChat, or by two notices. */
  duplicates: number;
  /** Told by nobody, or noted as sent though WeChat got nothing. */
  missed: number;
  throughWechat: number;
  /** Had a credit, yet found it in the app: a worker died over it. */
  takenOver: number;
}

interface Raw {
  _id: string;
}
interface Notice extends Raw {
  userId: string;
  dueAt: Date;
  sentAt?: Date;
  state: string;
  by: string;
}

const TEMPLATE = 'remind-1';
const MINUTE = 60_000;
/** Workers stand before it is due. */
const LEAD = 20_000;
const IN_TIME = 180_000;

const openidOf = (i: number): string => `o-${i}`;
const hasCredit = (i: number): boolean => i % 2 === 0;
const clockOf = (at: number): string => new Date(at).toLocaleTimeString('sv-SE', { timeZone: SHANGHAI, hour: '2-digit', minute: '2-digit' });

/** The challenges of one owner, by the front node. */
async function makeChallenges(front: CloudNode, count: number): Promise<{ id: string; paiId: string }[]> {
  const owner = await front.person('派主');
  const day = dayText(wallDay(wallClock(Date.now(), SHANGHAI)));
  const made: { id: string; paiId: string }[] = [];
  for (let i = 0; i < count; i++) made.push(await start(owner, (await owner.createPai(`派${i}`)).id, { start: day, title: `早起${i}` }));
  return made;
}

/** Puts people with a reminder for one minute straight into the store; every other one has one message left. */
async function plant(db: mongoose.mongo.Db, { people, challenges: many }: ReminderRun, challenges: readonly { id: string; paiId: string }[], dueAt: Date): Promise<void> {
  const at = new Date();
  const ids = Array.from({ length: people }, (_, i) => i);
  const placeOf = (i: number) => challenges[i % many] as { id: string; paiId: string };
  await db.collection<Raw>('users').insertMany(ids.map((i) => ({ _id: `u${i}`, nickname: `人${i}`, showOnInvites: false, locale: 'zh', createdAt: at, wechat: { openid: openidOf(i), sessionKey: '', seenAt: at } })) as never[]);
  for (const [k, { id }] of challenges.entries()) {
    const members = ids.filter((i) => i % many === k).map((i) => ({ userId: `u${i}`, zone: SHANGHAI, joinedAt: at }));
    await db.collection<Raw>('challenges').updateOne({ _id: id }, { $push: { members: { $each: members } } as never, $inc: { rev: 1 } });
  }
  await db.collection<Raw>('reminderCredits').insertMany(ids.filter(hasCredit).map((i) => ({ _id: `u${i}:first`, userId: `u${i}`, change: 1, why: 'accepted', at })) as never[]);
  const itemOf = (i: number) => ({ challengeId: placeOf(i).id, paiId: placeOf(i).paiId, at: clockOf(dueAt.getTime()), calendar: false, after: at, dueAt });
  await db.collection<Raw>('reminders').insertMany(ids.map((i) => ({ _id: `u${i}`, items: [itemOf(i)], dueAt, wakeAt: dueAt, rev: 1 })) as never[]);
}

function judge(notices: readonly Notice[], sends: readonly string[], people: number): ReminderResult {
  const [byUser, byOpenid] = [new Map<string, Notice[]>(), new Map<string, number>()];
  for (const notice of notices) byUser.set(notice.userId, [...(byUser.get(notice.userId) ?? []), notice]);
  for (const openid of sends) byOpenid.set(openid, (byOpenid.get(openid) ?? 0) + 1);
  const result: ReminderResult = { lateMs: [], duplicates: 0, missed: 0, throughWechat: sends.length, takenOver: 0 };
  for (let i = 0; i < people; i++) {
    const [mine = [], sent = byOpenid.get(openidOf(i)) ?? 0] = [byUser.get(`u${i}`)];
    const last = mine.at(-1);
    if (mine.length > 1 || sent > 1) result.duplicates++;
    if (!last?.sentAt || (last.by === 'wechat' && sent === 0)) result.missed++;
    else result.lateMs.push(last.sentAt.getTime() - last.dueAt.getTime());
    if (hasCredit(i) && last?.by === 'app') result.takenOver++;
  }
  result.lateMs.sort((a, b) => a - b);
  return result;
}

/** Many reminders due at one minute, said by several workers, one of which is killed (SIGKILL) when a tenth has been said. */
export async function runReminders(given: ReminderRun): Promise<ReminderResult> {
  const stub = await startWechatStub({ port: 0 });
  const env = { ...given.env, WECHAT_APP_ID: stub.appId, WECHAT_APP_SECRET: stub.secret, WECHAT_BASE_URL: stub.url, WECHAT_REMINDER_TEMPLATE: `${TEMPLATE},thing1,time2,thing3` };
  const client = await new mongoose.mongo.MongoClient(given.env.MONGODB_URI ?? '').connect();
  const nodes: CloudNode[] = [];
  try {
    nodes.push(await startNode({ env: { ...env, ROLES: 'web' } }));
    const challenges = await makeChallenges(nodes[0] as CloudNode, given.challenges);
    for (let i = 0; i < given.workers; i++) nodes.push(await startNode({ env: { ...env, ROLES: 'worker' } }));
    for (let i = 0; i < given.people; i++) if (hasCredit(i)) stub.control.grant(openidOf(i), TEMPLATE);
    const dueAt = new Date(Math.ceil((Date.now() + LEAD) / MINUTE) * MINUTE);
    await plant(client.db(), given, challenges, dueAt);
    const notices = client.db().collection<Notice>('reminderNotices');
    await pause(dueAt.getTime() - Date.now());
    await eventually('a tenth is said', async () => (await notices.countDocuments({ state: 'sent' })) > given.people / 10, IN_TIME);
    await nodes.at(-1)?.kill();
    const reminders = client.db().collection('reminders');
    await eventually('nothing is left to be said', async () => (await reminders.countDocuments({ wakeAt: { $lte: new Date(dueAt.getTime() + 20 * MINUTE) } })) === 0, IN_TIME);
    const sends = stub.control.sent().map(({ body }) => (body as { touser: string }).touser);
    return judge(await notices.find().toArray(), sends, given.people);
  } finally {
    await Promise.all(nodes.map((node) => node.stop()));
    await client.close();
    await stub.stop();
  }
}

export const quantile = (sorted: readonly number[], q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;
