import type { RunReason } from '@shared/domain/runReason';
import { listUsers } from '../account';
import { answer, offlineModel, toldApart, type Answer, type Asker, type Further, type Locale, type PersonHere, type Proposal } from '../agents';
import { roomLeft } from '../card';
import { config } from '../config';
import { moderate } from '../engine/moderate';
import { now } from '../infra/clock';
import { log } from '../infra/logger';
import { storeUnreachable } from '../infra/mongo';
import { listBySeqs, type PartDoc } from '../message';
import { memberOf, type AssistantDoc, type PaiDoc } from '../pai';
import { labelOf } from './labelOf';
import { factsFor } from './memory';
import { challengesHere } from './supervisor/here';
import { placesHere, tripsHere } from './trip/here';
import { readableFor, type ReadAccount, type Readable } from './lines';
import type { RunDoc } from './model';
import { configuredModel } from './speaker';
import type { Standing } from './standing';

export interface Turn extends Standing {
  /** No further attempt follows: it must say something now. */
  lastAttempt: boolean;
  /** Earlier attempts died without a word, so this one does not try the same again. */
  hopeless: boolean;
  signal: AbortSignal;
  /** Given what may be shown of the text so far, as it grows [A6]. */
  onText: (visible: () => string) => void;
}

/** What the AI member is going to say, and the account of how it came to it. */
export interface Thought {
  parts: PartDoc[];
  /** How each source is called: "外婆 20:14". */
  labels: ReadonlyMap<number, string>;
  language: Locale;
  fallback: boolean;
  /** `failed`, `refused`: it says only that it could not answer. */
  state: Extract<RunDoc['state'], 'done' | 'failed' | 'refused'>;
  /** Where the receipt gives another reason than why it spoke. */
  reason?: RunReason;
  read?: ReadAccount;
  model: string;
  /** What the endpoint was asked for; the engine's own work costs nothing. */
  tokens: { input: number; output: number };
  dropped: number;
  proposal?: Proposal | undefined;
  /** Proposals beside that, each a message of its own. */
  further?: Further[];
}

const FAILED = {
  zh: '这次没能答上来，可能是模型或网络出了问题。请过一会儿再叫我一次。',
  en: 'I could not answer this time; the model or the network may be down. Please call me again in a while.',
} as const satisfies Record<Locale, string>;

const USED_UP = {
  zh: '今天的 AI 用量用完了，明天再叫我吧；派主也可以在角色设置里调高。别的功能照常。',
  en: 'Today’s AI allowance is used up. Call me again tomorrow; the owner can also raise it in my settings. Everything else works as usual.',
} as const satisfies Record<Locale, string>;

const UNSAFE = {
  zh: '这个我不方便说，换个问法再叫我吧。',
  en: 'I would rather not say that. Please ask me another way.',
} as const satisfies Record<Locale, string>;

/** The people of a pai by id, read once for a turn. */
type People = ReadonlyMap<string, { nickname: string; locale: Locale }>;

const peopleOf = async ({ members }: PaiDoc): Promise<People> => new Map((await listUsers(members.map(({ userId }) => userId))).map((user) => [user._id, user]));

const askersOf = ({ asks }: Standing, people: People): Asker[] => asks.map(({ userId, name, seq, text }) => ({ id: userId, name: people.get(userId)?.nickname ?? name, seq, text }));

const forced = ({ language }: AssistantDoc): Locale | undefined => (language === 'auto' ? undefined : language);

const localeOf = ({ assistant, asks }: Standing, people: People): Locale => forced(assistant) ?? people.get(asks.at(-1)?.userId ?? '')?.locale ?? 'zh';

async function labelsOf(paiId: string, { parts }: Answer, readable: Readable): Promise<Map<number, string>> {
  const cited = [...new Set(parts.flatMap(({ cites }) => cites))];
  // what is kept in mind may be cited by its message without having been read
  const unread = await listBySeqs(paiId, cited.filter((seq) => !readable.messageAt(seq)));
  const messages = [...cited.flatMap((seq) => readable.messageAt(seq) ?? []), ...unread.filter(({ recalledAt }) => !recalledAt)];
  return new Map(messages.map((message) => [message.seq, labelOf(message)]));
}

