import { isAsk } from '../speak/ask';
import { clausesOf } from '../speak/clauses';
import { onlyCourtesy } from '../speak/courtesy';
import { fold } from '../text/fold';
import { termsOf } from '../text/terms';
import { asksFor, gives } from './kinds';
import { NameBook } from './nameBook';
import type { ThreadMessage } from './types';

/** What the features look at in one message. */
export interface Line {
  speaker: string;
  at: number;
  /** A line that is nobody's message: joins, renames. */
  isNotice: boolean;
  isBot: boolean;
  isAsking: boolean;
  isGreeting: boolean;
  isThanks: boolean;
  isNod: boolean;
  isCommand: boolean;
  /** Only makes sense after something: begins with it, that, but, 那, 它 … */
  isLeaning: boolean;
  hasHan: boolean;
  length: number;
  /** The one it is addressed to by name at its start, and all others named in it. */
  target: string | null;
  named: ReadonlySet<string>;
  asks: number;
  gives: number;
  terms: ReadonlySet<string>;
  chars: ReadonlySet<string>;
}

const ACTION = /^(?:\[[\d:]+\]\s*)?\*\s+(\S+)\s/;
const BOT = /bot\d*[_-]*$|^u?bot|bot$|^dpkg$|serv$|机器人|助手|helper/;
const NOD = /^(?:\S+[:,]\s*)?(?:ok|okay|k|yes|yeah|yep|yup|no|nope|nah|right|sure|true|exactly|lol|haha|heh|hmm+|oh|ah|cool|great|nice|good|好|行|可以|嗯|哦|对|是|不|没|哈)/;
const GREETING = /^(?:hi|hello|hey|yo|good (?:morning|evening|afternoon)|greetings|anyone|does any|can any|大家好|你好|您好|请问|hello all)/;
const THANKS = /\b(?:thanks?|thx|ty|tks|cheers|thank you)\b|谢/;
const LEANING = /^(?:\S+[:,]\s*)?(?:it|that|this|he|she|they|but|and|so|or|then|because|also|well|which|i did|i tried|i have|same|there|那|它|他|她|这|但|可是|所以|然后|还有|而且|就|也)/;
const HAN = /\p{Script=Han}/u;
const HANS = /\p{Script=Han}/gu;

const speakerOf = ({ author, text }: ThreadMessage): string => fold(author === '*' ? (ACTION.exec(text)?.[1] ?? '*') : author);

function lineOf(message: ThreadMessage, speaker: string, names: NameBook): Line {
  const isNotice = speaker === '*';
  const text = fold(message.text).trim();
  const body = message.author === '*' ? text.replace(ACTION, '') : text;
  const clauses = isNotice ? [] : clausesOf(body);
  const { target, named } = names.in(body, speaker);
  return {
    speaker,
    at: message.at,
    isNotice,
    isBot: BOT.test(speaker),
    isAsking: isAsk(clauses),
    isGreeting: GREETING.test(body),
    isThanks: THANKS.test(body),
    isNod: NOD.test(body) || onlyCourtesy(clauses) === 'acknowledgement',
    isCommand: /^[!/.~]\w/.test(body),
    isLeaning: LEANING.test(body),
    hasHan: HAN.test(body),
    length: body.length,
    target,
    named,
    asks: asksFor(body),
    gives: gives(body),
    terms: new Set(isNotice ? [] : termsOf(body).filter((term) => !names.has(term))),
    chars: new Set(body.match(HANS) ?? []),
  };
}

/** Reads all messages once. */
export function linesOf(messages: readonly ThreadMessage[]): Line[] {
  const speakers = messages.map(speakerOf);
  const names = new NameBook(speakers, messages);
  return messages.map((message, i) => lineOf(message, speakers[i] as string, names));
}
