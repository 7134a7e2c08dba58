import { createHash } from 'node:crypto';
import { findUser } from '../../account';
import { markAsked, type Wondered } from '../../itinerary';
import { listStanding } from '../../message';
import { unaskedRefusal } from '../allowance';
import { labelOf } from '../labelOf';
import { languageOf } from '../recap/people';
import { guideOf, speakOfTrip } from './speak';

const keyOf = (key: string): string => createHash('sha256').update(key).digest('hex').slice(0, 16);

/** Asks the pai the one thing a trip needs next, once, where the role may speak unasked now. What it may not ask here stands on the board. */
export async function askOfTrip({ pai, itineraryId, question, textIn, seqs }: Wondered): Promise<void> {
  const role = guideOf(pai);
  const [narrowest] = [...pai.members].sort((a, b) => b.fromSeq - a.fromSeq);
  if (!role || !narrowest || (role.mode !== 'helpful' && role.mode !== 'host')) return;
  const text = textIn(languageOf(role, (await findUser(pai.ownerId))?.locale ?? 'zh'));
  if (await unaskedRefusal(pai, role, { messages: 1, characters: [...text].length })) return;
  const standing = await listStanding({ pai, me: narrowest }, seqs);
  if (standing.length < seqs.length) return;
  await speakOfTrip({ pai, role, runId: `ask-${itineraryId}-${keyOf(question.key)}`, reason: 'wondered', parts: [{ text, cites: [...seqs] }], sources: standing.map((message) => ({ seq: message.seq, label: labelOf(message) })) });
  await markAsked(itineraryId, question.key);
}
