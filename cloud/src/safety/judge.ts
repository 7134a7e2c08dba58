import type { ErrorCode } from '@shared/wire/errors';
import { moderate, type Action, type Category } from '../engine/moderate';
import { AppError } from '../errors';
import { SECOND } from '../infra/clock';
import { log } from '../infra/logger';
import { wechat, type TextVerdict } from '../infra/wechat';

/** What is wrong with a text: what the engine tells apart, and what only WeChat does. */
export type Concern = Category | 'politics' | 'ad' | 'copyright' | 'other';

export interface Ruling {
  action: Action;
  concern: Concern;
  /** 0–1. */
  score: number;
  by: 'engine' | 'wechat';
  /** WeChat could not be asked: its word is to be fetched later. */
  askAgain: boolean;
}

export interface Statement {
  text: string;
  /** What its author wrote just before, latest last. */
  context?: readonly string[] | undefined;
  /** WeChat's id of somebody who used the mini-program lately: the author, or who an AI answer is for. Without it only the engine judges. */
  openid?: string | undefined;
  nickname?: string | undefined;
  scene: 'profile' | 'social';
}

/** How long people wait for WeChat. */
const PATIENCE = 1.5 * SECOND;

/** WeChat's labels; 100 is none. */
const CONCERNS: Record<number, Concern> = { 10001: 'ad', 20001: 'politics', 20002: 'sexual', 20003: 'abuse', 20006: 'illegal', 20008: 'fraud', 20012: 'sexual', 20013: 'copyright' };
/** What a label of WeChat means. */
export const concernOfLabel = (label: number): Concern => (label === 100 ? 'none' : (CONCERNS[label] ?? 'other'));

const ACTIONS = { pass: 'allow', review: 'review', risky: 'block' } as const;

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new Error('no answer in time')), ms)));
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

const rulingOf = (verdict: TextVerdict): Ruling | undefined =>
  verdict.suggest === 'unjudged' ? undefined : { action: ACTIONS[verdict.suggest], concern: concernOfLabel(verdict.label), score: 1, by: 'wechat', askAgain: false };

/** WeChat's word on a text: undefined where it is not set up or does not know the person. Throws when it cannot be asked. */
export async function askWechat({ text, openid, nickname, scene }: Statement): Promise<Ruling | undefined> {
  const client = wechat();
  if (!client || openid === undefined || text.trim() === '') return undefined;
  return rulingOf(await within(PATIENCE, client.msgSecCheck({ content: text, openid, scene, ...(nickname ? { nickname } : {}) })));
}

const GRAVITY: readonly Action[] = ['allow', 'review', 'block'];

/** Judges a text before others see it: the engine first, then WeChat; the graver word counts. Never rejects: the engine's word stands alone then. */
export async function judge(statement: Statement): Promise<Ruling> {
  const { action, category, score } = moderate({ text: statement.text, context: statement.context });
  const own: Ruling = { action, concern: category, score, by: 'engine', askAgain: false };
  if (action === 'block') return own;
  try {
    const theirs = await askWechat(statement);
    return theirs && GRAVITY.indexOf(theirs.action) > GRAVITY.indexOf(action) ? theirs : own;
  } catch (error) {
    log().warn({ reason: (error as Error).message }, 'WeChat could not judge a text yet');
    return { ...own, askAgain: true };
  }
}

const REFUSALS: Partial<Record<Concern, ErrorCode>> = {
  abuse: 'message/unsafe-abuse',
  hate: 'message/unsafe-hate',
  threat: 'message/unsafe-threat',
  sexual: 'message/unsafe-sexual',
  minor: 'message/unsafe-minor',
  fraud: 'message/unsafe-fraud',
  ad: 'message/unsafe-fraud',
  illegal: 'message/unsafe-illegal',
};

/** The error that tells an author why a text was not sent. */
export const refusalOf = ({ concern }: Ruling): AppError => new AppError(REFUSALS[concern] ?? 'message/unsafe', { field: 'text' });

/** In a few words the engine is less sure than in a sentence, and nobody can look at them first. */
const SURE = 0.8;

/** Checks a name, an introduction or the like, which cannot be shown to its author alone. Throws `text/unsafe`. */
export async function requireHarmless(text: string, field: string, openid?: string): Promise<void> {
  const { action, concern, score } = await judge({ text, openid, scene: 'profile' });
  if (action === 'block' || (action === 'review' && concern !== 'self-harm' && score >= SURE)) throw new AppError('text/unsafe', { field });
}
