import { looksLikeAsk } from '../engine/speak';
import type { PaiDoc } from '../pai';
import type { QuoteDoc } from './model';

/** Longer texts are no follow-up to an answer just given. */
const FOLLOW_UP = 40;

/**
 * Whether an AI role may have to heed a message, from the message alone: it is mentioned, quoted or named, it follows
 * the talk for asks it could serve, or a short ask may go on from its answer. What it then does is decided elsewhere.
 */
export function concernsAi({ assistants }: PaiDoc, text: string, mentions: readonly string[], quoted: QuoteDoc | undefined): boolean {
  const awake = assistants.filter(({ mode }) => mode !== 'off');
  if (awake.length === 0) return false;
  const folded = text.toLowerCase();
  const isNamed = ({ id, name, mode }: PaiDoc['assistants'][number]): boolean => mode === 'helpful' || mode === 'host' || mentions.includes(id) || quoted?.senderId === id || folded.includes(name.toLowerCase());
  return awake.some(isNamed) || (text.length <= FOLLOW_UP && looksLikeAsk(text));
}
