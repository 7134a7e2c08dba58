import { FRAME, Trip } from '../support/itineraries';
import { voteFor } from '../support/cards';
import { newClientMsgId, type Person } from '../support/person';
import type { Message } from '@shared/wire/message';
import type { Call, Sample } from './sample';
import type { World } from './world';

const MUTED = { muted: [403, 'member/muted'] } as const;
const ALL = '/pais/:paiId/itineraries';
const ONE = `${ALL}/:itineraryId`;
const WISH = `${ONE}/wishes/:wishId`;
const STOP = `${ONE}/items/:itemId`;

const ownerBegins = (world: World): Promise<Trip> => Trip.begin(world.owner, world.pai.id);

/** An itinerary of the owner's. */
const of = (body?: object, query?: string) => async (world: World): Promise<Call> => ({ params: { itineraryId: (await ownerBegins(world)).id }, ...(body ? { body } : {}), ...(query ? { query } : {}) });

/** A plan there is, of one day so that it is soon made. */
async function planned(world: World): Promise<{ trip: Trip; itemId: string }> {
  const trip = await Trip.begin(world.owner, world.pai.id, { ...FRAME, days: 1 });
  const { plan } = await trip.planned();
  return { trip, itemId: plan?.days[0]?.items.find(({ kind }) => kind === 'attraction')?.id ?? '' };
}

const onPlan = (body?: (itemId: string) => object, query?: string) => async (world: World): Promise<Call> => {
  const { trip, itemId } = await planned(world);
  return { params: { itineraryId: trip.id, itemId }, ...(body ? { body: body(itemId) } : {}), ...(query ? { query } : {}) };
};

async function voted(world: World): Promise<Call> {
  const { trip, itemId } = await planned(world);
  const { alternatives } = await world.owner.must<{ alternatives: { place: { id: string } }[] }>('GET', trip.at(`/items/${itemId}/alternatives`));
  const { message } = await world.owner.must<{ message: Message }>('POST', trip.at(`/items/${itemId}/vote`), { clientMsgId: newClientMsgId(), placeIds: [alternatives[0]?.place.id] });
  await voteFor(world.owner, world.pai.id, message.seq, 1);
  await world.owner.must('POST', `/pais/${world.pai.id}/messages/${message.seq}/card/close`);
  return { params: { itineraryId: trip.id, itemId, seq: String(message.seq) }, body: { version: 1 } };
}

async function decided(world: World): Promise<Call> {
  const { trip } = await planned(world);
  const failing = (await trip.read()).checks.filter(({ state }) => state === 'fail').map(({ title }) => title);
  return { params: { itineraryId: trip.id }, body: { version: 1, knowing: failing } };
}

/** A wish of one of them. */
const wished = (by: (world: World) => Person, body?: object, before?: (trip: Trip, wishId: string, who: Person) => Promise<unknown>) => async (world: World): Promise<Call> => {
  const trip = await ownerBegins(world);
  const who = by(world);
  const { id } = await trip.wish(who, '想去西湖');
  await before?.(trip, id, who);
  return { params: { itineraryId: trip.id, wishId: id }, ...(body ? { body } : {}) };
};
const owner = (world: World): Person => world.owner;
const target = (world: World): Person => world.target;
const NOT_MINE = { member: [403, 'wish/not-yours'], muted: [403, 'wish/not-yours'] } as const;

/** Valid calls of the routes of itineraries. */
export const itinerarySamples: Record<string, Sample[]> = {
  [`GET ${ALL}`]: [{ right: 'member' }],
  [`POST ${ALL}`]: [{ right: 'member', call: () => ({ body: { clientMsgId: newClientMsgId(), ...FRAME } }), except: MUTED }],
  [`GET ${ONE}`]: [{ right: 'member', call: of() }],
  [`PATCH ${ONE}`]: [{ right: 'member', call: of({ days: 3 }), except: MUTED }],
  [`DELETE ${ONE}`]: [{ right: 'member', call: of(), except: { member: [403, 'itinerary/not-yours'], muted: [403, 'itinerary/not-yours'] } }],
  [`GET ${ONE}/wishes`]: [{ right: 'member', call: of() }],
  [`POST ${ONE}/wishes`]: [{ right: 'member', call: of({ clientMsgId: newClientMsgId(), text: '坐船' }), except: MUTED }],
  [`PATCH ${WISH}`]: [{ right: 'member', when: 'the owner’s', call: wished(owner, { text: '坐船' }), except: { ...MUTED, member: [403, 'wish/not-yours'], admin: [403, 'wish/not-yours'] } }],
  [`DELETE ${WISH}`]: [{ right: 'member', when: 'another’s', call: wished(target), except: NOT_MINE }],
  [`POST ${WISH}/restore`]: [{ right: 'member', when: 'another’s', call: wished(target, undefined, (trip, wishId, who) => who.must('DELETE', trip.at(`/wishes/${wishId}`))), except: NOT_MINE }],
  [`PUT ${WISH}/heart`]: [{ right: 'member', call: wished(target, { on: true }) }],
  [`POST ${ONE}/plan`]: [{ right: 'member', call: of() }],
  [`DELETE ${ONE}/plan`]: [{ right: 'member', call: of() }],
  [`POST ${ONE}/edits`]: [{ right: 'member', call: onPlan((itemId) => ({ version: 1, edits: [{ do: 'remove', itemId }] })) }],
  [`POST ${ONE}/late`]: [{ right: 'member', call: onPlan((itemId) => ({ version: 1, itemId, minutes: 20 })) }],
  [`POST ${ONE}/undo`]: [{ right: 'member', call: onPlan(() => ({ to: 1 })) }],
  [`POST ${ONE}/decision`]: [{ right: 'member', call: decided }],
  [`DELETE ${ONE}/decision`]: [{ right: 'member', call: of() }],
  [`GET ${ONE}/versions`]: [{ right: 'member', call: of() }],
  [`GET ${ONE}/diff`]: [{ right: 'member', call: onPlan(undefined, '?from=1&to=1') }],
  [`GET ${STOP}/alternatives`]: [{ right: 'member', call: onPlan() }],
  [`POST ${STOP}/vote`]: [{ right: 'member', call: onPlan(() => ({ clientMsgId: newClientMsgId(), placeIds: ['hz-灵隐寺', 'hz-中国茶叶博物馆双峰馆区'] })), except: MUTED }],
  [`POST ${STOP}/vote/:seq/apply`]: [{ right: 'member', call: voted }],
};
