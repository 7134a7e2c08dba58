import type { ClientInfo, LoginBody, MeBody, Session, User } from '@shared/wire/account';
import type { AiRole, MemoryFact, MeterReply, RoleBody, RolesReply, RoleTemplate, RoleVersion, TryoutBody, TryoutReply, WithheldReply } from '@shared/wire/aiRole';
import type { Act, NewCardBody } from '@shared/wire/card';
import type { OpenToday } from '@shared/wire/challenge';
import type { Message, PageReply, ReportBody, SearchHit, SendBody } from '@shared/wire/message';
import type { Applicant, CardReply, Invite, Member, MineBody, Pai, PaiSettingsBody } from '@shared/wire/pai';
import type { PaiKind } from '@shared/domain/kind';
import type { RecapBody } from '@shared/wire/recap';
import type { Run } from '@shared/wire/run';
import { call } from './http';

/* One function per route. All of them throw ApiError. Shapes: shared/wire. */

interface Ok {
  ok: true;
}

// account
export const login = (body: LoginBody) => call<Session>({ method: 'POST', path: '/login', body, signedIn: 'none' });
export const logout = (refreshToken: string) => call<Ok>({ method: 'POST', path: '/logout', body: { refreshToken }, signedIn: 'maybe' });
export const getMe = () => call<{ user: User }>({ method: 'GET', path: '/me' });
export const patchMe = (body: MeBody) => call<{ user: User }>({ method: 'PATCH', path: '/me', body });
export const deleteMe = () => call<{ user: User }>({ method: 'DELETE', path: '/me' });
export const restoreMe = () => call<{ user: User }>({ method: 'POST', path: '/me/restore' });
export const bindWechat = (code: string) => call<{ user: User }>({ method: 'POST', path: '/me/wechat', body: { code } });
export const getClient = () => call<ClientInfo>({ method: 'GET', path: '/client', signedIn: 'none' });

// pai
export interface NewPai {
  name: string;
  emoji?: string;
  kind?: PaiKind;
  coverFileId?: string;
}
export const createPai = (body: NewPai) => call<{ pai: Pai }>({ method: 'POST', path: '/pais', body });
export const listPais = () => call<{ pais: Pai[] }>({ method: 'GET', path: '/pais' });
export const getPai = (paiId: string) => call<{ pai: Pai }>({ method: 'GET', path: `/pais/${paiId}` });
export const patchPai = (paiId: string, body: PaiSettingsBody) => call<{ pai: Pai }>({ method: 'PATCH', path: `/pais/${paiId}`, body });
export const patchMine = (paiId: string, body: MineBody) => call<{ pai: Pai }>({ method: 'PATCH', path: `/pais/${paiId}/mine`, body });
export const leavePai = (paiId: string) => call<Ok>({ method: 'POST', path: `/pais/${paiId}/leave` });
export const listRoles = (paiId: string) => call<RolesReply>({ method: 'GET', path: `/pais/${paiId}/roles` });
export const putRole = (paiId: string, roleId: string, body: RoleBody) => call<{ role: AiRole }>({ method: 'PUT', path: `/pais/${paiId}/roles/${roleId}`, body });
export const createRole = (paiId: string, template: RoleTemplate) => call<{ role: AiRole }>({ method: 'POST', path: `/pais/${paiId}/roles`, body: { template } });
export const deleteRole = (paiId: string, roleId: string) => call<Ok>({ method: 'DELETE', path: `/pais/${paiId}/roles/${roleId}` });
export const listRoleVersions = (paiId: string, roleId: string) => call<{ versions: RoleVersion[] }>({ method: 'GET', path: `/pais/${paiId}/roles/${roleId}/versions` });
export const undoRole = (paiId: string, roleId: string, version?: number) => call<{ role: AiRole }>({ method: 'POST', path: `/pais/${paiId}/roles/${roleId}/undo`, body: { version } });
export const tryRole = (paiId: string, roleId: string, body: TryoutBody) => call<TryoutReply>({ method: 'POST', path: `/pais/${paiId}/roles/${roleId}/tryout`, body });
export const getMeter = (paiId: string) => call<MeterReply>({ method: 'GET', path: `/pais/${paiId}/ai/meter` });
export const listWithheld = (paiId: string) => call<WithheldReply>({ method: 'GET', path: `/pais/${paiId}/ai/withheld` });
export const listFacts = (paiId: string) => call<{ facts: MemoryFact[]; max: number }>({ method: 'GET', path: `/pais/${paiId}/ai/memory` });
export const addFact = (paiId: string, text: string, seq?: number) => call<{ fact: MemoryFact }>({ method: 'POST', path: `/pais/${paiId}/ai/memory`, body: { text, seq } });
export const patchFact = (paiId: string, factId: string, text: string) => call<{ fact: MemoryFact }>({ method: 'PATCH', path: `/pais/${paiId}/ai/memory/${factId}`, body: { text } });
export const deleteFact = (paiId: string, factId: string) => call<Ok>({ method: 'DELETE', path: `/pais/${paiId}/ai/memory/${factId}` });
export const forgetMe = (paiId: string) => call<{ forgotten: number }>({ method: 'DELETE', path: `/pais/${paiId}/ai/memory/mine` });
export const transferPai = (paiId: string, userId: string) => call<{ pai: Pai }>({ method: 'POST', path: `/pais/${paiId}/transfer`, body: { userId } });
export const dissolvePai = (paiId: string) => call<{ pai: Pai }>({ method: 'POST', path: `/pais/${paiId}/dissolve` });
export const restorePai = (paiId: string) => call<{ pai: Pai }>({ method: 'POST', path: `/pais/${paiId}/restore` });

