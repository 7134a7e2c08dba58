import { dropStored, readStored, writeStored } from '@/platform/storage';
import * as api from '@/transport/api';

/** An invite I have made. Its token is told once, so this device keeps it. */
export interface MyInvite {
  id: string;
  token: string;
  url: string;
  path: string;
  expiresAt: string;
  days: number;
}

const keyOf = (paiId: string): string => `u.invite.${paiId}`;
/** One that ends this soon is not worth sending. */
const TOO_LITTLE_MS = 10 * 60_000;

function isInvite(value: unknown): value is MyInvite {
  const invite = value as Partial<MyInvite> | null;
  return typeof invite?.id === 'string' && typeof invite.token === 'string' && typeof invite.url === 'string' && typeof invite.path === 'string' && typeof invite.expiresAt === 'string' && typeof invite.days === 'number';
}

/** Makes a new invite and keeps it. Throws ApiError (`invite/too-many`, `pai/closed` …). */
export async function makeInvite(paiId: string, days: number): Promise<MyInvite> {
  const made = await api.createInvite(paiId, { hours: days * 24 });
  const invite: MyInvite = { ...made, days };
  writeStored(keyOf(paiId), invite);
  return invite;
}

/** The invite kept for a pai as long as it is good, else a new one. Throws ApiError. */
export async function myInvite(paiId: string, days: number): Promise<MyInvite> {
  const kept = readStored(keyOf(paiId), isInvite);
  if (!kept || Date.parse(kept.expiresAt) - Date.now() < TOO_LITTLE_MS) return makeInvite(paiId, days);
  const { invites } = await api.listInvites(paiId);
  return invites.some(({ id, state }) => id === kept.id && state === 'open') ? kept : makeInvite(paiId, days);
}

/** Withdraws one of the pai's invites. Throws ApiError. */
export async function withdrawInvite(paiId: string, inviteId: string): Promise<void> {
  await api.revokeInvite(paiId, inviteId);
  if (readStored(keyOf(paiId), isInvite)?.id === inviteId) dropStored(keyOf(paiId));
}

export const listInvites = async (paiId: string): Promise<Awaited<ReturnType<typeof api.listInvites>>['invites']> => (await api.listInvites(paiId)).invites;
