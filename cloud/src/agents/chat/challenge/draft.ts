import { rowsOfRules } from '@shared/domain/checkin/ruleRows';
import type { CardRow } from '@shared/wire/card';
import { asksFor, wishedBy, type Drafting } from '../drafting';
import type { Outcome, Proposal } from '../proposals';
import { rulesIn } from './rules';
import { namesStakes, wantsChallenge } from './wish';

/** Draws a challenge up for the ask that wants one. Its rules come from the asker's own words; `given.title` stands where they name nothing. */
export function draftChallenge(drafting: Drafting, given: { title?: string | undefined; ask?: string | undefined }): Proposal | Outcome {
  const wanted = asksFor(drafting, given.ask).filter(({ text }) => wantsChallenge(text));
  const wishes = wanted.filter(({ text }) => !namesStakes(text));
  if (wishes.length < wanted.length && wishes.length === 0) return 'stakes';
  const read = wishes.map((ask) => ({ ask, read: rulesIn(ask.text, drafting.now, drafting.zone, given.title?.trim()) }));
  const found = read.find((one) => typeof one.read !== 'string');
  if (!found || typeof found.read === 'string') return read.map((one) => one.read).find((lack) => typeof lack === 'string') ?? 'unasked';
  const { rules, assumed } = found.read;
  const rows: CardRow[] = rowsOfRules(rules).map((row) => (assumed.includes(row.field) ? { ...row, assumed: true } : { ...row, seq: found.ask.seq }));
  return { act: { act: 'challenge', challenge: { rules, zone: drafting.zone } }, rows, ...wishedBy([found]) };
}
