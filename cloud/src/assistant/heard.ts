import { LOOK_BACK, decide, type Decision, type Person, type SpeakMessage } from '../engine/speak';
import { listUsers } from '../account';
import { SECOND } from '../infra/clock';
import { listBefore, type MessageDoc } from '../message';
import { aliasesOf, listUnreadable, type AssistantDoc, type PaiDoc } from '../pai';

/** The talk around some messages as the speaking rules read it. */
export interface Talk {
  pai: PaiDoc;
  people: Person[];
  /** Members who do not let the AI read them. */
  unreadable: ReadonlySet<string>;
  docs: MessageDoc[];
}

/** Reads the talk up to the last of some messages of one pai, from enough before the first. */
export async function readTalk(pai: PaiDoc, messages: readonly MessageDoc[]): Promise<Talk> {
  const seqs = messages.map(({ seq }) => seq);
  const [first, last] = [Math.min(...seqs), Math.max(...seqs)];
  const [docs, users, unreadable] = await Promise.all([
    listBefore(pai._id, last + 1, Math.max(1, first - LOOK_BACK), last - first + 1 + LOOK_BACK),
    listUsers(pai.members.map(({ userId }) => userId)),
    listUnreadable(pai._id),
  ]);
  const people = [...users.map(({ _id, nickname }) => ({ id: _id, name: nickname })), ...pai.assistants.map(({ id, name }) => ({ id, name, isAi: true }))];
  return { pai, people, unreadable: new Set(unreadable), docs: docs.filter(({ kind, recalledAt }) => kind !== 'system' && !recalledAt) };
}

/* Of members who hid from the AI only the structure counts: when, whom they mention, what they quote. */
const asSpoken = ({ seq, senderId, sentAt, text, mentions, replyTo }: MessageDoc, { unreadable }: Talk): SpeakMessage => ({
  id: String(seq),
  author: senderId,
  at: sentAt.getTime() / SECOND,
  text: unreadable.has(senderId) ? '' : text,
  ...(mentions ? { mentions } : {}),
  ...(replyTo ? { replyTo: String(replyTo.seq) } : {}),
});

/** The message that is quoted, where it is older than the talk that was read. */
const quotedBefore = ({ replyTo, sentAt }: MessageDoc, docs: readonly MessageDoc[]): SpeakMessage[] =>
  replyTo && !docs.some(({ seq }) => seq === replyTo.seq) ? [{ id: String(replyTo.seq), author: replyTo.senderId, at: sentAt.getTime() / SECOND, text: replyTo.text }] : [];

/** What the speaking rules say of one role and one message, from what stood before it alone [A1]. */
export function decisionOf(talk: Talk, { id, name, mode }: AssistantDoc, message: MessageDoc): Decision {
  const before = talk.docs.filter(({ seq }) => seq < message.seq).slice(-LOOK_BACK);
  const room = { self: { id, name, aliases: aliasesOf(name) }, mode, people: talk.people };
  return decide(room, [...quotedBefore(message, before), ...before.map((doc) => asSpoken(doc, talk))], asSpoken(message, talk));
}
