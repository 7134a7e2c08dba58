import type { Rules } from '@shared/wire/challengeRules';
import type { Locale } from '../types';
import { inSentence } from '../untrusted';
import { challengesIn, both, todayMaterial, type CheckinMaterial } from './ask';
import type { ChallengeHere, OwnStanding, Ranked } from './types';

type Sentence = Record<Locale, string>;

const told = (found: readonly Sentence[]): CheckinMaterial => ({ kind: 'checkin', sentences: { zh: found.map(({ zh }) => zh), en: found.map(({ en }) => en) } });

/** Challenges told of in one answer; of each a ranking is two sentences. */
const MOST = 3;

export const NONE_RUNS = told([both('这里现在没有进行中的打卡。', 'No challenge runs here now.')]);

const NAMELESS = both('一位成员', 'a member');

function boardOf(rows: readonly Ranked[], unit: Sentence): Sentence {
  const [zh, en] = (['zh', 'en'] as const).map((locale) => rows.map(({ name, value }) => `${name ?? NAMELESS[locale]} ${value} ${unit[locale]}`).join(locale === 'zh' ? '，' : ', ')) as [string, string];
  return both(zh, en);
}

const DAYS = both('天', 'days');
const WEEKS = both('周', 'weeks');

function ranksOf({ title, isWeekly, boards: { total, streak } }: ChallengeHere, rank: OwnStanding['rank']): Sentence[] {
  const name = inSentence(title);
  if (total.every(({ value }) => value === 0)) return [both(`打卡「${name}」还没有人打过，排不出先后。`, `Nobody has checked in to “${name}” yet.`)];
  const [all, row] = [boardOf(total, DAYS), boardOf(streak, isWeekly ? WEEKS : DAYS)];
  const [ownAll, ownRow] = rank ? [both(`，你第 ${rank.total}`, `, you are number ${rank.total}`), both(`，你第 ${rank.streak}`, `, you are number ${rank.streak}`)] : [both('', ''), both('', '')];
  return [both(`累计榜「${name}」：${all.zh}${ownAll.zh}。`, `In all, “${name}”: ${all.en}${ownAll.en}.`), both(`连续榜「${name}」：${row.zh}${ownRow.zh}。`, `In a row, “${name}”: ${row.en}${ownRow.en}.`)];
}

/** Both rankings, and the asker's own place. */
export const ranksMaterial = (ask: string, asker: string, here: readonly ChallengeHere[]): CheckinMaterial => told(challengesIn(ask, here).slice(0, MOST).flatMap((one) => ranksOf(one, one.own[asker]?.rank)));

const NO_PART = both('你还没有参加这里进行中的打卡。', 'You take part in no running challenge here.');

const dayZh = (day: string): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const dayEn = (day: string): string => new Date(`${day}T00:00:00Z`).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

function makeupOf({ title, isWeekly }: ChallengeHere, { cardsLeft, makeable }: OwnStanding): Sentence {
  const name = inSentence(title);
  if (isWeekly) return both(`打卡「${name}」按周算，没有补卡。`, `“${name}” counts by weeks, so nothing is made up.`);
  if (cardsLeft === undefined) return both(`打卡「${name}」不能补卡。`, `A miss of “${name}” cannot be made up.`);
  const left = both(`补卡还剩 ${cardsLeft} 张`, `make-ups left: ${cardsLeft}`);
  if (makeable.length === 0) return both(`你在「${name}」没有能补的日子，${left.zh}。`, `You have no day of “${name}” to make up, ${left.en}.`);
  return both(`你在「${name}」能补 ${makeable.map(dayZh).join('、')}，${left.zh}。`, `You can make up ${makeable.map(dayEn).join(', ')} of “${name}”, ${left.en}.`);
}

const TAP_DAY = both('补哪天你自己定：到打卡页点那一天。', 'Which day is yours to say: tap it on the page of the challenge.');

/** What an asker can still make up. They do it themselves: it uses a card. */
export function makeupMaterial(ask: string, asker: string, here: readonly ChallengeHere[]): CheckinMaterial {
  const parts = challengesIn(ask, here).flatMap((one) => (one.own[asker] ? [{ one, own: one.own[asker] as OwnStanding }] : []));
  if (parts.length === 0) return told([NO_PART]);
  return told([...parts.map(({ one, own }) => makeupOf(one, own)), ...(parts.some(({ own }) => own.makeable.length > 0) ? [TAP_DAY] : [])]);
}

const STILL = both('打卡要你自己点：打开打卡页按一下就好。', 'Checking in is yours to do: open the page of the challenge and tap.');
const NOT_NOW: Partial<Record<OwnStanding['state'], Sentence>> = { done: both('已经打了', 'is done'), missed: both('错过了', 'was missed'), off: both('不用打', 'asks for nothing'), paused: both('在请假，去打就算回来', 'is paused; check in and you are back') };

