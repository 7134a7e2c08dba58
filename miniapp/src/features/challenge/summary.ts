import type { Challenge, Entry } from '@shared/wire/challenge';
import type { Here } from './local';
import type { SpeakPunch } from './words';

/** Names said in a summary; beyond, only how many. */
const NAMED = 6;

export interface DoneBy {
  id: string;
  name: string;
}

/** Who has done today's, as far as the entries tell; each once, the first to do it first. Nobody is ever listed for not having done it. */
export function doneBy(entries: readonly Entry[], today: string): DoneBy[] {
  const found = new Map<string, DoneBy>();
  for (const { kind, day, state, member } of [...entries].reverse()) {
    if (kind === 'checkin' && day === today && state !== 'rejected') found.set(member.id, { id: member.id, name: member.name });
  }
  return Array.from(found.values());
}

/** My pause that is running on a day, as far as the entries (newest first) tell: also of a day that was done before it began. */
export function runningPause(entries: readonly Entry[], me: string, today: string): Entry | undefined {
  const last = entries.find(({ kind, member }) => member.id === me && (kind === 'pause' || kind === 'resume' || kind === 'checkin'));
  return last?.kind === 'pause' && (last.until ?? today) >= today ? last : undefined;
}

/** The day in a few sentences, to be read aloud: numbers of the ledger only. */
export function summaryOf({ doneToday }: Pick<Challenge, 'doneToday'>, here: Here, done: readonly DoneBy[], t: SpeakPunch): string {
  const between = t.locale === 'zh' ? '' : ' ';
  const names = done.map(({ name }) => name);
  const all = doneToday === 0 ? t('sum.nobody') : names.length === doneToday && names.length <= NAMED ? t('sum.some', { n: doneToday, names: names.join(t.locale === 'zh' ? '、' : ', ') }) : t('sum.count', { n: doneToday });
  if (here.button === 'ready' || here.button === 'rejected') return all + between + t('sum.open');
  return here.button === 'done' || here.button === 'pending' ? all + between + t('sum.mine', { streak: here.streak, total: here.total }) : all;
}
