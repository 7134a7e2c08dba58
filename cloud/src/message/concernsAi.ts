import { FOLLOW_UP, looksLikeAsk } from '../engine/speak';
import { SECOND, nowMs } from '../infra/clock';
import { aliasesOf, type PaiDoc } from '../pai';
import type { QuoteDoc } from './model';

type Role = PaiDoc['assistants'][number];

/**
 * Whether an AI role may have to heed a message, from the message alone: it is mentioned, quoted or named; or the message
 * asks for something, and a role follows the talk for asks it could serve, or has just spoken and a short ask may go on from
 * its answer. What it then does is decided elsewhere.
 */
export function concernsAi({ assistants, aiSpokeAt }: PaiDoc, text: string, mentions: readonly string[], quoted: QuoteDoc | undefined): boolean {
  const awake = assistants.filter(({ mode }) => mode !== 'off');
  const folded = text.toLowerCase();
  const isNamed = ({ name }: Role): boolean => [name, ...aliasesOf(name)].some((own) => folded.includes(own.toLowerCase()));
  if (awake.some((role) => mentions.includes(role.id) || quoted?.senderId === role.id || isNamed(role))) return true;
  const hasJustSpoken = aiSpokeAt !== undefined && nowMs() - aiSpokeAt.getTime() < FOLLOW_UP.seconds * SECOND;
  const mayGoOn = hasJustSpoken && text.length <= FOLLOW_UP.longest;
  return awake.some(({ mode }) => mayGoOn || mode === 'helpful' || mode === 'host') && looksLikeAsk(text);
}
