import { clashes, missing, type Essential } from '../../engine/wishes';
import type { Locale } from '@shared/wire/errors';
import { Hook } from '../../infra/hooks';
import { now } from '../../infra/clock';
import type { PaiDoc } from '../../pai';
import { standingOf, typedOf } from '../board/standing';
import { listWishes } from '../board/store';
import { frameOf } from '../frame';
import type { ItineraryDoc, QuestionDoc, WishDoc } from '../model';
import { namesOf } from '../present';
import { changeItinerary } from '../store';
import { questionText } from './words';

/** Something is to be asked that has not been asked in the log. */
export interface Wondered {
  pai: PaiDoc;
  itineraryId: string;
  question: QuestionDoc;
  textIn: (locale: Locale) => string;
  /** The messages of the wishes it is about. */
  seqs: readonly number[];
}

export const wondered = new Hook<Wondered>();

const talkOf = ({ _id, userId, constraints, text }: WishDoc) => ({ id: _id, messageId: _id, author: userId, constraints, words: text });

/** The one thing to ask: whose wish holds where two clash, else what a plan needs and nobody has said. */
export function questionOf(doc: ItineraryDoc, wishes: readonly WishDoc[]): QuestionDoc | undefined {
  const typed = typedOf(wishes);
  const [clash] = clashes(typed.map(talkOf));
  if (clash) return { key: `clash:${[...clash.ids].sort().join('+')}`, about: 'clash', wishIds: [...clash.ids] };
  if (doc.head || typed.length === 0) return undefined;
  const { city, days, startOn } = frameOf(doc, standingOf(wishes));
  const known: Essential[] = ['people', 'budget', ...(city ? ['city' as const] : []), ...(days ? ['days' as const] : []), ...(startOn || doc.startOn === null ? ['date' as const] : [])];
  const lack = missing(typed.map(talkOf), known);
  return lack && lack !== 'people' ? { key: lack, about: lack, wishIds: [] } : undefined;
}

/** Looks what is to be asked now; it stands on the board, and is told once to whoever may ask it in the log. */
export async function wonder(pai: PaiDoc, doc: ItineraryDoc): Promise<ItineraryDoc> {
  const wishes = await listWishes(doc._id);
  const question = doc.decided ? undefined : questionOf(doc, wishes);
  const isSame = question?.key === doc.question?.key;
  const after = isSame ? doc : ((await changeItinerary(doc._id, question ? { $set: { question } } : { $unset: { question: 1 } }, now())) ?? doc);
  if (!question || doc.asked.includes(question.key)) return after;
  const names = await namesOf(pai.members.map(({ userId }) => userId));
  const about = wishes.filter(({ _id }) => question.wishIds.includes(_id));
  await wondered.tell({ pai, itineraryId: doc._id, question, textIn: (locale) => questionText(question, wishes, names, locale), seqs: about.flatMap(({ seq }) => seq ?? []) });
  return after;
}

/** The message that told of a plan: what is said of it later rests on that. */
export async function markTold(itineraryId: string, seq: number): Promise<void> {
  await changeItinerary(itineraryId, { $set: { toldSeq: seq } }, now());
}

/** It has been asked in the log: not again. */
export async function markAsked(itineraryId: string, key: string): Promise<void> {
  await changeItinerary(itineraryId, { $addToSet: { asked: key } }, now());
}
