import type { z } from 'zod';
import { LIMITS } from '@shared/domain/limits';
import { cleanLine, graphemeCount } from '@shared/domain/text';
import type { Locale } from '@shared/wire/errors';
import type { NewPackingBody, PackingBody, PackingThing } from '@shared/wire/itinerary';
import { AppError } from '../../errors';
import { now } from '../../infra/clock';
import { newId } from '../../infra/ids';
import { requireVoice } from '../../message';
import { memberOf } from '../../pai';
import { requireHarmless } from '../../safety';
import { accessItinerary, isKeeper, type ItineraryAccess } from '../access';
import { standingOf } from '../board/standing';
import { listWishes } from '../board/store';
import { tellChanged } from '../news';
import { forecastFor } from '../weather/forecast';
import type { PackingDoc } from './model';
import { derive, type Derived } from './rules';
import { changeByRule, changePacking, findPacking, insertPacking, listPacking, removePacking } from './store';

/** The ids of what a rule brings up begin so. */
const BY_RULE = 'rule-';

async function derivedFor({ doc }: ItineraryAccess, locale: Locale): Promise<Derived[]> {
  if (!doc.head) return [];
  const { places, days } = doc.head;
  const [weather, wishes] = await Promise.all([forecastFor(doc, locale), listWishes(doc._id)]);
  return derive({ places, nights: days.filter(({ items }) => items.some(({ kind }) => kind === 'hotel')).length, weather: weather.days, wishes: standingOf(wishes) }, locale);
}

async function presented(access: ItineraryAccess, locale: Locale): Promise<PackingThing[]> {
  const docs = await listPacking(access.doc._id);
  const noted = new Map(docs.map((doc) => [doc.rule, doc]));
  const byRule = (await derivedFor(access, locale))
    .filter(({ rule, who }) => !noted.get(rule)?.dropped && (who === undefined || memberOf(access.pai, who)))
    .map(({ rule, ...rest }) => ({ id: `${BY_RULE}${rule}`, ...rest, done: noted.get(rule)?.done ?? [] }));
  const byHand = docs.filter(({ rule }) => rule === undefined).map(({ _id, text = '', who, done }) => ({ id: _id, text, ...(who === undefined ? {} : { who }), done }));
  return [...byRule, ...byHand];
}

/** Throws `pai/…`, `itinerary/not-found`. */
export const readPacking = async (userId: string, paiId: string, id: string, locale: Locale): Promise<PackingThing[]> => presented(await accessItinerary(userId, paiId, id), locale);

async function acceptText(given: string): Promise<string> {
  const text = cleanLine(given);
  if (text === '') throw new AppError('itinerary/empty', { field: 'text' });
  if (graphemeCount(text) > LIMITS.packingGraphemes) throw new AppError('packing/too-long', { field: 'text', params: { max: LIMITS.packingGraphemes } });
  await requireHarmless(text, 'text');
  return text;
}

function acceptWho({ pai }: ItineraryAccess, who: string): string {
  if (!memberOf(pai, who)) throw new AppError('itinerary/not-member', { field: 'who' });
  return who;
}

/** Adds a thing by hand; once however often it is sent. Throws `pai/…`, `itinerary/…`, `packing/…`, `member/muted`, `text/unsafe`. */
export async function addThing(userId: string, paiId: string, id: string, body: z.infer<typeof NewPackingBody>, locale: Locale): Promise<PackingThing[]> {
  const access = await accessItinerary(userId, paiId, id);
  const docs = await listPacking(id);
  if (docs.some(({ byId, clientMsgId }) => byId === userId && clientMsgId === body.clientMsgId)) return presented(access, locale);
  requireVoice(access);
  if (docs.length >= LIMITS.packing) throw new AppError('packing/too-many', { params: { max: LIMITS.packing } });
  await insertPacking({ _id: newId(), itineraryId: id, paiId, text: await acceptText(body.text), ...(body.who === undefined ? {} : { who: acceptWho(access, body.who) }), byId: userId, clientMsgId: body.clientMsgId, done: [], at: now() });
  tellChanged(access.pai, access.doc);
  return presented(access, locale);
}

async function requireThing(id: string, thingId: string): Promise<PackingDoc> {
  const thing = await findPacking(id, thingId);
  if (!thing) throw new AppError('packing/not-found');
  return thing;
}

async function requireRule(access: ItineraryAccess, thingId: string, locale: Locale): Promise<string> {
  const rule = thingId.slice(BY_RULE.length);
  if (!(await derivedFor(access, locale)).some((one) => one.rule === rule)) throw new AppError('packing/not-found');
  return rule;
}

const tick = (userId: string, done: boolean): { $addToSet: { done: string } } | { $pull: { done: string } } => (done ? { $addToSet: { done: userId } } : { $pull: { done: userId } });

async function rewrite(access: ItineraryAccess, thingId: string, { text, who }: z.infer<typeof PackingBody>): Promise<void> {
  requireVoice(access);
  const set = { ...(text === undefined ? {} : { text: await acceptText(text) }), ...(who == null ? {} : { who: acceptWho(access, who) }) };
  await changePacking(thingId, { $set: set, ...(who === null ? { $unset: { who: 1 } } : {}) });
}

/** Ticks a thing for oneself, or puts one written by hand otherwise. Throws `packing/not-found`, `packing/by-rule` too. */
export async function changeThing(userId: string, paiId: string, id: string, thingId: string, body: z.infer<typeof PackingBody>, locale: Locale): Promise<PackingThing[]> {
  const access = await accessItinerary(userId, paiId, id);
  if (thingId.startsWith(BY_RULE)) {
    if (body.text !== undefined || body.who !== undefined) throw new AppError('packing/by-rule');
    const rule = await requireRule(access, thingId, locale);
    if (body.done !== undefined) await changeByRule(id, paiId, rule, tick(userId, body.done), now());
  } else {
    await requireThing(id, thingId);
    if (body.text !== undefined || body.who !== undefined) await rewrite(access, thingId, body);
    if (body.done !== undefined) await changePacking(thingId, tick(userId, body.done));
  }
  tellChanged(access.pai, access.doc);
  return presented(access, locale);
}

/** Takes a thing off the list: who wrote it, whoever began the itinerary, the owner and admins. Throws `packing/…` too. */
export async function removeThing(userId: string, paiId: string, id: string, thingId: string, locale: Locale): Promise<PackingThing[]> {
  const access = await accessItinerary(userId, paiId, id);
  const thing = thingId.startsWith(BY_RULE) ? undefined : await requireThing(id, thingId);
  if (thing?.byId !== userId && access.doc.byId !== userId && !isKeeper(access)) throw new AppError('packing/not-yours');
  if (thing) await removePacking({ _id: thing._id });
  else await changeByRule(id, paiId, await requireRule(access, thingId, locale), { $set: { dropped: true } }, now());
  tellChanged(access.pai, access.doc);
  return presented(access, locale);
}
