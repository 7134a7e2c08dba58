import type { Locale } from '@shared/wire/errors';
import type { Check, Itinerary, Wish } from '@shared/wire/itinerary';
import { stateOfWish, type Finding } from '@shared/domain/itinerary/check';
import { sayFinding, wireCheck } from '@shared/domain/itinerary/words';
import { sayReason } from '../engine/plan';
import { clashes } from '../engine/wishes';
import type { PaiDoc } from '../pai';
import { standingOf, typedOf } from './board/standing';
import type { ItineraryDoc, WishDoc } from './model';
import { findingsOf } from './planning/measure';

export interface Assessment {
  pai: PaiDoc;
  doc: ItineraryDoc;
  wishes: readonly WishDoc[];
  names: ReadonlyMap<string, string>;
  locale: Locale;
}

export interface Assessed {
  checks: Check[];
  unmet: Itinerary['unmet'];
  wishStates: Map<string, Pick<Wish, 'state' | 'finding' | 'conflictsWith'>>;
}

/** Which of the wishes that stand cannot hold beside which. */
export function conflictsOf(wishes: readonly WishDoc[]): Map<string, string[]> {
  const found = clashes(typedOf(wishes).map(({ _id, userId, constraints, text }) => ({ id: _id, messageId: _id, author: userId, constraints, words: text })));
  const conflicts = new Map<string, string[]>();
  for (const { ids } of found) for (const [one, other] of [ids, ids.toReversed()] as [string, string][]) conflicts.set(one, [...(conflicts.get(one) ?? []), other]);
  return conflicts;
}

/** Graver ones first: of several about one wish the first is the one to tell. */
const GRAVITY: Record<Finding['state'], number> = { fail: 0, unknown: 1, pass: 2 };

/** Where each wish stands, by what was found of its constraints; a clash counts while the plan does not meet it. */
function statesOf({ wishes, locale }: Assessment, findings: readonly Finding[]): Assessed['wishStates'] {
  const conflicts = conflictsOf(wishes);
  return new Map(
    standingOf(wishes).map(({ _id }) => {
      const own = findings.filter(({ wish }) => wish === _id).sort((a, b) => GRAVITY[a.state] - GRAVITY[b.state]);
      const conflictsWith = conflicts.get(_id);
      const state = findings.length === 0 ? 'unplaced' : stateOfWish(own);
      const finding = own[0] && sayFinding(own[0], locale).finding;
      return [_id, { ...(finding ? { finding } : {}), ...(conflictsWith && state !== 'placed' ? { state: 'conflict' as const, conflictsWith } : { state }) }];
    }),
  );
}

const SOMEBODY: Record<Locale, string> = { zh: '一位成员', en: 'a member' };

/** What the plan does not meet, by the checker; why, by whoever planned it, where that is known. */
function unmetOf({ doc, wishes, names, locale }: Assessment, findings: readonly Finding[]): Assessed['unmet'] {
  return findings
    .filter(({ rule, state }) => rule === 'wish' && state === 'fail')
    .map((finding) => {
      const { wish, member } = finding;
      const told = doc.head?.unmet.find(({ wishId }) => wishId !== undefined && wishId === wish)?.reason;
      const { title, finding: said } = sayFinding(finding, locale);
      const why = told ? sayReason(told, title, locale, (id) => names.get(id) ?? SOMEBODY[locale]) : said;
      return { text: wishes.find(({ _id }) => _id === wish)?.text ?? title, why, ...(wish ? { wishId: wish } : {}), ...(member ? { memberId: member } : {}) };
    });
}

/** What a program that is not the planner finds of the plan and the wishes as both are now. */
export function assess(of: Assessment): Assessed {
  const { pai, doc, wishes, locale } = of;
  const findings = doc.head ? findingsOf(pai, doc, wishes, doc.head) : [];
  return { checks: findings.map((finding) => wireCheck(finding, locale)) as Check[], unmet: unmetOf(of, findings), wishStates: statesOf(of, findings) };
}
