import type { CardReply } from '@shared/wire/pai';
import * as api from '@/transport/api';
import { takePai } from '../pai/store';

export type Joined = { kind: 'in'; paiId: string } | { kind: 'pending' };

function settle(reply: api.Accepted): Joined {
  if (reply.pending || reply.pai === undefined) return { kind: 'pending' };
  return { kind: 'in', paiId: takePai(reply.pai).id };
}

/** The card behind an invite or a 派号, seen before joining. Throws ApiError: each `invite/*` and `pai/*` code is a state of the page. */
export const loadInviteCard = (token: string): Promise<CardReply> => api.getInviteCard(token);
export const loadNumberCard = (number: string): Promise<CardReply> => api.getNumberCard(number);

/** Joins, or asks to. Throws ApiError. */
export const acceptInvite = async (token: string): Promise<Joined> => settle(await api.acceptInvite(token));
export const joinByNumber = async (number: string): Promise<Joined> => settle(await api.joinByNumber(number));

/** The invite token a page was opened with: `t` of a link or card, or WeChat's `scene` of a scanned code. */
export function inviteToken(query: Record<string, string | undefined>): string | undefined {
  const scene = query.scene === undefined ? undefined : decodeURIComponent(query.scene);
  const token = query.t ?? (scene?.startsWith('t=') ? scene.slice(2) : scene);
  return token !== undefined && /^[A-Za-z0-9_-]{8,64}$/.test(token) ? token : undefined;
}
