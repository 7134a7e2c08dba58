import { messageLine, publishBatch, type Line } from '../realtime';
import type { MessageDoc } from './model';
import { presentMessage, presentTo, viewersOf } from './present';

const memberships = new Map<string, number>();

/** Remembers the membership a send or change was judged by, for the batch that will carry it [P1]. */
export function noteMembership(paiId: string, version: number): void {
  if (version > (memberships.get(paiId) ?? 0)) memberships.set(paiId, version);
}

function lineOf(type: 'message.created' | 'message.changed', doc: MessageDoc): Line {
  const line = messageLine(type, doc.seq, JSON.stringify(presentMessage(doc)));
  const userIds = viewersOf(doc);
  return userIds[0] === undefined ? line : { ...line, own: { userIds, json: JSON.stringify(presentTo(userIds[0])(doc)) } };
}

export const createdLine = (doc: MessageDoc): Line => lineOf('message.created', doc);
export const changedLine = (doc: MessageDoc): Line => lineOf('message.changed', doc);

function publish(paiId: string, lines: Line[]): void {
  if (lines.length > 0) publishBatch(paiId, { membership: memberships.get(paiId) ?? 0, lines });
}

/** Tells the sockets of new messages [L4]. */
export const publishCreated = (paiId: string, docs: readonly MessageDoc[]): void => publish(paiId, docs.map(createdLine));

/** Tells the sockets of changed messages. */
export const publishChanged = (paiId: string, docs: readonly (MessageDoc | null)[]): void => publish(paiId, docs.flatMap((doc) => (doc ? [changedLine(doc)] : [])));
