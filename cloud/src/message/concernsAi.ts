import { FOLLOW_UP, looksLikeAsk } from '../engine/speak';
import { SECOND, nowMs } from '../infra/clock';
import { aliasesOf, type PaiDoc } from '../pai';
import type { QuoteDoc } from './model';

/**
 * Whether an AI role may have to heed a message, from the message alone: it is mentioned, quoted or named, it follows
 * the talk for asks it could serve, or a short ask may go on from its answer. What it then does is decided elsewhere.
 */
export function concernsAi({ assistants, aiSpokeAt }: PaiDoc, text: string, mentions: readonly string[], quoted: QuoteDoc | undefined): boolean {
  const awake = assistants.filter(({ mode }) => mode !== 'off');
  if (awake.length === 0) return false;
  const folded = text.toLowerCase();
  const isNamed = (role: PaiDoc['assistants'][number]): boolean => [role.name, ...aliasesOf(role.name)].some((name) => folded.includes(name.toLowerCase()));
  const mayServe = (role: PaiDoc['assistants'][number]): boolean => role.mode === 'helpful' || role.mode === 'host' || mentions.includes(role.id) || quoted?.senderId === role.id || isNamed(role);
  const hasJustSpoken = aiSpokeAt !== undefined && nowMs() - aiSpokeAt.getTime() < FOLLOW_UP.seconds * SECOND;
  return awake.some(mayServe) || (hasJustSpoken && text.length <= FOLLOW_UP.longest && looksLikeAsk(text));
}
