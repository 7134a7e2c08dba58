import { createCipheriv, createHash } from 'node:crypto';
import { draw, nowOf, type PushTarget, type State } from './state';

/** WeChat waits this long for an answer and tries three times. */
const ANSWER_MS = 5_000;
const TRIES = 3;
const ACCOUNT = 'gh_97417a04a28d';
const PUSHER = 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY';

const sha1 = (...parts: string[]): string => createHash('sha1').update(parts.sort().join('')).digest('hex');

function encrypt(state: State, target: PushTarget, text: string): string {
  const key = Buffer.from(`${target.aesKey}=`, 'base64');
  const random = draw(state, 'push').toString('hex').slice(0, 16);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(text));
  const plain = Buffer.concat([Buffer.from(random), length, Buffer.from(text), Buffer.from(state.appId)]);
  const pad = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16));
  cipher.setAutoPadding(false);
  return cipher.update(Buffer.concat([plain, Buffer.alloc(pad, pad)]), undefined, 'base64') + cipher.final('base64');
}

function xmlOf(name: string, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => xmlOf(name, item)).join('');
  if (typeof value === 'number') return `<${name}>${value}</${name}>`;
  if (typeof value === 'string') return `<${name}><![CDATA[${value}]]></${name}>`;
  const inner = Object.entries(value as object).map(([key, item]) => xmlOf(key, item));
  return `<${name}>${inner.join('')}</${name}>`;
}

const format = (target: PushTarget, fields: object): string => (target.format === 'xml' ? xmlOf('xml', fields) : JSON.stringify(fields));

function sign(state: State, target: PushTarget, encrypted?: string): URLSearchParams {
  const timestamp = String(Math.floor(nowOf(state) / 1000));
  const nonce = String(draw(state, 'nonce').readUInt32BE());
  const query = new URLSearchParams({ signature: sha1(target.token, timestamp, nonce), timestamp, nonce });
  if (encrypted === undefined) return query;
  query.set('encrypt_type', 'aes');
  query.set('msg_signature', sha1(target.token, timestamp, nonce, encrypted));
  return query;
}

const addressOf = (target: PushTarget, query: URLSearchParams): string => `${target.url}${target.url.includes('?') ? '&' : '?'}${query.toString()}`;

async function post(state: State, target: PushTarget, fields: object): Promise<number> {
  const text = format(target, fields);
  const encrypted = target.aesKey === undefined ? undefined : encrypt(state, target, text);
  const body = encrypted === undefined ? text : format(target, { ToUserName: ACCOUNT, Encrypt: encrypted });
  const headers = { 'content-type': target.format === 'xml' ? 'text/xml' : 'application/json' };
  try {
    const response = await fetch(addressOf(target, sign(state, target, encrypted)), { method: 'POST', body, headers, signal: AbortSignal.any([state.stopped, AbortSignal.timeout(ANSWER_MS)]) });
    await response.arrayBuffer();
    return response.status;
  } catch {
    return 0;
  }
}

/** Pushes an event to the configured address, up to three times until it is answered with 200. */
export async function deliver(state: State, traceId: string, event: Record<string, unknown>): Promise<void> {
  const createTime = Math.floor(nowOf(state) / 1000);
  const fields = { ToUserName: ACCOUNT, FromUserName: PUSHER, CreateTime: createTime, MsgType: 'event', ...event };
  const record = { traceId, fields, tries: [] as number[] };
  state.pushes.push(record);
  if (state.push === null) return;
  const isOpen = (): boolean => record.tries.length < TRIES && record.tries.at(-1) !== 200 && !state.stopped.aborted;
  while (isOpen()) record.tries.push(await post(state, state.push, fields));
}

/** What WeChat does when an address is entered in its console. True: the address echoed as it should. */
export async function verifyAddress(state: State): Promise<boolean> {
  const target = state.push;
  if (target === null) return false;
  const query = sign(state, target);
  const echostr = String(draw(state, 'echo').readBigUInt64BE());
  query.set('echostr', echostr);
  const response = await fetch(addressOf(target, query));
  return response.status === 200 && (await response.text()) === echostr;
}