// members
export const listMembers = (paiId: string) => call<{ members: Member[] }>({ method: 'GET', path: `/pais/${paiId}/members` });
export const patchMember = (paiId: string, userId: string, body: { role?: 'admin' | 'member'; mutedMinutes?: number }) =>
  call<{ member: Member }>({ method: 'PATCH', path: `/pais/${paiId}/members/${userId}`, body });
export const removeMember = (paiId: string, userId: string, block: boolean) =>
  call<Ok>({ method: 'DELETE', path: `/pais/${paiId}/members/${userId}`, query: { block: block ? 1 : undefined } });
export const listBlocked = (paiId: string) => call<{ blocked: { userId: string; name: string }[] }>({ method: 'GET', path: `/pais/${paiId}/blocked` });
export const unblock = (paiId: string, userId: string) => call<Ok>({ method: 'DELETE', path: `/pais/${paiId}/blocked/${userId}` });
export const listRequests = (paiId: string) => call<{ requests: Applicant[] }>({ method: 'GET', path: `/pais/${paiId}/requests` });
export const decideRequest = (paiId: string, userId: string, approve: boolean) =>
  call<Ok>({ method: 'POST', path: `/pais/${paiId}/requests/${userId}`, body: { approve } });

// invites and joining
export interface Accepted {
  pai?: Pai;
  /** Waiting for the owner to agree. */
  pending: boolean;
}
export const joinByNumber = (number: string) => call<Accepted>({ method: 'POST', path: '/pais/join', body: { number } });
export const getNumberCard = (number: string) => call<CardReply>({ method: 'GET', path: `/numbers/${number.replace(/\s/g, '')}`, signedIn: 'maybe' });
export const createInvite = (paiId: string, body: { maxUses?: number; hours?: number } = {}) =>
  call<{ id: string; token: string; url: string; path: string; expiresAt: string }>({ method: 'POST', path: `/pais/${paiId}/invites`, body });
export const listInvites = (paiId: string) => call<{ invites: Invite[] }>({ method: 'GET', path: `/pais/${paiId}/invites` });
export const revokeInvite = (paiId: string, inviteId: string) => call<Ok>({ method: 'DELETE', path: `/pais/${paiId}/invites/${inviteId}` });
export const getInviteCard = (token: string) => call<CardReply>({ method: 'GET', path: `/invites/${token}`, signedIn: 'maybe' });
export const acceptInvite = (token: string) => call<Accepted>({ method: 'POST', path: `/invites/${token}/accept` });
/** Path of the mini-program code picture (PNG) of an invite, for `fileUrl`. */
export const inviteCodePath = (token: string): string => `/api/invites/${token}/code`;

