import type { RecapMessage } from '../engine/recap';
import { callTest } from '../engine/speak';
import { SECOND } from '../infra/clock';
import { listBetween, wordsOf, type MessageDoc, type Reader } from '../message';
import { aliasesOf, listUnreadable, type AssistantDoc } from '../pai';

/** A member reading for themselves or for all, and whom they may not read through the AI's eyes. */
export interface TalkReader extends Reader {
  hidden: ReadonlySet<string>;
}

export const talkReader = async (reader: Reader): Promise<TalkReader> => ({ ...reader, hidden: new Set(await listUnreadable(reader.pai._id)) });

/** A stretch of the log as it was read: the talk in it, and what it takes to know later whether that still holds. */
export interface Talk {
  docs: MessageDoc[];
  lines: RecapMessage[];
  authors: string[];
  /** Who was left out, and with how many messages. */
  omitted: string[];
  leftOut: number;
  /** The last change of any of its messages, by the store's clock. */
  changedAt: Date;
}

const NEVER = new Date(0);
const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/**
 * Finds among some messages those said to an AI role, by mention or by name: they are not what the group talked about.
 * Of members who hid from the AI the words are not looked at.
 */
export function saidTo(roles: readonly AssistantDoc[], docs: readonly MessageDoc[], hidden: ReadonlySet<string>): (doc: MessageDoc) => boolean {
  const people = [...new Map(docs.map(({ senderId, senderName }) => [senderId, { id: senderId, name: senderName }])).values()];
  const calls = roles.map(({ id, name }) => callTest({ id, name, aliases: aliasesOf(name) }, people));
  return ({ senderId, text, mentions }) => calls.some((isCall) => isCall({ author: senderId, text: hidden.has(senderId) ? '' : text, mentions }));
}

function lineOf(doc: MessageDoc): RecapMessage[] {
  const text = wordsOf(doc);
  if (text === undefined) return [];
  return [{ id: String(doc.seq), author: doc.senderName, at: Math.floor(doc.sentAt.getTime() / SECOND), text, replyTo: doc.replyTo ? String(doc.replyTo.seq) : null }];
}

/** The talk in some messages: people's words, but not polls, reminders and what they said to an AI role. */
export function talkIn(docs: readonly MessageDoc[], { pai, hidden }: TalkReader): Talk {
  const isToAi = saidTo(pai.assistants, docs, hidden);
  const people = docs.filter((doc) => doc.senderKind === 'user' && !doc.recalledAt && !doc.card && !isToAi(doc));
  const left = people.filter(({ senderId }) => hidden.has(senderId));
  const read = people.filter(({ senderId }) => !hidden.has(senderId));
  return {
    docs: read,
    lines: read.flatMap(lineOf),
    authors: unique(read.map(({ senderId }) => senderId)),
    omitted: unique(left.map(({ senderId }) => senderId)),
    leftOut: left.length,
    changedAt: docs.reduce((last, { changedAt }) => (changedAt && changedAt > last ? changedAt : last), NEVER),
  };
}

const WINDOW = 200;

/** Positions from…to, recalled ones too, in pieces small enough for one read. */
export async function* pagesOf({ pai, me }: TalkReader, from: number, to: number): AsyncGenerator<MessageDoc[]> {
  for (let start = Math.max(from, me.fromSeq); start <= to; start += WINDOW) yield await listBetween(pai._id, start, Math.min(start + WINDOW - 1, to));
}

/** All that may be read from one position to another. */
export async function readTalk(reader: TalkReader, from: number, to: number): Promise<Talk> {
  const docs: MessageDoc[] = [];
  for await (const page of pagesOf(reader, from, to)) docs.push(...page);
  return talkIn(docs, reader);
}
