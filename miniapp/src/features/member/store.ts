import { useEffect } from 'react';
import type { ServerEvent } from '@shared/wire/event';
import type { Member } from '@shared/wire/pai';
import { observable, useObservable, type Observable } from '@/observable';
import * as api from '@/transport/api';
import { onEvent } from '@/transport/socket';
import { onSignOut } from '../account/session';
import { paiOf } from '../pai/fold';

export interface MemberList {
  phase: 'loading' | 'ready' | 'failed';
  /** People, the owner first, then the AI members. */
  members: readonly Member[];
}

const NOTHING: MemberList = { phase: 'loading', members: [] };
const lists = new Map<string, Observable<MemberList>>();

function listOf(paiId: string): Observable<MemberList> {
  const found = lists.get(paiId) ?? observable(NOTHING);
  lists.set(paiId, found);
  return found;
}

/** The members of a pai, loaded when first asked for and kept current by events. */
export function useMembers(paiId: string): MemberList {
  const list = listOf(paiId);
  useEffect(() => {
    if (list.get().phase !== 'ready') void refreshMembers(paiId);
  }, [list, paiId]);
  return useObservable(list);
}

export const membersOf = (paiId: string): readonly Member[] => listOf(paiId).get().members;
export const findMember = (paiId: string, memberId: string): Member | undefined => membersOf(paiId).find((member) => member.id === memberId);

/** Never throws; `phase` tells how it went. */
export async function refreshMembers(paiId: string): Promise<void> {
  const list = listOf(paiId);
  try {
    list.set({ phase: 'ready', members: (await api.listMembers(paiId)).members });
  } catch {
    list.set((now) => (now.phase === 'ready' ? now : { ...now, phase: 'failed' }));
  }
}

function change(paiId: string, next: (members: readonly Member[]) => readonly Member[]): void {
  const list = lists.get(paiId);
  if (list?.get().phase === 'ready') list.set((now) => ({ ...now, members: next(now.members) }));
}

const put = (members: readonly Member[], member: Member): readonly Member[] =>
  members.some((held) => held.id === member.id) ? members.map((held) => (held.id === member.id ? { ...held, ...member } : held)) : [...members, member];

/** Makes an admin of a member or the other way round. Throws ApiError. */
export async function setRole(paiId: string, userId: string, role: 'admin' | 'member'): Promise<void> {
  const { member } = await api.patchMember(paiId, userId, { role });
  change(paiId, (members) => put(members, member));
}

/** Silences a member; 0 lifts it. Throws ApiError. */
export async function muteMember(paiId: string, userId: string, minutes: number): Promise<void> {
  const { member } = await api.patchMember(paiId, userId, { mutedMinutes: minutes });
  change(paiId, (members) => put(members, minutes === 0 ? { ...member, mutedUntil: undefined } : member));
}

/** Throws ApiError (`member/outranked`). */
export async function removeMember(paiId: string, userId: string, block: boolean): Promise<void> {
  await api.removeMember(paiId, userId, block);
  change(paiId, (members) => members.filter((member) => member.id !== userId));
}

/** Exported for tests; the socket calls it. */
export function hearMembers(event: ServerEvent): void {
  const paiId = paiOf(event);
  if (event.type === 'member.joined' || event.type === 'member.changed') change(paiId, (members) => put(members, event.member));
  if (event.type === 'member.left') change(paiId, (members) => members.filter((member) => member.id !== event.userId));
  if (event.type === 'presence.changed') {
    const online = new Set(event.userIds);
    change(paiId, (members) => members.map((member) => (member.online === online.has(member.id) ? member : { ...member, online: online.has(member.id) })));
  }
}

onEvent(hearMembers);
onSignOut(() => lists.forEach((list) => list.set(NOTHING)));
