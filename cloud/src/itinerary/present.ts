import type { z } from 'zod';
import type { Itinerary, PlanDay, Version, Wish } from '@shared/wire/itinerary';
import { sayWish } from '@shared/domain/itinerary/words';
import { errorSentence, type ErrorCode, type Locale } from '@shared/wire/errors';
import { listUsers } from '../account';
import type { Access } from '../pai';
import { partyOf } from './access';
import { countBeside } from './beside';
import { assess, type Assessed } from './assess';
import { standingOf } from './board/standing';
import { listWishes } from './board/store';
import { frameOf } from './frame';
import type { ItineraryDoc, VersionDoc, WishDoc } from './model';
import { questionText } from './question/words';

/** Who looks, and in which language. */
export interface Viewer extends Access {
  locale: Locale;
}

type Named = ReadonlyMap<string, string>;

export const namesOf = async (ids: readonly string[]): Promise<Named> => new Map((await listUsers([...new Set(ids)])).map(({ _id, nickname }) => [_id, nickname]));

const personOf = (names: Named, id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? '' });

export function stateOf({ order, decided, head, failed }: ItineraryDoc): Itinerary['state'] {
  if (order) return 'planning';
  if (decided && decided.version === head?.n) return 'decided';
  if (failed) return 'failed';
  return head ? 'planned' : 'gathering';
}

/** What a list shows. */
export async function presentBrief(doc: ItineraryDoc, wishes: readonly WishDoc[]): Promise<Pick<Itinerary, 'id' | 'paiId' | 'title' | 'state' | 'city' | 'startOn' | 'days' | 'version' | 'counts' | 'updatedAt'>> {
  return {
    id: doc._id,
    paiId: doc.paiId,
    title: doc.title,
    state: stateOf(doc),
    ...frameOf(doc, standingOf(wishes)),
    version: doc.head?.n ?? 0,
    counts: { wishes: standingOf(wishes).filter(({ constraints, seq }) => constraints.length > 0 || seq === undefined).length, ...(await countBeside(doc._id)) },
    updatedAt: doc.updatedAt.toISOString(),
  };
}

const perHead = ({ cost, party }: VersionDoc): number => (party.length === 0 ? cost : Math.round((cost / party.length) * 100) / 100);

function presentPlan(head: VersionDoc): NonNullable<Itinerary['plan']> {
  return { days: head.days as PlanDay[], cost: head.cost, perHead: perHead(head), by: head.by, aiMade: head.aiMade };
}

/** What was said before somebody may read is told to them as the program understood it. */
function asReadBy({ me, locale }: Viewer, wish: WishDoc): WishDoc {
  if (wish.seq === undefined || wish.seq >= me.fromSeq || wish.corrected) return wish;
  return { ...wish, text: wish.constraints.map((constraint) => sayWish(constraint, locale)).join(locale === 'zh' ? '，' : ', ') };
}

const wishesFor = async (viewer: Viewer, { _id }: ItineraryDoc): Promise<WishDoc[]> => (await listWishes(_id)).map((wish) => asReadBy(viewer, wish));

/** An itinerary as whoever is in the pai sees it: with its plan checked against the wishes as they are now. */
export async function presentItinerary(viewer: Viewer, doc: ItineraryDoc): Promise<Itinerary> {
  const { pai, locale } = viewer;
  const wishes = await wishesFor(viewer, doc);
  const names = await namesOf(pai.members.map(({ userId }) => userId));
  const { checks, unmet } = assess({ pai, doc, wishes, names, locale });
  return {
    ...(await presentBrief(doc, wishes)),
    zone: doc.zone,
    party: partyOf(pai, doc).map((id) => personOf(names, id)),
    ...(doc.question ? { question: { about: doc.question.about, wishIds: doc.question.wishIds, text: questionText(doc.question, wishes, names, locale) } } : {}),
    ...(doc.head ? { plan: presentPlan(doc.head) } : {}),
    places: doc.head?.places ?? [],
    checks,
    ...(doc.failed && stateOf(doc) === 'failed' ? { failure: errorSentence(doc.failed as ErrorCode, locale, { city: frameOf(doc, standingOf(wishes)).city ?? '' }) } : {}),
    unmet,
    ...(doc.decided && doc.decided.version === doc.head?.n ? { decided: { at: doc.decided.at.toISOString(), by: doc.decided.by } } : {}),
    votes: doc.votes.map(({ seq, itemId }) => ({ seq, itemId })),
  };
}

