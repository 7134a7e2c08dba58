import { listUsers } from '../account';
import { answer, createModel, offlineModel, type Answer, type Asker, type Locale } from '../agents';
import { config } from '../config';
import { SECOND, now, zoned } from '../infra/clock';
import { log } from '../infra/logger';
import { storeUnreachable } from '../infra/mongo';
import { findMessage, type MessageDoc, type PartDoc } from '../message';
import type { AssistantDoc, PaiDoc } from '../pai';
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

/** The people of a pai by id, read once for a turn. */
type People = ReadonlyMap<string, { nickname: string; locale: Locale }>;

const peopleOf = async ({ members }: PaiDoc): Promise<People> => new Map((await listUsers(members.map(({ userId }) => userId))).map((user) => [user._id, user]));

async function askersOf({ pai, asks }: Turn, people: People): Promise<Asker[]> {
  const messages = await Promise.all(asks.map(({ seq }) => findMessage(pai._id, seq)));
  return asks.map(({ userId, name, seq }, i) => ({ id: userId, name: people.get(userId)?.nickname ?? name, seq, text: messages[i]?.text ?? '' }));
}

const localeOf = ({ asks }: Turn, people: People): Locale => people.get(asks.at(-1)?.userId ?? '')?.locale ?? 'zh';

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

async function answerTurn(turn: Turn, people: People, readable: Readable): Promise<Thought> {
  const { pai, assistant, signal } = turn;
  const [askers, lines] = await Promise.all([askersOf(turn, people), readable.context()]);
  const said = await answer({
    model: modelOf(),
    fallback: offlineModel(),
    signal,
    now: now(),
    zone: config().TIME_ZONE,
    locale: localeOf(turn, people),
    self: { name: assistant.name, manner: assistant.manner },
    askers,
    lines,
    tools: readable.reading,
    members: [...people.values()].map(({ nickname }) => nickname),
    onFailure: (what, error) => log().warn({ what, reason: (error as Error).message, paiId: pai._id }, 'part of an AI turn failed'),
  });
  return thoughtOf(said, readable);
}

function apology(turn: Turn, people: People, readable: Readable): Thought {
  const parts = [{ text: FAILED[localeOf(turn, people)], cites: [] }];
  return { parts, labels: new Map(), fallback: true, failed: true, read: readable.account(), model: '', tokens: { input: 0, output: 0 }, dropped: 0 };
}

/**
 * Works out what to say to the asks of one turn. Rejects when the signal ends it, when the store cannot be reached, and
 * when another attempt may do better; on the last attempt it says plainly that it could not.
 */
export async function think(turn: Turn): Promise<Thought> {
  const [readable, people] = await Promise.all([readableFor(turn.pai, turn.asks, turn.assistant), peopleOf(turn.pai)]);
  if (turn.hopeless) return apology(turn, people, readable);
  try {
    return await answerTurn(turn, people, readable);
  } catch (error) {
    if (turn.signal.aborted || !turn.lastAttempt || storeUnreachable(error)) throw error;
    log().error({ err: error, paiId: turn.pai._id }, 'an AI turn failed for good');
    return apology(turn, people, readable);
  }
}