// messages
export const listMessages = (paiId: string, query: { after?: number; before?: number; around?: number; limit?: number }) =>
  call<PageReply>({ method: 'GET', path: `/pais/${paiId}/messages`, query });
export const sendMessage = (paiId: string, body: SendBody) => call<{ message: Message }>({ method: 'POST', path: `/pais/${paiId}/messages`, body });
export const editMessage = (paiId: string, seq: number, body: { text: string; mentions?: string[] }) =>
  call<{ message: Message }>({ method: 'PATCH', path: `/pais/${paiId}/messages/${seq}`, body });
export const recallMessage = (paiId: string, seq: number) => call<{ message: Message }>({ method: 'DELETE', path: `/pais/${paiId}/messages/${seq}` });
export const setReaction = (paiId: string, seq: number, emoji: string, on: boolean) =>
  call<{ message: Message }>({ method: on ? 'PUT' : 'DELETE', path: `/pais/${paiId}/messages/${seq}/reactions/${encodeURIComponent(emoji)}` });
export const setPin = (paiId: string, seq: number, on: boolean) =>
  call<{ message: Message }>({ method: on ? 'PUT' : 'DELETE', path: `/pais/${paiId}/messages/${seq}/pin` });
export const actOnCard = (paiId: string, seq: number, act: 'confirm' | 'dismiss' | 'undo' | 'close') => call<{ message: Message }>({ method: 'POST', path: `/pais/${paiId}/messages/${seq}/card/${act}` });
export const voteOnCard = (paiId: string, seq: number, options: number[]) => call<{ message: Message }>({ method: 'PUT', path: `/pais/${paiId}/messages/${seq}/card/vote`, body: { options } });
export const editCard = (paiId: string, seq: number, act: Act) => call<{ message: Message }>({ method: 'PUT', path: `/pais/${paiId}/messages/${seq}/card`, body: { act } });
export const createCard = (paiId: string, body: NewCardBody) => call<{ message: Message }>({ method: 'POST', path: `/pais/${paiId}/cards`, body });
export const listReminders = (paiId: string) => call<{ messages: Message[] }>({ method: 'GET', path: `/pais/${paiId}/reminders` });
export const cancelReminder = (paiId: string, cardId: string) => call<{ message: Message }>({ method: 'DELETE', path: `/pais/${paiId}/reminders/${cardId}` });
export const listPins = (paiId: string) => call<{ messages: Message[] }>({ method: 'GET', path: `/pais/${paiId}/pins` });
export const reportMessage = (paiId: string, seq: number, body: ReportBody) =>
  call<Ok>({ method: 'POST', path: `/pais/${paiId}/messages/${seq}/report`, body });
export const postRead = (paiId: string, seq: number) =>
  call<{ readSeq: number; unread: number }>({ method: 'POST', path: `/pais/${paiId}/read`, body: { seq } });
export const listMentions = (paiId: string) => call<{ seqs: number[] }>({ method: 'GET', path: `/pais/${paiId}/mentions` });
export const searchMessages = (query: { q: string; paiId?: string; before?: string; limit?: number }) =>
  call<{ hits: SearchHit[] }>({ method: 'GET', path: '/search', query });
export const listOpenToday = () => call<OpenToday>({ method: 'GET', path: '/challenges/today' });
export const getRun = (runId: string) => call<{ run: Run }>({ method: 'GET', path: `/runs/${runId}` });
export const postRecap = (paiId: string, body: RecapBody) => call<{ run: Run }>({ method: 'POST', path: `/pais/${paiId}/recaps`, body });
export const stopRun = (runId: string) => call<{ run: Run }>({ method: 'POST', path: `/runs/${runId}/stop`, body: {} });
