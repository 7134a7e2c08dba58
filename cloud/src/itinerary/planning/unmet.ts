import type { Unmet } from '../../engine/plan';
import type { UnmetDoc, WishDoc } from '../model';

/** What could not be met, each by the wish of the member it came from. */
export function unmetOf(unmet: readonly Unmet[], wishes: readonly WishDoc[]): UnmetDoc[] {
  return unmet.map(({ member, constraint, why: _why, ...reason }) => {
    const wish = wishes.find(({ userId, constraints }) => userId === member && constraints.some((one) => JSON.stringify(one) === JSON.stringify(constraint)));
    return { memberId: member, text: wish?.text ?? String(constraint.value), reason, ...(wish ? { wishId: wish._id } : {}) };
  });
}
