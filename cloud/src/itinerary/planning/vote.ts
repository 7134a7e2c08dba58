import type { z } from 'zod';
import type { Locale } from '@shared/wire/errors';
import type { NewStopVoteBody } from '@shared/wire/itinerary';
import { AppError } from '../../errors';
import { now } from '../../infra/clock';
import { findCard, type MessageDoc } from '../../message';
import { accessItinerary, byOf, type ItineraryAccess } from '../access';
import { typedOf } from '../board/standing';
import { listWishes } from '../board/store';
import { frameOf } from '../frame';
import { placesIn } from '../ground';
import { tellChanged } from '../news';
import { makePoll } from '../pollPort';
import { changeItinerary } from '../store';
import { edited, put } from './change';
import { accessOpenPlan, headOf } from './versions';

const OPTION = 50;
const ASKS: Record<Locale, (day: number, from: string) => string> = { zh: (day, from) => `第 ${day} 天 ${from} 去哪儿？`, en: (day, from) => `Day ${day}, ${from}: where to?` };

/** A poll in the log, in the words of whoever has it made, about what stands at a stop: the place that stands there, and others. Throws `itinerary/stop-unknown`, `itinerary/place-unknown`, `card/…`. */
export async function voteOnStop(userId: string, paiId: string, id: string, itemId: string, { clientMsgId, placeIds }: z.infer<typeof NewStopVoteBody>, locale: Locale): Promise<{ doc: MessageDoc; repeat: boolean }> {
  const { pai, doc } = await accessItinerary(userId, paiId, id);
  const head = headOf(doc);
  const day = head.days.findIndex(({ items }) => items.some((stop) => stop.id === itemId));
  const stop = head.days[day]?.items.find((one) => one.id === itemId);
  if (!stop) throw new AppError('itinerary/stop-unknown', { field: 'itemId' });
  const found = [...head.places, ...(await placesIn(paiId, frameOf(doc, typedOf(await listWishes(id))).city ?? ''))];
  const ids = [...new Set([stop.placeId, ...placeIds])];
  const places = ids.map((placeId) => found.find((place) => place.id === placeId));
  const names = places.flatMap((place) => (place ? [place.name.slice(0, OPTION)] : []));
  if (names.length < ids.length) throw new AppError('itinerary/place-unknown', { field: 'placeIds' });
  const card = await makePoll(userId, paiId, { clientMsgId, act: { act: 'poll', poll: { question: ASKS[locale](day + 1, stop.from), options: names, many: false } } });
  const linked = await changeItinerary(id, { $push: { votes: { seq: card.doc.seq, itemId, placeIds: ids } } }, now(), { 'votes.seq': { $ne: card.doc.seq } });
  if (linked) tellChanged(pai, linked);
  return card;
}

/** Which option has the most votes. Throws where the poll is open or even. */
function winnerOf({ votes = [], closed }: { votes?: readonly string[][]; closed?: boolean | undefined }): number {
  if (!closed) throw new AppError('itinerary/vote-open');
  const counts = votes.map((voters) => voters.length);
  const most = Math.max(0, ...counts);
  if (most === 0 || counts.filter((count) => count === most).length > 1) throw new AppError('itinerary/vote-even');
  return counts.indexOf(most);
}

/** Puts what a poll chose into the plan. Throws `itinerary/vote-unknown`, `itinerary/vote-open`, `itinerary/vote-even`. */
export async function applyVote(userId: string, paiId: string, id: string, itemId: string, seq: number, version: number): Promise<ItineraryAccess> {
  const access = await accessOpenPlan(userId, paiId, id, version);
  const vote = access.doc.votes.find((one) => one.seq === seq && one.itemId === itemId);
  const message = vote && (await findCard(access, seq));
  if (!message) throw new AppError('itinerary/vote-unknown');
  const { ballots = {}, closed } = message.card;
  const votes = vote.placeIds.map((_, option) => Object.keys(ballots).filter((voter) => ballots[voter]?.includes(option)));
  const placeId = vote.placeIds[winnerOf({ votes, closed })] as string;
  const { names, ...next } = await edited(access, [{ do: 'replace', itemId, placeId }]);
  return put(access, { ...next, by: await byOf(userId), what: { code: 'voted', with: names } });
}
