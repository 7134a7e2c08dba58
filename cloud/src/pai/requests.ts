import type { Applicant } from '@shared/wire/pai';
import { AppError } from '../errors';
import { accessPai } from './access';
import { seat } from './join';
import type { PaiDoc } from './model';
import { tellChanged } from './news';
import { giveBackUses } from './invite/store';
import { facesOf } from './present';
import { pullBlocked, pullRequest } from './store';

/** Open wishes to join, oldest first. */
export async function listRequests(userId: string, paiId: string): Promise<Applicant[]> {
  const { pai } = await accessPai(userId, paiId, 'decide-requests');
  const faces = await facesOf(pai.requests.flatMap((request) => [request.userId, request.inviterId ?? []].flat()));
  return pai.requests.flatMap((request) => {
    const face = faces.get(request.userId);
    if (!face) return [];
    const inviterName = request.inviterId ? faces.get(request.inviterId)?.name : undefined;
    return [{ userId: request.userId, name: face.name, ...(face.avatar ? { avatar: face.avatar } : {}), via: request.via, ...(inviterName ? { inviterName } : {}), at: request.at.toISOString() }];
  });
}

/** Lets an applicant in or turns the wish down. Throws `request/unknown-applicant` when somebody else was faster. */
export async function decideRequest(userId: string, paiId: string, applicantId: string, approve: boolean): Promise<PaiDoc> {
  const { pai } = await accessPai(userId, paiId, 'decide-requests');
  if (!pai.requests.some((request) => request.userId === applicantId)) throw new AppError('request/unknown-applicant');
  if (approve) return seat(pai, applicantId);
  const after = await pullRequest(paiId, applicantId);
  if (!after) throw new AppError('request/unknown-applicant');
  await giveBackUses(paiId, applicantId);
  tellChanged(after);
  return after;
}

export async function listBlocked(userId: string, paiId: string): Promise<{ userId: string; name: string }[]> {
  const { pai } = await accessPai(userId, paiId, 'remove-member');
  const faces = await facesOf(pai.blocked);
  return pai.blocked.flatMap((id) => {
    const face = faces.get(id);
    return face ? [{ userId: id, name: face.name }] : [];
  });
}

export async function unblock(userId: string, paiId: string, blockedId: string): Promise<void> {
  await accessPai(userId, paiId, 'remove-member');
  await pullBlocked(paiId, blockedId);
}
