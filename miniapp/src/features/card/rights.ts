import type { Card } from '@shared/wire/card';
import { mayDo, type Role } from '@shared/domain/role';

/* Who may do what with a card, and what a poll has come to. Pure. */

export interface Reader {
  id: string;
  role: Role;
}

const isAdmin = ({ role }: Reader): boolean => mayDo(role, 'recall-others');

/** About nobody but who asked for it. */
export const isOwn = ({ act }: Pick<Card, 'act'>): boolean => act.act === 'checkinReminder' || act.act === 'checkinPause';

/** Those who asked for it, the owner and admins; everybody where nobody is named. */
export const mayDecide = (card: Pick<Card, 'act' | 'mayConfirm'>, reader: Reader): boolean => card.mayConfirm.length === 0 || card.mayConfirm.includes(reader.id) || (isAdmin(reader) && !isOwn(card));

/** Who confirmed it, the owner and admins, for five minutes. */
export const mayUndo = ({ act, by, undoUntil }: Pick<Card, 'act' | 'by' | 'undoUntil'>, reader: Reader, now: number): boolean => undoUntil !== undefined && Date.parse(undoUntil) > now && (by?.id === reader.id || (isAdmin(reader) && !isOwn({ act })));

/** Ends a running poll or reminder, however long ago it was confirmed. */
export const mayEnd = (card: Pick<Card, 'act' | 'by' | 'mayConfirm'>, reader: Reader): boolean => card.by?.id === reader.id || mayDecide(card, reader);

export interface Tally {
  /** Of each option: votes, and its share of those who voted. */
  options: readonly { count: number; share: number; mine: boolean; leads: boolean }[];
  voters: number;
}

/** How a poll stands. */
export function tallyOf(votes: readonly (readonly string[])[], me: string): Tally {
  const voters = new Set(votes.flatMap((ids) => ids)).size;
  const most = Math.max(...votes.map((ids) => ids.length), 0);
  return { voters, options: votes.map((ids) => ({ count: ids.length, share: voters === 0 ? 0 : ids.length / voters, mine: ids.includes(me), leads: most > 0 && ids.length === most })) };
}

/** My choice after tapping an option: another one in its place, or beside it where several may be chosen; the same again takes it back. */
export function choiceAfter(mine: readonly number[], tapped: number, many: boolean): number[] {
  if (mine.includes(tapped)) return mine.filter((option) => option !== tapped);
  return many ? [...mine, tapped].sort((a, b) => a - b) : [tapped];
}