const hereOf = ({ pai }: Standing, people: People): PersonHere[] =>
  pai.members.flatMap(({ userId, role }) => {
    const user = people.get(userId);
    return user ? [{ name: user.nickname, role }] : [];
  });

/** What only says that it cannot: a plain sentence to who asked. */
function plain(at: Standing, people: People, words: Record<Locale, string>, rest: Pick<Thought, 'state'> & Partial<Thought>): Thought {
  const language = localeOf(at, people);
  const names = [...new Set(toldApart(askersOf(at, people)).map(({ name }) => name))];
  const address = language === 'zh' ? `${names.join('、')}：` : `${names.join(', ')}: `;
  const parts = [address, words[language]].map((text) => ({ text, cites: [] }));
  return { labels: new Map(), language, fallback: false, model: '', tokens: { input: 0, output: 0 }, dropped: 0, ...rest, parts };
}

/** Says that the day's tokens are used up [A5]. */
export const usedUp = async (at: Standing): Promise<Thought> => plain(at, await peopleOf(at.pai), USED_UP, { state: 'refused', reason: 'budget' });

const isSafe = (text: string): boolean => moderate({ text }).action !== 'block';

/** Ends a turn whose words must not be shown. */
class UnsafeError extends Error {}

/** From where on every asker may read. */
const narrowestFrom = ({ pai, asks }: Turn): number => Math.max(0, ...asks.map(({ userId }) => memberOf(pai, userId)?.fromSeq ?? Infinity));

async function answerTurn(turn: Turn, people: People, readable: Readable): Promise<Thought> {
  const { pai, assistant } = turn;
  const here = hereOf(turn, people);
  const [lines, facts, room] = await Promise.all([readable.context(), factsFor(pai, turn.asks.map(({ userId }) => userId)), roomLeft(pai._id)]);
  const unsafe = new AbortController();
  const said = await answer({
    model: configuredModel(),
    fallback: offlineModel(),
    signal: AbortSignal.any([turn.signal, unsafe.signal]),
    now: now(),
    zone: config().TIME_ZONE,
    locale: localeOf(turn, people),
    self: { name: assistant.name, manner: assistant.manner, skills: assistant.skills, language: forced(assistant) },
    askers: askersOf(turn, people),
    lines,
    tools: readable.reading,
    facts,
    room,
    trips: () => tripsHere(pai, narrowestFrom(turn)),
    placesIn: (city) => placesHere(pai, city),
    challenges: () => challengesHere(pai, turn.asks.map(({ userId }) => userId)),
    people: here,
    members: here.map(({ name }) => name),
    // checked before each time it is shown, not only at the end
    onText: (visible) =>
      turn.onText(() => {
        const text = visible();
        if (isSafe(text)) return text;
        unsafe.abort(new UnsafeError('the text must not be shown'));
        return '';
      }),
    onFailure: (what, error) => log().warn({ what, reason: (error as Error).message, paiId: pai._id }, 'part of an AI turn failed'),
  });
  if (!isSafe(said.parts.map(({ text }) => text).join(''))) throw new UnsafeError('the answer must not be shown');
  const { parts, language, fallback, model, billed, dropped, proposal, further } = said;
  return { parts, labels: await labelsOf(pai._id, said, readable), language, fallback, state: 'done', read: readable.account(), model, tokens: billed, dropped, proposal, further };
}

/**
 * Works out what to say to the asks of one turn. Rejects when the signal ends it, when the store cannot be reached, and
 * when another attempt may do better; on the last attempt it says plainly that it could not.
 */
export async function think(turn: Turn): Promise<Thought> {
  const [readable, people] = await Promise.all([readableFor(turn.pai, turn.asks, turn.assistant), peopleOf(turn.pai)]);
  const failed = (words: Record<Locale, string>, reason?: RunReason): Thought => plain(turn, people, words, { state: 'failed', fallback: true, read: readable.account(), ...(reason ? { reason } : {}) });
  if (turn.hopeless) return failed(FAILED);
  try {
    return await answerTurn(turn, people, readable);
  } catch (error) {
    if (error instanceof UnsafeError && !turn.signal.aborted) return failed(UNSAFE, 'unsafe');
    if (turn.signal.aborted || !turn.lastAttempt || storeUnreachable(error)) throw error;
    log().error({ err: error, paiId: turn.pai._id }, 'an AI turn failed for good');
    return failed(FAILED);
  }
}
