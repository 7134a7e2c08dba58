import { LIMITS } from '@shared/domain/limits';
import { cleanLine, cleanText, graphemeCount } from '@shared/domain/text';

/** The texts of a pai that are written in a sheet of their own. */
export type TextField = 'name' | 'intro' | 'announcement';

const MOST: Record<TextField, number> = { name: LIMITS.paiNameGraphemes, intro: LIMITS.introGraphemes, announcement: LIMITS.announcementGraphemes };

/** A text as the cloud will keep it: only an announcement has lines. */
export const kept = (field: TextField, text: string): string => (field === 'announcement' ? cleanText(text).trim() : cleanLine(text));

/** How many signs may still be written; below 0 there are that many too many. */
export const roomLeft = (field: TextField, text: string): number => MOST[field] - graphemeCount(kept(field, text));

/** Whether a text can be saved: a name may not be empty, nothing may be too long. */
export const canSave = (field: TextField, text: string): boolean => roomLeft(field, text) >= 0 && (field !== 'name' || kept(field, text) !== '');

/** The limit of people somebody typed, or undefined when it is no whole number from `min` to `max`. */
export function capOf(typed: string, min: number, max: number): number | undefined {
  const digits = typed.normalize('NFKC').trim();
  if (!/^\d{1,5}$/.test(digits)) return undefined;
  const cap = Number(digits);
  return cap >= min && cap <= max ? cap : undefined;
}
