import { dayText, wallDay } from '@shared/domain/civil';
import { changeRules } from '@shared/domain/checkin/changeRules';
import type { RuleChanges, Rules } from '@shared/wire/challengeRules';
import { AppError } from '../errors';
import { now, nowMs } from '../infra/clock';
import { accessManaged, partakerOf, type ChallengeAccess } from './access';
import { acceptJudged } from './accept';
import { openBook, type Book } from './book';
import { presentChallenge } from './present';
import { tellChallenge } from './news';
import { changeChallenge, findChallenge } from './store';
import { write } from './write';
import type { ChallengeDoc } from './model';
import type { Challenge } from '@shared/wire/challenge';

/** The latest day it is for anybody who takes part: a new rule begins after it for all. */
async function latestDay(doc: ChallengeDoc): Promise<string> {
  const book = await openBook(doc);
  const at = nowMs();
  const days = [...book.ledger.sheets.values()].filter(({ id }) => partakerOf(doc, id)).map((sheet) => wallDay(book.wall(sheet, at)));
  return dayText(Math.max(wallDay(book.ledger.clock(at, doc.zone)), ...days));
}

/** What rules may be without: where later ones are, it is taken out of those before. */
const WITHOUT = { end: undefined, window: undefined, goal: undefined, makeup: undefined, teams: undefined } satisfies Partial<Rules>;

/** Rules with some of them otherwise. */
function changed({ start, ...rules }: Rules, wanted: RuleChanges): Rules {
  const given = Object.entries(wanted).map(([rule, value]) => [rule, value ?? undefined]);
  return { ...rules, ...(Object.fromEntries(given) as Partial<Rules>), start };
}

/**
 * Changes rules from the next day on, or in 7 days where they get easier. Rules that were to come later and those wanted now
 * become one change, which waits as long as the easier of them. Throws `challenge/…`, `text/unsafe`.
 */
export async function changeChallengeRules(userId: string, paiId: string, id: string, wanted: RuleChanges): Promise<ChallengeAccess> {
  const access = await accessManaged(userId, paiId, id);
  const { doc } = access;
  if (doc.closedAt) throw new AppError('challenge/closed');
  const today = await latestDay(doc);
  const begun = doc.changes.filter(({ from }) => from <= today);
  const current = begun.at(-1)?.rules ?? doc.rules;
  const merged = changed(doc.changes.at(-1)?.rules ?? doc.rules, wanted);
  const { from, rules } = changeRules(current, { ...WITHOUT, ...(await acceptJudged(merged)) }, today);
  const kept = Object.fromEntries(Object.entries(rules).filter(([, value]) => value !== undefined)) as Rules;
  const change = { from, rules: kept, by: userId, at: now() };
  const after = await changeChallenge(id, { $set: { changes: [...begun, change] } }, now(), { rev: doc.rev });
  if (!after) throw new AppError('challenge/changed-meanwhile');
  tellChallenge(after);
  return { ...access, doc: after };
}

/** Nothing is written after the last line of the ledger, on whatever node. */
async function endWith(doc: ChallengeDoc, mark: 'closedAt' | 'undoneAt', mayClose?: (book: Book) => void): Promise<ChallengeDoc> {
  const { entry } = await write(doc, { kind: 'close', userId: doc.byId, by: doc.byId, clientMsgId: `close:${doc._id}` }, mayClose);
  return (await changeChallenge(doc._id, { $set: { [mark]: entry.at }, $unset: { slot: 1 } }, now())) ?? doc;
}

function requireUnbegun({ ledger }: Book): void {
  if ([...ledger.sheets.values()].some(({ marks }) => marks.size > 0)) throw new AppError('challenge/begun');
}

/** Takes a challenge back as if it had never been, where nobody has checked in yet. Throws `challenge/begun`. */
export async function undoChallenge(paiId: string, id: string): Promise<void> {
  const doc = await findChallenge(paiId, id);
  if (doc) tellChallenge(await endWith(doc, 'undoneAt', requireUnbegun));
}

/** Ends a challenge; everything stays to be read. Doing so again changes nothing. */
export async function closeChallenge(userId: string, paiId: string, id: string): Promise<ChallengeAccess> {
  const access = await accessManaged(userId, paiId, id);
  if (access.doc.closedAt) return access;
  const doc = await endWith(access.doc, 'closedAt');
  tellChallenge(doc);
  return { ...access, doc };
}

/** The challenge of an access as its reader sees it. */
export const presentAccess = async (access: ChallengeAccess): Promise<Challenge> => presentChallenge(await openBook(access.doc), access);
