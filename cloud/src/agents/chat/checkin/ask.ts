import type { Locale } from '../types';
import { inSentence } from '../untrusted';
import type { ChallengeHere, Counted, OwnStanding } from './types';

/** What the ledger says to an ask: sentences that stand as they are, since a program counted them. */
export interface CheckinMaterial {
  kind: 'checkin';
  sentences: Record<Locale, string[]>;
}

/** Challenges told of in one answer. */
const MOST = 5;

export const both = (zh: string, en: string): Record<Locale, string> => ({ zh, en });

/* No sentence begins with a quotation: after a name that would be what somebody said. */

/** The challenges an ask names, all where it names none. */
export function challengesIn(ask: string, here: readonly ChallengeHere[]): readonly ChallengeHere[] {
  const named = here.filter(({ title }) => ask.includes(title));
  return named.length > 0 ? named : here;
}

function leftZh({ open, missed }: ChallengeHere): string {
  return [...(open.count > 0 ? [`还有 ${open.count} 人没打`] : []), ...(missed.count > 0 ? [`${missed.count} 人错过了`] : [])].map((text) => `，${text}`).join('');
}

function leftEn({ open, missed }: ChallengeHere): string {
  return [...(open.count > 0 ? [`${open.count} to go`] : []), ...(missed.count > 0 ? [`${missed.count} missed it`] : [])].map((text) => `, ${text}`).join('');
}

function countOf(here: ChallengeHere): Record<Locale, string> {
  const { done, open, missed } = here;
  const title = inSentence(here.title);
  if (done + open.count + missed.count === 0) return both(`今天「${title}」不用打。`, `Nobody has to check in to “${title}” today.`);
  if (open.count + missed.count === 0) return both(`今天「${title}」${done} 人都打了。`, `All ${done} have checked in to “${title}” today.`);
  if (done === 0) return both(`今天「${title}」还没有人打${leftZh({ ...here, open: { count: 0, names: [] } })}。`, `Nobody has checked in to “${title}” yet today.`);
  return both(`今天「${title}」${done} 人打了${leftZh(here)}。`, `${done} checked in to “${title}” today${leftEn(here)}.`);
}

function listed({ count, names }: Counted): Record<Locale, string> {
  const others = count - names.length;
  return both(names.join('、') + (others > 0 ? `，另有 ${others} 人` : ''), names.join(', ') + (others > 0 ? ` and ${others} more` : ''));
}

/** Who it is: there are names only where the group chose so. */
function namesOf({ open, missed }: ChallengeHere): Record<Locale, string>[] {
  const [left, late] = [listed(open), listed(missed)];
  return [
    ...(open.names.length > 0 ? [both(`还没打的：${left.zh}。`, `Still to check in: ${left.en}.`)] : []),
    ...(missed.names.length > 0 ? [both(`错过的：${late.zh}。`, `Missed it: ${late.en}.`)] : []),
  ];
}

/** Said once where somebody is left and is not named. */
const UNNAMED = both('这里没选「点名」，是谁我不在群里说，打卡页里看得到谁打了。', 'This group does not name people, so I do not say who; the page of the challenge shows who has.');

/** How today stands in the challenges an ask is about. */
export function todayMaterial(ask: string, here: readonly ChallengeHere[]): CheckinMaterial {
  const told = challengesIn(ask, here).slice(0, MOST);
  const isLeft = told.some(({ isStrict, open, missed }) => !isStrict && open.count + missed.count > 0);
  const found = [...told.flatMap((one) => [countOf(one), ...namesOf(one)]), ...(isLeft ? [UNNAMED] : [])];
  return { kind: 'checkin', sentences: { zh: found.map(({ zh }) => zh), en: found.map(({ en }) => en) } };
}

const STATES: Record<OwnStanding['state'], Record<Locale, string>> = {
  done: both('今天打了', 'today is done'),
  open: both('今天还没打', 'today is still open'),
  missed: both('今天错过了', 'today was missed'),
  paused: both('今天在请假', 'today is paused'),
  off: both('今天不用打', 'nothing to do today'),
};

function ownOf({ title, isWeekly }: ChallengeHere, { state, total, streak, best, cardsLeft, remindAt }: OwnStanding): Record<Locale, string> {
  const unit = isWeekly ? '周' : '天';
  const units = isWeekly ? 'weeks' : 'days';
  const zh = [`你在「${inSentence(title)}」打了 ${total} 天`, `连续 ${streak} ${unit}`, `最长 ${best} ${unit}`, ...(cardsLeft === undefined ? [] : [`补卡还剩 ${cardsLeft} 张`]), STATES[state].zh, ...(remindAt ? [`每天 ${remindAt} 提醒`] : [])];
  const en = [`You have done ${total} ${total === 1 ? 'day' : 'days'} of “${inSentence(title)}”`, `${streak} ${units} in a row`, `${best} at best`, ...(cardsLeft === undefined ? [] : [`${cardsLeft} make-ups left`]), STATES[state].en, ...(remindAt ? [`reminder at ${remindAt}`] : [])];
  return both(`${zh.join('，')}。`, `${en.join(', ')}.`);
}

const NO_PART = both('你还没有参加这里进行中的打卡。', 'You take part in no running challenge here.');

/** What one asker has done. */
export function ownMaterial(ask: string, asker: string, here: readonly ChallengeHere[]): CheckinMaterial {
  const told = challengesIn(ask, here).flatMap((one) => {
    const own = one.own[asker];
    return own ? [ownOf(one, own)] : [];
  });
  const found = told.length > 0 ? told.slice(0, MOST) : [NO_PART];
  return { kind: 'checkin', sentences: { zh: found.map(({ zh }) => zh), en: found.map(({ en }) => en) } };
}

/** The sentences as a model reads them. */
export const writtenLedger = ({ sentences: { zh, en } }: CheckinMaterial): string => `Counted from the ledger by a program; say it as it stands, in the language of the answer:\n${zh.join('\n')}\n${en.join('\n')}`;

