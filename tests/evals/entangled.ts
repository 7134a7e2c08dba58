import { readFileSync } from 'node:fs';

export const HELPER = 'helper';

/** One message of a chat in which several users talk with one helper. */
export interface EntangledMessage {
  id: string;
  author: string;
  at: number;
  text: string;
  /** Place of the message it answers. */
  goldReply: number | null;
  asks: boolean;
  acts: string[];
}

interface Row {
  messages: { i: number; t: number; author: string; text: string; reply_to: number | null; asks?: boolean; acts: string[] }[];
}

/** The chats of a file of JSON lines. */
export const readEntangled = (file: string): EntangledMessage[][] =>
  readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => (JSON.parse(line) as Row).messages.map(({ i, t, author, text, reply_to, asks = false, acts }) => ({ id: String(i), author, at: t, text, goldReply: reply_to, asks, acts })));
