import type { CardReply } from '@shared/wire/pai';
import { AppError } from '../errors';
import { checkPoints, takePoint } from '../http/rateLimit';
import { cardReply } from './card';
import { join, requireOpen } from './join';
import type { PaiDoc } from './model';
import { findPaiByNumber } from './store';

async function openNumber(number: string, userId: string): Promise<PaiDoc> {
  await checkPoints('guess', userId);
  const pai = await findPaiByNumber(number.replace(/\s/g, ''));
  // A pai that takes nobody answers like none, so that numbers cannot be collected.
  if (!pai || pai.dissolveAt || (pai.joinRule === 'closed' && !pai.members.some((member) => member.userId === userId))) {
    await takePoint('guess', userId);
    throw new AppError('pai/number-unknown', { field: 'number' });
  }
  return pai;
}

/** The card behind a 派号. */
export async function readNumber(number: string, userId: string): Promise<CardReply> {
  return cardReply(requireOpen(await openNumber(number, userId), userId), userId);
}

/** Asks to join by 派号; the owner or an admin decides. */
export async function joinByNumber(number: string, userId: string): Promise<{ pai: PaiDoc; pending: boolean }> {
  return join(await openNumber(number, userId), userId, { via: 'number' });
}
