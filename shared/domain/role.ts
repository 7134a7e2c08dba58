/** What a person is inside one pai. The AI member's role is `ai`. */
export const ROLES = ['owner', 'admin', 'member', 'ai'] as const;
export type Role = (typeof ROLES)[number];

/** Acts inside a pai that not every member may do. */
export type PaiAct =
  | 'settings'
  | 'announce'
  | 'mention-all'
  | 'recall-others'
  | 'pin'
  | 'remove-member'
  | 'mute-member'
  | 'decide-requests'
  | 'revoke-others-invites'
  | 'set-role'
  | 'set-ai'
  | 'transfer'
  | 'dissolve';

const OWNER_ONLY: readonly PaiAct[] = ['set-role', 'set-ai', 'transfer', 'dissolve'];

/** The owner may do everything, an admin everything but hand the pai on, a member none of these. */
export function mayDo(role: Role, act: PaiAct): boolean {
  if (role === 'owner') return true;
  return role === 'admin' && !OWNER_ONLY.includes(act);
}

/** Whether `actor` stands above `target`, as removing and muting need. */
export function outranks(actor: Role, target: Role): boolean {
  if (target === 'ai' || target === 'owner') return false;
  return actor === 'owner' || (actor === 'admin' && target === 'member');
}
