import { AppError } from '../errors';
import { changeCard, findCard, forgetOnCards, listPollsOf, type MessageWithCard } from '../message';
import { accessPai, findPai, memberOf, type PaiDoc } from '../pai';
import { requireDecider, step } from './step';

/** Ends a poll; only those who are still here count. */
export function closing({ members }: PaiDoc, { card }: MessageWithCard): Record<string, unknown> {
  const here = new Set(members.map(({ userId }) => userId));
  const ballots = Object.fromEntries(Object.entries(card.ballots ?? {}).filter(([userId]) => here.has(userId)));
  return { $set: { 'card.closed': true, 'card.ballots': ballots }, $unset: { 'card.live': 1, 'card.dueAt': 1 } };
}

/** Votes, votes otherwise, or (no options) withdraws the vote. Throws `card/…`. */
export async function vote(userId: string, paiId: string, seq: number, options: readonly number[]): Promise<MessageWithCard> {
  const access = await accessPai(userId, paiId);
  const message = await findCard(access, seq);
  if (!message) throw new AppError('card/not-found');
  const { act, id } = message.card;
  if (act.act !== 'poll') throw new AppError('card/kind');
  const chosen = [...new Set(options)].sort((a, b) => a - b);
  if (chosen.some((option) => option >= act.poll.options.length)) throw new AppError('request/invalid', { field: 'options', params: { field: 'options', why: `0…${act.poll.options.length - 1}` } });
  if (!act.poll.many && chosen.length > 1) throw new AppError('card/one-choice', { field: 'options' });
  const ballot = `card.ballots.${userId}`;
  const after = await changeCard(access.pai, seq, chosen.length > 0 ? { $set: { [ballot]: chosen } } : { $unset: { [ballot]: 1 } }, { 'card.id': id, 'card.state': 'confirmed', 'card.live': true });
  if (!after) throw new AppError(message.card.closed ? 'card/closed' : 'card/settled');
  return after;
}

/** Ends a poll by hand. Throws `card/not-yours`, `card/kind`, `card/settled`. */
export const closePoll = (userId: string, paiId: string, seq: number): Promise<MessageWithCard> =>
  step(userId, paiId, seq, (message, access) => {
    const { card } = message;
    if (card.act.act !== 'poll') throw new AppError('card/kind');
    if (card.by?.id !== userId) requireDecider(message, access);
    if (card.closed) return undefined;
    if (card.state !== 'confirmed') throw new AppError('card/settled');
    return closing(access.pai, message);
  });

/** Takes the votes of somebody who left out of the polls that still run. */
export async function dropVotes(paiId: string, userId: string): Promise<void> {
  const pai = await findPai(paiId);
  if (!pai || memberOf(pai, userId)) return;
  for (const { seq } of await listPollsOf(paiId, userId)) await changeCard(pai, seq, { $unset: { [`card.ballots.${userId}`]: 1 } }, { 'card.live': true });
}

/** Takes a deleted account's name and votes off every card. */
export const forgetVoter = (userId: string): Promise<void> => forgetOnCards(userId, '已注销');
