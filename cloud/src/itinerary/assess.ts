import type { Locale } from '@shared/wire/errors';
import type { Check, Itinerary, Wish } from '@shared/wire/itinerary';
import { stateOfWish, type Finding } from '@shared/domain/itinerary/check';
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

const EMPTY: Assessed = { checks: [], unmet: [], wishStates: new Map() };

/** Where each wish stands, by what was found of its constraints. */
function statesOf({ wishes }: Assessment, findings: readonly Finding[]): Assessed['wishStates'] {
  const conflicts = conflictsOf(wishes);
  return new Map(
    standingOf(wishes).map(({ _id }) => {
      const own = findings.filter(({ wish }) => wish === _id);
      const conflictsWith = conflicts.get(_id);
      const state = own.length === 0 && findings.length > 0 ? 'unverified' : findings.length === 0 ? 'unplaced' : stateOfWish(own);
      return [_id, conflictsWith && state !== 'placed' ? { state: 'conflict', conflictsWith } : { state }];
    }),
  );
}

/** What a program that is not the planner finds of the plan and the wishes as both are now. */
export function assess(of: Assessment): Assessed {
  const { pai, doc, wishes } = of;
  if (!doc.head) return { ...EMPTY, wishStates: statesOf(of, []) };
  const findings = findingsOf(pai, doc, wishes, doc.head);
  const checks = findings.map(({ rule, state, code, wish, member, day, item, fix }): Check => ({ rule, state, title: rule, finding: code, ...(wish ? { wishId: wish } : {}), ...(member ? { memberId: member } : {}), ...(day === undefined ? {} : { day }), ...(item ? { itemId: item } : {}), ...(fix ? { fix } : {}) }));
  return { checks, unmet: doc.head.unmet, wishStates: statesOf(of, findings) };
}
