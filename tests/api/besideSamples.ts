import type { Itinerary } from '@shared/wire/itinerary';
import { newClientMsgId } from '../support/person';
import type { Sample } from './sample';
import type { World } from './world';

type Params = Record<string, string>;

const itinerary = async ({ owner, pai }: World): Promise<Params> => {
  const { itinerary: made } = await owner.must<{ itinerary: Itinerary }>('POST', `/pais/${pai.id}/itineraries`, { clientMsgId: newClientMsgId(), title: '秋游', city: '杭州' });
  return { itineraryId: made.id };
};

/** Something of the owner's beside an itinerary, and the parameter that names it. */
const beside = (what: string, name: string, body: (world: World) => object) => async (world: World) => {
  const params = await itinerary(world);
  const reply = await world.owner.must<Record<string, { id: string }[]>>('POST', `/pais/${world.pai.id}/itineraries/${params.itineraryId}/${what}`, { clientMsgId: newClientMsgId(), ...body(world) });
  const listed = Object.values(reply).find(Array.isArray) ?? [];
  return { params: { ...params, [name]: listed.at(-1)?.id ?? '' } };
};

const expense = ({ owner, target }: World): object => ({ title: '车费', payer: owner.id, cents: 100, for: [owner.id, target.id] });
const onOne = (body?: (world: World) => object) => async (world: World) => ({ params: await itinerary(world), ...(body ? { body: { clientMsgId: newClientMsgId(), ...body(world) } } : {}) });
const MUTED: NonNullable<Sample['except']> = { muted: [403, 'member/muted'] };
const below = (code: string): NonNullable<Sample['except']> => ({ muted: [403, code], member: [403, code] });

const CSV = '名称,类型,城市,纬度,经度\n茶室,餐厅,杭州,30.25,120.15';
const ownPlace = async ({ owner, pai }: World) => {
  await owner.must('POST', `/pais/${pai.id}/places/import`, { format: 'csv', text: CSV });
  const { places } = await owner.must<{ places: { id: string }[] }>('GET', `/pais/${pai.id}/places?city=${encodeURIComponent('杭州')}&keyword=${encodeURIComponent('茶室')}`);
  return { params: { placeId: places[0]?.id ?? '' } };
};

const exportLink = async (world: World) => {
  const params = await itinerary(world);
  const { links } = await world.owner.must<{ links: { format: string; url: string }[] }>('GET', `/pais/${world.pai.id}/itineraries/${params.itineraryId}/exports`);
  const url = links.find(({ format }) => format === 'expenses')?.url ?? '';
  return { params: { ...params, format: 'expenses' }, query: url.slice(url.indexOf('?')) };
};

const ONE = '/pais/:paiId/itineraries/:itineraryId';

/** Valid calls of what stands beside an itinerary. */
export const besideSamples: Record<string, Sample[]> = {
  'GET /pais/:paiId/places': [{ right: 'member', call: () => ({ query: `?city=${encodeURIComponent('杭州')}` }) }],
  'POST /pais/:paiId/places/import': [{ right: 'member', call: () => ({ body: { format: 'csv', text: CSV } }), except: MUTED }],
  'DELETE /pais/:paiId/places/:placeId': [{ right: 'member', call: ownPlace, except: below('places/not-yours') }],
  [`GET ${ONE}/expenses`]: [{ right: 'member', call: onOne() }],
  [`POST ${ONE}/expenses`]: [{ right: 'member', call: onOne(expense), except: MUTED }],
  [`DELETE ${ONE}/expenses/:expenseId`]: [{ right: 'member', call: beside('expenses', 'expenseId', expense), except: below('expense/not-yours') }],
  [`GET ${ONE}/packing`]: [{ right: 'member', call: onOne() }],
  [`POST ${ONE}/packing`]: [{ right: 'member', call: onOne(() => ({ text: '相机' })), except: MUTED }],
  [`PATCH ${ONE}/packing/:thingId`]: [{ right: 'member', call: async (world) => ({ ...(await beside('packing', 'thingId', () => ({ text: '相机' }))(world)), body: { done: true } }) }],
  [`DELETE ${ONE}/packing/:thingId`]: [{ right: 'member', call: beside('packing', 'thingId', () => ({ text: '相机' })), except: below('packing/not-yours') }],
  [`GET ${ONE}/comments`]: [{ right: 'member', call: onOne() }],
  [`POST ${ONE}/comments`]: [{ right: 'member', call: onOne(() => ({ text: '很好' })), except: MUTED }],
  [`DELETE ${ONE}/comments/:commentId`]: [{ right: 'member', call: beside('comments', 'commentId', () => ({ text: '很好' })), except: below('comment/not-yours') }],
  [`GET ${ONE}/exports`]: [{ right: 'member', call: onOne() }],
  [`GET ${ONE}/exports/:format`]: [{ right: 'anyone', call: exportLink }],
  [`GET ${ONE}/weather`]: [{ right: 'member', call: onOne() }],
};
