import type { Challenge, Entry } from '@shared/wire/challenge';
import { Player, start, SHANGHAI } from '../support/challenge';
import { newClientMsgId, type Person } from '../support/person';
import type { Call, Sample } from './sample';
import type { World } from './world';

const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: SHANGHAI });
const MUTED = { muted: [403, 'member/muted'] } as const;
const MANAGERS = { muted: [403, 'challenge/not-yours'], member: [403, 'challenge/not-yours'] } as const;

/** The actor, or the owner where the actor is not in the pai. */
const player = ({ actor, seated, owner }: World): Person => (actor && seated ? actor : owner);

const ownerStarts = (world: World): Promise<Challenge> => start(world.owner, world.pai.id, { start: today() });

/** A challenge of the owner's. */
const of = (body?: object) => async (world: World): Promise<Call> => ({ params: { challengeId: (await ownerStarts(world)).id }, body });

/** The same, with the actor in it. */
async function joined(world: World): Promise<Player> {
  const one = new Player(player(world), await ownerStarts(world));
  if (one.who !== world.owner) await one.join();
  return one;
}

const joinedWith = (body: () => object, before: (one: Player) => Promise<unknown> = () => Promise.resolve()) => async (world: World): Promise<Call> => {
  const one = await joined(world);
  await before(one);
  return { params: { challengeId: one.challenge.id }, body: { clientMsgId: newClientMsgId(), ...body() } };
};

/** An entry of the actor's, or of the other member's. */
const onEntry = (whose: 'mine' | 'another’s', body: object) => async (world: World): Promise<Call> => {
  const mine = await joined(world);
  const one = whose === 'mine' ? mine : new Player(world.target, mine.challenge);
  if (one !== mine) await one.join();
  const { entry } = (await one.checkIn()).body;
  return { params: { challengeId: one.challenge.id, entryId: entry.id }, body };
};

async function toJudge(world: World): Promise<Call> {
  const other = new Player(world.target, await ownerStarts(world));
  await other.join();
  const { day } = (await other.checkIn()).body.entry satisfies Entry;
  return { params: { challengeId: other.challenge.id }, body: { clientMsgId: newClientMsgId(), memberId: world.target.id, day, ok: true } };
}

/** Missed yesterday, as far as a challenge that began yesterday can know of somebody who joined today: nobody has. */
const nothingMissed = { muted: [409, 'challenge/not-missed'], member: [409, 'challenge/not-missed'], admin: [409, 'challenge/not-missed'], owner: [409, 'challenge/not-missed'] } as const;

const ALL = '/pais/:paiId/challenges';
const ONE = `${ALL}/:challengeId`;
const NOT_MINE = [403, 'challenge/not-your-entry'] as const;

/** Valid calls of the routes of challenges. */
export const challengeSamples: Record<string, Sample[]> = {
  'GET /challenges/today': [{ right: 'user' }],
  [`GET ${ALL}`]: [{ right: 'member' }],
  [`POST ${ALL}`]: [{ right: 'member', call: () => ({ body: { clientMsgId: newClientMsgId(), rules: { title: '早起', start: today(), cadence: { kind: 'daily' } }, zone: SHANGHAI } }), except: MUTED }],
  [`GET ${ONE}`]: [{ right: 'member', call: of() }],
  [`PATCH ${ONE}`]: [{ right: 'member', call: of({ rules: { title: '更早起' } }), except: MANAGERS }],
  [`POST ${ONE}/close`]: [{ right: 'member', call: of({}), except: MANAGERS }],
  [`POST ${ONE}/join`]: [{ right: 'member', call: of({ zone: SHANGHAI }) }],
  [`POST ${ONE}/leave`]: [{ right: 'member', call: of({}) }],
  [`PUT ${ONE}/zone`]: [{ right: 'member', call: joinedWith(() => ({ zone: 'Asia/Tokyo' })) }],
  [`PUT ${ONE}/reminder`]: [{ right: 'member', call: joinedWith(() => ({ at: '07:00', zone: SHANGHAI })) }],
  [`POST ${ONE}/credits`]: [{ right: 'member', call: of({ clientMsgId: newClientMsgId(), accepted: [] }) }],
  [`GET ${ONE}/report`]: [{ right: 'member', call: of() }],
  [`POST ${ONE}/checkins`]: [
    { right: 'member', when: 'a tap', call: joinedWith(() => ({ zone: SHANGHAI })) },
    { right: 'member', when: 'with words', call: joinedWith(() => ({ zone: SHANGHAI, proof: { text: '沿河走了一圈' } })), except: MUTED },
  ],
  [`POST ${ONE}/makeups`]: [{ right: 'member', when: 'of a day not missed', call: joinedWith(() => ({ day: today() })), except: nothingMissed }],
  [`POST ${ONE}/pauses`]: [{ right: 'member', call: joinedWith(() => ({})) }],
  [`POST ${ONE}/resume`]: [{ right: 'member', call: joinedWith(() => ({}), (one) => one.write('pauses')) }],
  [`POST ${ONE}/verdicts`]: [{ right: 'member', call: toJudge, except: MANAGERS }],
  [`GET ${ONE}/entries`]: [{ right: 'member', call: of() }],
  [`GET ${ONE}/export.csv`]: [{ right: 'member', call: of() }],
  [`POST ${ONE}/entries/:entryId/proof`]: [
    { right: 'member', when: 'mine', call: onEntry('mine', { proof: { amount: 5 } }) },
    { right: 'member', when: 'another’s', call: onEntry('another’s', { proof: { amount: 5 } }), except: { muted: NOT_MINE, member: NOT_MINE, admin: NOT_MINE, owner: NOT_MINE } },
  ],
  [`POST ${ONE}/entries/:entryId/appeal`]: [{ right: 'member', when: 'mine', call: onEntry('mine', {}) }],
  [`PUT ${ONE}/entries/:entryId/reactions`]: [{ right: 'member', when: 'another’s', call: onEntry('another’s', { emoji: '👍', on: true }) }],
};
