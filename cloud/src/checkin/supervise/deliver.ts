import { dayText } from '@shared/domain/civil';
import { listUsers } from '../../account';
import { config } from '../../config';
import { now, nowMs } from '../../infra/clock';
import { log } from '../../infra/logger';
import { TemplateValueError, wechat, WechatError } from '../../infra/wechat';
import { publishUser } from '../../realtime';
import type { CreditDoc, NoticeDoc, ReminderDoc } from './model';
import type { Plan } from './plan';
import { endNotices, insertCredits, insertNotices, listNotices, sumCredits } from './store';
import { valuesOf, wordsOf, type Due } from './words';

type Person = Awaited<ReturnType<typeof listUsers>>[number];

interface Letter {
  notice: NoticeDoc;
  dues: [Due, ...Due[]];
  person: Person;
  /** What the person had left before it. */
  credits: number;
}

type Outcome = Pick<NoticeDoc, 'by' | 'why'> & { credit: 'spent' | 'given-back' | 'gone' | 'none' };

const IN_APP = { by: 'app', credit: 'none' } as const;
/** WeChat gave no usable answer: it may have sent the message. */
const UNKNOWN = -1;

export const noticeId = ({ _id, dueAt }: ReminderDoc): string => `${_id}:${dueAt?.getTime() ?? 0}`;

function letterOf({ doc, dues }: Plan, person: Person | undefined, credits: number): Letter[] {
  const [head, ...rest] = dues;
  if (!head || !person) return [];
  const all: [Due, ...Due[]] = [head, ...rest];
  const about = all.map(({ challengeId, paiId, day }) => ({ challengeId, paiId, day: dayText(day) }));
  const notice: NoticeDoc = { _id: noticeId(doc), userId: doc._id, dueAt: doc.dueAt ?? now(), at: now(), about, text: wordsOf(all, nowMs(), person.locale), state: 'sending', by: person.wechat && credits > 0 ? 'wechat' : 'app' };
  return [{ notice, dues: all, person, credits }];
}

function pageOf([head, ...rest]: Letter['dues']): string {
  return rest.length > 0 ? 'pages/home/index' : `pages/challenge/index?pai=${head.paiId}&id=${head.challengeId}`;
}

function outcomeOf(error: unknown): Outcome {
  if (error instanceof WechatError && error.errcode === UNKNOWN) return { by: 'app', why: 'unknown', credit: 'spent' };
  if (error instanceof WechatError) return { by: 'app', why: String(error.errcode), credit: 'given-back' };
  if (error instanceof TemplateValueError) return { by: 'app', why: 'value', credit: 'given-back' };
  throw error;
}

async function send({ notice, dues, person }: Letter): Promise<Outcome> {
  const [client, template] = [wechat(), config().WECHAT_REMINDER_TEMPLATE];
  const openid = person.wechat?.openid;
  if (notice.by === 'app' || !client || !template || !openid) return IN_APP;
  const { what, when, note } = valuesOf(dues, nowMs(), person.locale);
  const values = { [template.what]: what, [template.when]: when, ...(template.note ? { [template.note]: note } : {}) };
  try {
    const answer = await client.sendSubscribeMessage({ openid, templateId: template.id, page: pageOf(dues), envVersion: config().WECHAT_ENV_VERSION, values });
    return answer === 'sent' ? { by: 'wechat', credit: 'spent' } : { by: 'app', why: answer, credit: 'gone' };
  } catch (error) {
    log().warn({ err: error }, 'a reminder did not go through WeChat');
    return outcomeOf(error);
  }
}

const line = ({ _id, userId }: NoticeDoc, change: number, why: CreditDoc['why']): CreditDoc => ({ _id: `${_id}:${why}`, userId, change, why, at: now() });

/** What an answer of WeChat means for what is left; one was spent before it was asked. */
function correction({ notice, credits }: Letter, { credit }: Outcome): CreditDoc[] {
  if (credit === 'given-back') return [line(notice, 1, 'given-back')];
  return credit === 'gone' && credits > 1 ? [line(notice, 1 - credits, 'gone')] : [];
}

function tellInApp({ userId, about }: NoticeDoc): void {
  for (const { paiId, challengeId } of about) publishUser(userId, { type: 'challenge.changed', paiId, challengeId });
}

/** Notices of a worker that died over them: WeChat may have sent them, so they are only shown in the app. */
async function takeOver(known: readonly NoticeDoc[]): Promise<void> {
  const open = known.filter(({ state }) => state === 'sending');
  await endNotices(open.map(({ _id }) => ({ _id, by: 'app', why: 'unknown' })), now());
  open.forEach(tellInApp);
}

async function post(letters: readonly Letter[]): Promise<void> {
  const outcomes = await Promise.all(letters.map(send));
  const ended = letters.map((letter, i) => ({ letter, outcome: outcomes[i] as Outcome }));
  await insertCredits(ended.flatMap(({ letter, outcome }) => correction(letter, outcome)));
  await endNotices(ended.map(({ letter, outcome: { by, why } }) => ({ _id: letter.notice._id, by, ...(why ? { why } : {}) })), now());
  for (const { letter, outcome } of ended) if (outcome.by === 'app') tellInApp(letter.notice);
}

/**
 * Tells people what is theirs, until `until`, when others may try. Whoever dies where: no message goes through WeChat
 * twice, and who may have got none finds it in the app.
 */
export async function deliver(plans: readonly Plan[], until: number): Promise<void> {
  const wanted = plans.filter(({ dues }) => dues.length > 0);
  if (wanted.length === 0) return;
  const known = await listNotices(plans.map(({ doc }) => noticeId(doc)));
  await takeOver(known);
  const knownIds = new Set(known.map(({ _id }) => _id));
  const fresh = wanted.filter(({ doc }) => !knownIds.has(noticeId(doc)));
  const userIds = fresh.map(({ doc }) => doc._id);
  const [users, credits] = await Promise.all([listUsers(userIds), sumCredits(userIds)]);
  const people = new Map(users.map((user) => [user._id, user]));
  const letters = fresh.flatMap((plan) => letterOf(plan, people.get(plan.doc._id), credits.get(plan.doc._id) ?? 0));
  const stored = await insertNotices(letters.map(({ notice }) => notice));
  const mine = letters.filter(({ notice }) => stored.has(notice._id));
  await insertCredits(mine.filter(({ notice }) => notice.by === 'wechat').map(({ notice }) => line(notice, -1, 'spent')));
  if (nowMs() < until) await post(mine);
}
