import { listUsers } from '../account';
import { answer, createModel, offlineModel, type Answer, type Asker, type Locale } from '../agents';
import { config } from '../config';
import { SECOND, now, zoned } from '../infra/clock';
import { log } from '../infra/logger';
import { storeUnreachable } from '../infra/mongo';
import { findMessage, type MessageDoc, type PartDoc } from '../message';
import { facesOf, type AssistantDoc, type PaiDoc } from '../pai';
import { readableFor, type ReadAccount, type Readable } from './lines';
import type { AskDoc } from './model';

export interface Turn {
  pai: PaiDoc;
  assistant: AssistantDoc;
  /** Not empty; every asker is in the pai. */
  asks: AskDoc[];
  /** No further attempt follows: it must say something now. */
  lastAttempt: boolean;
  /** Earlier attempts died without a word, so this one does not try the same again. */
  hopeless: boolean;
  signal: AbortSignal;
}

/** What the AI member is going to say, and the account of how it came to it. */
export interface Thought {
  parts: PartDoc[];
  /** How each source is called: "外婆 20:14". */
  labels: ReadonlyMap<number, string>;
  fallback: boolean;
  /** It says only that it could not answer. */
  failed: boolean;
  read: ReadAccount;
  model: string;
  tokens: { input: number; output: number };
  dropped: number;
}

const FAILED = {
  zh: '这次没能答上来，可能是模型或网络出了问题。请过一会儿再叫我一次。',
  en: 'I could not answer this time; the model or the network may be down. Please call me again in a while.',
} as const satisfies Record<Locale, string>;

const modelOf = () => {
  const { MODEL_BASE_URL, MODEL_NAME, MODEL_KEY, MODEL_EXTRA, MODEL_TOOLS, MODEL_STREAM_USAGE, MODEL_TOOL_CHOICE, MODEL_TIMEOUT_SECONDS } = config();
  return createModel({
    baseUrl: MODEL_BASE_URL,
    name: MODEL_NAME,
    key: MODEL_KEY,
    extra: MODEL_EXTRA,
    tools: MODEL_TOOLS,
    streamUsage: MODEL_STREAM_USAGE,
    toolChoice: MODEL_TOOL_CHOICE,
    timeoutMs: MODEL_TIMEOUT_SECONDS * SECOND,
  });
};

async function askersOf({ pai, asks }: Turn): Promise<Asker[]> {
  const [messages, faces] = await Promise.all([Promise.all(asks.map(({ seq }) => findMessage(pai._id, seq))), facesOf(asks.map(({ userId }) => userId))]);
  return asks.map(({ userId, name, seq }, i) => ({ id: userId, name: faces.get(userId)?.name ?? name, seq, text: messages[i]?.text ?? '' }));
}

async function localeOf({ asks }: Turn): Promise<Locale> {
  const last = asks.at(-1)?.userId;
  const [user] = last === undefined ? [] : await listUsers([last]);
  return user?.locale === 'en' ? 'en' : 'zh';
}

const labelOf = ({ senderName, sentAt }: MessageDoc): string => `${senderName} ${zoned(sentAt, config().TIME_ZONE).time}`;

function thoughtOf(said: Answer, readable: Readable): Thought {
  const cited = [...new Set(said.parts.flatMap(({ cites }) => cites))];
  const labels = cited.flatMap((seq) => {
    const message = readable.messageAt(seq);
    return message ? [[seq, labelOf(message)] as const] : [];
  });
  return {
    parts: said.parts,
    labels: new Map(labels),
    fallback: said.fallback,
    failed: false,
    read: readable.account(),
    model: said.model,
    tokens: said.usage,
    dropped: said.dropped,
  };
}

async function answerTurn(turn: Turn, readable: Readable): Promise<Thought> {
  const { pai, assistant, signal } = turn;
  const [askers, locale, faces, lines] = await Promise.all([askersOf(turn), localeOf(turn), facesOf(pai.members.map(({ userId }) => userId)), readable.context()]);
  const said = await answer({
    model: modelOf(),
    fallback: offlineModel(),
    signal,
    now: now(),
    zone: config().TIME_ZONE,
    locale,
    self: { name: assistant.name, manner: assistant.manner },
    askers,
    lines,
    tools: readable.reading,
    members: [...faces.values()].map(({ name }) => name),
    onFailure: (what, error) => log().warn({ what, reason: (error as Error).message, paiId: pai._id }, 'part of an AI turn failed'),
  });
  return thoughtOf(said, readable);
}

async function apology(turn: Turn, readable: Readable): Promise<Thought> {
  const parts = [{ text: FAILED[await localeOf(turn)], cites: [] }];
  return { parts, labels: new Map(), fallback: true, failed: true, read: readable.account(), model: '', tokens: { input: 0, output: 0 }, dropped: 0 };
}

/**
 * Works out what to say to the asks of one turn. Rejects when the signal ends it, when the store cannot be reached, and
 * when another attempt may do better; on the last attempt it says plainly that it could not.
 */
export async function think(turn: Turn): Promise<Thought> {
  const readable = await readableFor(turn.pai, turn.asks, turn.assistant);
  if (turn.hopeless) return apology(turn, readable);
  try {
    return await answerTurn(turn, readable);
  } catch (error) {
    if (turn.signal.aborted || !turn.lastAttempt || storeUnreachable(error)) throw error;
    log().error({ err: error, paiId: turn.pai._id }, 'an AI turn failed for good');
    return apology(turn, readable);
  }
}