function presentWish(wish: WishDoc, names: Named, { wishStates }: Assessed, isLive: boolean, mayReadFrom: number): Wish {
  const { state, finding, conflictsWith } = isLive ? (wishStates.get(wish._id) ?? { state: 'unplaced' as const }) : { state: 'withdrawn' as const };
  return {
    id: wish._id,
    member: personOf(names, wish.userId),
    text: wish.text,
    constraints: wish.constraints,
    ...(wish.seq === undefined || wish.seq < mayReadFrom ? {} : { seq: wish.seq }),
    ...(wish.meanings && !wish.corrected ? { guessed: true } : {}),
    hearts: wish.hearts,
    state,
    ...(finding ? { finding } : {}),
    ...(conflictsWith ? { conflictsWith } : {}),
    at: wish.at.toISOString(),
  };
}

/** The board: what holds first, what was taken back at the end. A clause that only takes something back is no wish. */
export async function presentBoard(viewer: Viewer, doc: ItineraryDoc): Promise<{ wishes: Wish[]; fromTalk: number }> {
  const { pai, me, locale } = viewer;
  const wishes = await wishesFor(viewer, doc);
  const names = await namesOf(pai.members.map(({ userId }) => userId));
  const assessed = assess({ pai, doc, wishes, names, locale });
  const live = new Set(standingOf(wishes).map(({ _id }) => _id));
  const shown = wishes.filter(({ constraints, seq }) => constraints.length > 0 || seq === undefined);
  const sorted = [...shown.filter(({ _id }) => live.has(_id)), ...shown.filter(({ _id }) => !live.has(_id))];
  return { wishes: sorted.map((wish) => presentWish(wish, names, assessed, live.has(wish._id), me.fromSeq)), fromTalk: sorted.filter(({ seq }) => seq !== undefined).length };
}

/** One wish as it stands after somebody touched it. */
export async function presentWishOf(viewer: Viewer, doc: ItineraryDoc, wish: WishDoc): Promise<Wish> {
  const { pai, me, locale } = viewer;
  const wishes = await wishesFor(viewer, doc);
  const names = await namesOf(pai.members.map(({ userId }) => userId));
  return presentWish(asReadBy(viewer, wish), names, assess({ pai, doc, wishes, names, locale }), standingOf(wishes).some(({ _id }) => _id === wish._id), me.fromSeq);
}

type Deeds = Record<VersionDoc['what']['code'], (with_: readonly string[]) => string>;
const DEEDS: Record<Locale, Deeds> = {
  zh: { planned: () => '排好了', edited: (names) => ['改了', names.join('、')].join(''), late: ([minutes]) => `晚了 ${minutes} 分钟，重排了后面的`, undone: ([n]) => `退回第 ${n} 版`, voted: ([name]) => `按投票换成${name}` },
  en: { planned: () => 'Planned', edited: (names) => ['Changed', names.join(', ')].join(' ').trim(), late: ([minutes]) => `${minutes} min late: the rest planned anew`, undone: ([n]) => `Back to version ${n}`, voted: ([name]) => `${name}, by vote` },
};

export const presentVersion = (version: VersionDoc, locale: Locale): z.infer<typeof Version> => ({
  version: version.n,
  at: version.at.toISOString(),
  by: version.by,
  what: DEEDS[locale][version.what.code](version.what.with ?? []),
  cost: version.cost,
  failing: version.failing,
});