/** What is left to an asker who wants to check in by talk. */
export function actMaterial(ask: string, asker: string, here: readonly ChallengeHere[]): CheckinMaterial {
  const parts = challengesIn(ask, here).flatMap((one) => (one.own[asker] ? [{ name: inSentence(one.title), state: (one.own[asker] as OwnStanding).state }] : []));
  if (parts.length === 0) return told([NO_PART]);
  const lines = parts.map(({ name, state }) => both(`你今天「${name}」${NOT_NOW[state]?.zh ?? '还没打'}。`, `Your “${name}” today ${NOT_NOW[state]?.en ?? 'is still open'}.`));
  return told([...lines, ...(parts.some(({ state }) => state === 'open' || state === 'paused') ? [STILL] : [])]);
}

const WEEKDAYS = { MO: ['一', 'Mon'], TU: ['二', 'Tue'], WE: ['三', 'Wed'], TH: ['四', 'Thu'], FR: ['五', 'Fri'], SA: ['六', 'Sat'], SU: ['日', 'Sun'] } as const;

function oftenOf({ cadence }: Rules): Sentence {
  if (cadence.kind === 'daily') return both('每天', 'daily');
  if (cadence.kind === 'weekdays') return both('周一到周五', 'Monday to Friday');
  if (cadence.kind === 'perWeek') return both(`每周 ${cadence.n} 次`, `${cadence.n} times a week`);
  const days = /^FREQ=WEEKLY;BYDAY=((?:MO|TU|WE|TH|FR|SA|SU)(?:,(?:MO|TU|WE|TH|FR|SA|SU))*)$/.exec(cadence.rrule)?.[1]?.split(',') as (keyof typeof WEEKDAYS)[] | undefined;
  return days ? both(`每周${days.map((day) => WEEKDAYS[day][0]).join('、')}`, `every ${days.map((day) => WEEKDAYS[day][1]).join(', ')}`) : both('哪天打看打卡页', 'on days its page shows');
}

function proofOf({ proof }: Rules): Sentence {
  switch (proof.kind) {
    case 'tap':
      return both('点一下就算', 'a tap is enough');
    case 'text':
      return both(`写至少 ${proof.minWords} 字`, `at least ${proof.minWords} words`);
    case 'number':
      return proof.min === undefined ? both(`填多少${inSentence(proof.unit)}`, `how many ${inSentence(proof.unit)}`) : both(`至少 ${proof.min} ${inSentence(proof.unit)}`, `at least ${proof.min} ${inSentence(proof.unit)}`);
    case 'picture':
      return both('交一张照片', 'a picture');
    case 'voice':
      return both('录一段语音', 'a recording');
    case 'place':
      return both('选一个地点', 'a place');
  }
}

function rulesOf({ title, rules }: ChallengeHere): Sentence {
  const { window, end, goal, makeup } = rules;
  const [often, proof] = [oftenOf(rules), proofOf(rules)];
  const units = rules.cadence.kind === 'perWeek' && goal?.kind === 'consecutive' ? WEEKS : DAYS;
  const parts = [
    both(window ? `${often.zh} ${window.from} 到 ${window.to}` : often.zh, window ? `${often.en} ${window.from} to ${window.to}` : often.en),
    proof,
    end === undefined ? both('不设结束', 'without an end') : both(`到 ${dayZh(end)}为止`, `until ${dayEn(end)}`),
    ...(goal ? [both(`${goal.kind === 'total' ? '累计' : '连续'} ${goal.days} ${units.zh}达成`, `goal ${goal.days} ${units.en} ${goal.kind === 'total' ? 'in all' : 'in a row'}`)] : []),
    makeup && makeup.cards > 0 ? both(`能补 ${makeup.cards} 次`, `make-ups: ${makeup.cards}`) : both('漏了不能补', 'no make-ups'),
    ...(rules.review ? [both('要人看过才算', 'counts once looked at')] : []),
  ];
  return both(`规则「${inSentence(title)}」：${parts.map(({ zh }) => zh).join('，')}。`, `The rules of “${inSentence(title)}”: ${parts.map(({ en }) => en).join(', ')}.`);
}

/** The rules as they stand today. */
export const rulesMaterial = (ask: string, here: readonly ChallengeHere[]): CheckinMaterial => told(challengesIn(ask, here).slice(0, MOST).map(rulesOf));

/** Where a challenge is changed, ended or left: that is done by hand. */
export const MANAGED = told([
  both('这些在打卡页自己做：点右上「更多」能看规则、改规则、停几天、退出和结束。', 'That is done by hand: “More” on the page of the challenge shows the rules, changes and ends it, pauses and leaves.'),
  both('请着假的，去打一次卡就算回来了。', 'Who is on leave is back with the next check-in.'),
]);

const WEEKLY = both('一周的在打卡页「更多」里的「一周小结」。', 'The week is under “More” on the page of the challenge.');

/** How today stands, and where the week does. */
export function weekMaterial(ask: string, here: readonly ChallengeHere[]): CheckinMaterial {
  const { zh, en } = todayMaterial(ask, here).sentences;
  return { kind: 'checkin', sentences: { zh: [...zh, WEEKLY.zh], en: [...en, WEEKLY.en] } };
}
