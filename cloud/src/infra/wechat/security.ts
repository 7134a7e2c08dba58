import { z } from 'zod';
import { json } from './answer';
import { WechatError } from './error';
import type { Send } from './http';
import type { PushMessage } from './push';

export type Suggest = 'pass' | 'review' | 'risky';
/** Where the content stands: a profile, a comment, a forum post, a social post. */
export type SecurityScene = 'profile' | 'comment' | 'forum' | 'social';

export interface TextToCheck {
  /** Any length: it is checked in pieces and the worst verdict counts. */
  content: string;
  /** Its author, who must have used the mini-program within the last 2 h. */
  openid: string;
  scene: SecurityScene;
  title?: string;
  nickname?: string;
}

/** `unjudged`: WeChat knows no recent visit of this author (61010). `label`: 100 normal, 20001 politics, 20002 porn … */
export type TextVerdict = { suggest: Suggest; label: number; traceId: string } | { suggest: 'unjudged' };

export interface MediaToCheck {
  /** Public address WeChat downloads, at most 10 MB, alive for 30 min or more. */
  url: string;
  kind: 'image' | 'audio';
  openid: string;
  scene: SecurityScene;
}

/** What the push says about a medium. `failed`: WeChat could not judge it, e.g. -1008 for a download that failed. */
export type MediaVerdict = { traceId: string; suggest: Suggest; label: number } | { traceId: string; suggest: 'failed'; errcode: number };

const SCENES = { profile: 1, comment: 2, forum: 3, social: 4 } as const;
const MEDIA_TYPES = { audio: 1, image: 2 } as const;
const NOT_ACTIVE = 61010;
/** WeChat's limit. Counted in UTF-16 units, of which there are never fewer than characters. */
const PIECE = 2500;
/** Pieces overlap so that a word on the seam is seen whole. */
const OVERLAP = 100;

const Result = z.object({ suggest: z.enum(['pass', 'review', 'risky']), label: z.coerce.number() });
const TextAnswer = z.object({ result: Result, trace_id: z.string() });
const MediaAnswer = z.object({ trace_id: z.string().min(1) });
const MediaPush = z.object({ trace_id: z.string().min(1), errcode: z.coerce.number().default(0), result: Result.optional() });

const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;

function pieces(text: string): string[] {
  const found: string[] = [];
  for (let from = 0; from === 0 || from + OVERLAP < text.length; from += PIECE - OVERLAP) {
    // A surrogate pair is never cut: at the start its half is left out (the piece before has it), at the end too.
    const start = isLowSurrogate(text.charCodeAt(from)) ? from + 1 : from;
    const end = isLowSurrogate(text.charCodeAt(from + PIECE)) ? from + PIECE - 1 : from + PIECE;
    found.push(text.slice(start, end));
  }
  return found;
}

const WORST_FIRST: readonly Suggest[] = ['risky', 'review', 'pass'];

export function securityAbility(send: Send) {
  async function checkPiece(text: TextToCheck, content: string) {
    const { openid, title, nickname } = text;
    const body = { version: 2, scene: SCENES[text.scene], openid, content, title, nickname };
    const answer = await send({ endpoint: '/wxa/msg_sec_check', body, idempotent: true }, json(TextAnswer));
    return { ...answer.result, traceId: answer.trace_id };
  }

  return {
    /** Judges a text. Throws WechatError: 40003 (openid), 44991 and 45009 (quota), -1 … */
    async msgSecCheck(text: TextToCheck): Promise<TextVerdict> {
      try {
        const verdicts = await Promise.all(pieces(text.content).map((piece) => checkPiece(text, piece)));
        verdicts.sort((a, b) => WORST_FIRST.indexOf(a.suggest) - WORST_FIRST.indexOf(b.suggest));
        return verdicts[0] as (typeof verdicts)[number];
      } catch (error) {
        if (error instanceof WechatError && error.errcode === NOT_ACTIVE) return { suggest: 'unjudged' };
        throw error;
      }
    },

    /** Asks for a verdict that is pushed within 30 min (readMediaVerdict). Not repeated: 87020 answers a second ask. */
    async mediaCheckAsync({ url, kind, openid, scene }: MediaToCheck): Promise<{ traceId: string }> {
      const body = { media_url: url, media_type: MEDIA_TYPES[kind], version: 2, scene: SCENES[scene], openid };
      const answer = await send({ endpoint: '/wxa/media_check_async', body, idempotent: false }, json(MediaAnswer));
      return { traceId: answer.trace_id };
    },
  };
}

/** The verdict in a push, or null when the push is about something else. */
export function readMediaVerdict(message: PushMessage): MediaVerdict | null {
  if (message.event !== 'wxa_media_check') return null;
  const parsed = MediaPush.safeParse(message.fields);
  if (!parsed.success) return null;
  const { trace_id: traceId, errcode, result } = parsed.data;
  if (errcode !== 0 || !result) return { traceId, suggest: 'failed', errcode };
  return { traceId, ...result };
}
