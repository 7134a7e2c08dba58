import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { nowMs, SECOND } from '../clock';
import { sameText } from '../secret';
import { keyOf, open, seal, signatureOf } from './pushCrypto';
import { parseXml } from './xml';

/** The query WeChat puts on the push address, as the route received it. */
export type PushQuery = Record<string, unknown>;

export interface PushMessage {
  fromUserName: string;
  toUserName: string;
  /** Seconds since 1970. */
  createTime: number;
  /** `event`, `text` … */
  msgType: string;
  /** With msgType `event`: which, e.g. `wxa_media_check`. */
  event?: string;
  /** Equal for two deliveries of one push. */
  dedupeKey: string;
  /** All fields as sent; from XML every value is text. */
  fields: Record<string, unknown>;
}

/** `signature`: not from WeChat. `not-encrypted`: secure mode is set up here, but not used. `app`: for another app. `malformed`: no push. */
export type PushRefusal = 'signature' | 'not-encrypted' | 'app' | 'malformed';

/** A push that must not be acted upon; answer 403. */
export class PushError extends Error {
  override readonly name = 'PushError';

  constructor(readonly reason: PushRefusal) {
    super(`push refused: ${reason}`);
  }
}

interface PushOptions {
  appId: string;
  /** The token entered in the WeChat console. */
  token: string;
  /** EncodingAESKey. With it only encrypted pushes are taken: a plain signature does not cover the body. */
  aesKey?: string;
  /** Milliseconds since 1970. */
  clock?: () => number;
  random?: () => Buffer;
}

const Signed = z.object({ timestamp: z.string().regex(/^\d{1,20}$/), nonce: z.string().regex(/^[\w-]{1,64}$/) });
const Text = z.string().max(4096);
const Message = z.looseObject({
  FromUserName: Text,
  ToUserName: Text,
  CreateTime: z.coerce.number().int().nonnegative(),
  MsgType: Text,
  Event: Text.optional(),
  MsgId: z.coerce.string().max(64).optional(),
  trace_id: Text.optional(),
});

function parseBody(body: string): Record<string, unknown> {
  try {
    return body.trimStart().startsWith('<') ? parseXml(body.trim()) : z.record(z.string(), z.unknown()).parse(JSON.parse(body));
  } catch {
    throw new PushError('malformed');
  }
}

function present(fields: Record<string, unknown>): PushMessage {
  const parsed = Message.safeParse(fields);
  if (!parsed.success) throw new PushError('malformed');
  const { FromUserName, ToUserName, CreateTime, MsgType, Event, MsgId, trace_id } = parsed.data;
  // Many media verdicts carry one sender and one second: only the trace id tells them apart.
  const dedupeKey = [FromUserName, CreateTime, MsgId ?? Event ?? MsgType, trace_id ?? ''].join(':');
  const message: PushMessage = { fromUserName: FromUserName, toUserName: ToUserName, createTime: CreateTime, msgType: MsgType, dedupeKey, fields };
  if (Event !== undefined) message.event = Event;
  return message;
}

export type Push = ReturnType<typeof createPush>;

/** The receiving end of WeChat's message push. Throws RangeError when `aesKey` is no EncodingAESKey. */
export function createPush({ appId, token, aesKey, clock = nowMs, random = () => Buffer.from(randomBytes(8).toString('hex')) }: PushOptions) {
  const key = aesKey === undefined ? null : keyOf(aesKey);

  function check(query: PushQuery, signature: unknown, ...extra: string[]): void {
    const signed = Signed.safeParse(query);
    if (!signed.success || typeof signature !== 'string') throw new PushError('signature');
    if (!sameText(signature, signatureOf(token, signed.data.timestamp, signed.data.nonce, ...extra))) throw new PushError('signature');
  }

  function decrypt(query: PushQuery, aes: Buffer, encrypted: unknown): Record<string, unknown> {
    if (typeof encrypted !== 'string') throw new PushError('not-encrypted');
    check(query, query.msg_signature, encrypted);
    const opened = open(aes, encrypted);
    if (!opened) throw new PushError('malformed');
    if (opened.appId !== appId) throw new PushError('app');
    return parseBody(opened.text);
  }

  return {
    /** Answers WeChat's first GET: the text to send back. Throws PushError. */
    verifyAddress(query: PushQuery): string {
      check(query, query.signature);
      if (typeof query.echostr !== 'string') throw new PushError('malformed');
      return query.echostr;
    },

    /** Reads a push from its raw body, JSON or XML. Answer `success` at once and work afterwards. Throws PushError. */
    read(query: PushQuery, body: string): PushMessage {
      if (key) return present(decrypt(query, key, parseBody(body).Encrypt));
      check(query, query.signature);
      return present(parseBody(body));
    },

    /** Seals a reply other than `success` (secure mode only), in the format the push came in. Throws PushError. */
    sealReply(query: PushQuery, text: string, format: 'json' | 'xml'): string {
      const signed = Signed.safeParse(query);
      if (!signed.success || !key) throw new PushError('malformed');
      const timestamp = Math.floor(clock() / SECOND);
      const { nonce } = signed.data;
      const encrypted = seal(key, appId, text, random());
      const signature = signatureOf(token, String(timestamp), nonce, encrypted);
      if (format === 'json') return JSON.stringify({ Encrypt: encrypted, MsgSignature: signature, TimeStamp: timestamp, Nonce: nonce });
      const field = (name: string, value: string): string => `<${name}><![CDATA[${value}]]></${name}>`;
      return `<xml>${field('Encrypt', encrypted)}${field('MsgSignature', signature)}<TimeStamp>${timestamp}</TimeStamp>${field('Nonce', nonce)}</xml>`;
    },
  };
}
