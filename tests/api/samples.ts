import { randomBytes } from 'node:crypto';
import type { Act } from '@shared/wire/card';
import { pollAct, proposed } from '../support/cards';
import { eventually, Person } from '../support/person';
import { besideSamples } from './besideSamples';
import { challengeSamples } from './challengeSamples';
import { itinerarySamples } from './itinerarySamples';
import type { Call, Refusal, Sample } from './sample';
import type { Actor, World } from './world';

const body = (value: unknown) => (): Call => ({ body: value });
const empty = body({});
/** Sees what is not theirs as not being there. */
const hidden = (code: string): Partial<Record<Actor, Refusal>> => ({ stranger: [404, code], 'ex-member': [404, code] });
const below = (...refusal: Refusal): Partial<Record<Actor, Refusal>> => ({ muted: refusal, member: refusal });
const MUTED = { muted: [403, 'member/muted'] } as const;

const newGuest = (world: World): Promise<Person> => Person.guest(world.owner.base, '另一个人');

async function asked(world: World): Promise<Call> {
  const applicant = await newGuest(world);
  await applicant.must('POST', '/pais/join', { number: world.pai.number });
  return { params: { userId: applicant.id }, body: { approve: true } };
}

async function blocked(world: World): Promise<Call> {
  await world.owner.must('DELETE', `/pais/${world.pai.id}/members/${world.target.id}?block=1`);
  return { params: { userId: world.target.id } };
}

async function pinned(world: World): Promise<Call> {
  await world.owner.must('PUT', `/pais/${world.pai.id}/messages/${world.seq}/pin`);
  return {};
}

/** An AI turn that has begun. */
export async function askedAi(world: Pick<World, 'owner' | 'pai'>): Promise<string> {
  const ai = await world.owner.ai(world.pai.id);
  const { seq } = await world.owner.say(world.pai.id, `@${ai.name} 总结一下`, { mentions: [ai.id] });
  const runId = `${world.pai.id}-${seq}`;
  await eventually('the run', async () => (await world.owner.get(`/runs/${runId}`)).status === 200);
  return runId;
}

/** An AI turn that has ended: stopping it leaves it as it is, whoever does. */
async function endedRun(world: Pick<World, 'owner' | 'pai'>): Promise<string> {
  const runId = await askedAi(world);
  await eventually('the run ends', async () => (await world.owner.get<{ run: { endedAt?: string } }>(`/runs/${runId}`)).body.run.endedAt);
  return runId;
}

async function ownInvite(world: World): Promise<Call> {
  if (!world.actor || !world.seated) return {};
  const { id } = await world.actor.must<{ id: string }>('POST', `/pais/${world.pai.id}/invites`, {});
  return { params: { inviteId: id } };
}

function fileForm(): Call {
  const form = new FormData();
  form.set('file', new Blob(['菜单']), '菜单.txt');
  return { form };
}

const account: Record<string, Sample[]> = {
  'GET /client': [{ right: 'anyone' }],
  'POST /login': [{ right: 'anyone', call: () => ({ body: { kind: 'guest', nickname: '新来的', device: randomBytes(16).toString('hex') } }) }],
  'POST /token': [{ right: 'anyone', call: async (world) => ({ body: { refreshToken: (await newGuest(world)).session.refreshToken } }) }],
  'POST /logout': [{ right: 'user' }],
  'GET /me': [{ right: 'user' }],
  'PATCH /me': [{ right: 'user', call: body({ nickname: '改了名' }) }],
  'POST /me/wechat': [{ right: 'user', call: (world) => ({ body: { code: world.wechatCode() } }) }],
  'DELETE /me': [{ right: 'user' }],
  'POST /me/restore': [{ right: 'user', call: empty }],
};

const pais: Record<string, Sample[]> = {
  'POST /pais': [{ right: 'user', call: body({ name: '又一个' }) }],
  'GET /pais': [{ right: 'user' }],
  'POST /pais/join': [{ right: 'user', call: (world) => ({ body: { number: world.pai.number } }) }],
  'GET /numbers/:number': [{ right: 'user', call: (world) => ({ params: { number: world.pai.number } }) }],
  'GET /pais/:paiId': [{ right: 'member' }],
  'PATCH /pais/:paiId': [{ right: 'admin', call: body({ intro: '新的介绍' }) }],
  'PATCH /pais/:paiId/mine': [{ right: 'member', call: body({ muted: true }) }],
  'POST /pais/:paiId/leave': [{ right: 'member', call: empty, except: { owner: [409, 'pai/owner-cannot-leave'] } }],
  'POST /pais/:paiId/transfer': [{ right: 'owner', call: (world) => ({ body: { userId: world.target.id } }) }],
  'POST /pais/:paiId/dissolve': [{ right: 'owner', call: empty }],
  'POST /pais/:paiId/restore': [
    { right: 'owner', when: 'nothing to take back', call: empty },
    {
      right: 'owner',
      when: 'dissolved',
      call: async (world) => {
        await world.owner.must('POST', `/pais/${world.pai.id}/dissolve`, {});
        return { body: {} };
      },
      except: { muted: [410, 'pai/dissolved'], member: [410, 'pai/dissolved'], admin: [410, 'pai/dissolved'] },
    },
  ],
};

const members: Record<string, Sample[]> = {
  'GET /pais/:paiId/members': [{ right: 'member' }],
  'PATCH /pais/:paiId/members/:userId': [
    { right: 'admin', when: 'muting', call: body({ mutedMinutes: 10 }) },
    { right: 'admin', when: 'giving a role', call: body({ role: 'admin' }), except: { ...below(403, 'pai/owner-only'), admin: [403, 'pai/owner-only'] } },
  ],
  'DELETE /pais/:paiId/members/:userId': [{ right: 'admin' }],
  'GET /pais/:paiId/requests': [{ right: 'admin' }],
  'POST /pais/:paiId/requests/:userId': [{ right: 'admin', call: asked }],
  'GET /pais/:paiId/blocked': [{ right: 'admin' }],
  'DELETE /pais/:paiId/blocked/:userId': [{ right: 'admin', call: blocked }],
};

const invites: Record<string, Sample[]> = {
  'POST /pais/:paiId/invites': [{ right: 'member', call: empty }],
  'GET /pais/:paiId/invites': [{ right: 'member' }],
  'DELETE /pais/:paiId/invites/:inviteId': [
    { right: 'member', when: 'my own', call: ownInvite },
    { right: 'member', when: 'the owner’s', except: below(403, 'pai/forbidden') },
  ],
  'GET /invites/:token': [{ right: 'anyone' }],
  'POST /invites/:token/accept': [{ right: 'user', call: empty }],
  'GET /invites/:token/code': [{ right: 'user', except: hidden('invite/unknown') }],
};

const messages: Record<string, Sample[]> = {
  'GET /pais/:paiId/messages': [{ right: 'member' }],
  'POST /pais/:paiId/messages': [{ right: 'member', call: () => ({ body: { clientMsgId: randomBytes(8).toString('hex'), text: '在吗' } }), except: MUTED }],
  'PATCH /pais/:paiId/messages/:seq': [
    { right: 'member', when: 'my own', call: body({ text: '改过的话' }), except: MUTED },
    { right: 'member', when: 'another’s', call: (world) => ({ params: { seq: world.targetSeq }, body: { text: '改别人的话' } }), except: { ...below(403, 'message/not-yours'), admin: [403, 'message/not-yours'], owner: [403, 'message/not-yours'] } },
  ],
  'DELETE /pais/:paiId/messages/:seq': [
    { right: 'member', when: 'my own' },
    { right: 'member', when: 'another’s', call: (world) => ({ params: { seq: world.targetSeq } }), except: below(403, 'message/not-yours') },
  ],
  'PUT /pais/:paiId/messages/:seq/reactions/:emoji': [{ right: 'member' }],
  'DELETE /pais/:paiId/messages/:seq/reactions/:emoji': [{ right: 'member' }],
  'PUT /pais/:paiId/messages/:seq/pin': [{ right: 'admin' }],
  'DELETE /pais/:paiId/messages/:seq/pin': [{ right: 'admin', call: pinned }],
  'GET /pais/:paiId/pins': [{ right: 'member' }],
  'POST /pais/:paiId/messages/:seq/report': [{ right: 'member', call: body({ reason: 'fraud' }) }],
  'POST /pais/:paiId/read': [{ right: 'member', call: body({ seq: 1 }) }],
  'GET /pais/:paiId/mentions': [{ right: 'member' }],
  'GET /search': [
    { right: 'user', when: 'in all of mine', call: () => ({ query: '?q=杭州' }) },
    { right: 'user', when: 'in one pai', call: (world) => ({ query: `?q=杭州&paiId=${world.pai.id}` }), except: hidden('pai/not-found') },
  ],
};

/** The pai's first AI role. */
const ofRole = (value?: unknown) => async (world: World): Promise<Call> => ({ params: { roleId: (await world.owner.ai(world.pai.id)).id }, ...(value === undefined ? {} : { body: value }) });

/** A second role, which may go. */
async function spareRole(world: World): Promise<Call> {
  const { role } = await world.owner.must<{ role: { id: string } }>('POST', `/pais/${world.pai.id}/roles`, { template: 'trip' });
  return { params: { roleId: role.id } };
}

async function changedRole(world: World): Promise<Call> {
  const { id } = await world.owner.ai(world.pai.id);
  await world.owner.must('PUT', `/pais/${world.pai.id}/roles/${id}`, { capPercent: 20 });
  return { params: { roleId: id }, body: {} };
}

const roles: Record<string, Sample[]> = {
  'GET /pais/:paiId/roles': [{ right: 'member' }],
  'POST /pais/:paiId/roles': [{ right: 'owner', call: body({ template: 'trip' }) }],
  'PUT /pais/:paiId/roles/:roleId': [{ right: 'owner', call: ofRole({ mode: 'helpful' }) }],
  'DELETE /pais/:paiId/roles/:roleId': [{ right: 'owner', call: spareRole }],
  'GET /pais/:paiId/roles/:roleId/versions': [{ right: 'member', call: ofRole() }],
  'POST /pais/:paiId/roles/:roleId/undo': [{ right: 'owner', call: changedRole }],
};

const FACT = { text: '集合地点是南门' };

/** Something the actor wrote down, or the owner where the actor is not in the pai. */
async function ownFact(world: World): Promise<Call> {
  const { fact } = await (world.actor && world.seated ? world.actor : world.owner).must<{ fact: { id: string } }>('POST', `/pais/${world.pai.id}/ai/memory`, FACT);
  return { params: { factId: fact.id } };
}

async function targetsFact(world: World): Promise<Call> {
  const { fact } = await world.target.must<{ fact: { id: string } }>('POST', `/pais/${world.pai.id}/ai/memory`, FACT);
  return { params: { factId: fact.id } };
}

const memory: Record<string, Sample[]> = {
  'GET /pais/:paiId/ai/meter': [{ right: 'member' }],
  'GET /pais/:paiId/ai/withheld': [{ right: 'owner' }],
  'POST /pais/:paiId/roles/:roleId/tryout': [{ right: 'owner', call: ofRole({ lines: [{ from: '阿楠', text: '小派，周六几点出发？' }] }) }],
  'GET /pais/:paiId/ai/memory': [{ right: 'member' }],
  'POST /pais/:paiId/ai/memory': [{ right: 'member', call: body(FACT) }],
  'DELETE /pais/:paiId/ai/memory/mine': [{ right: 'member' }],
  'PATCH /pais/:paiId/ai/memory/:factId': [
    { right: 'member', when: 'my own', call: async (world) => ({ ...(await ownFact(world)), body: { text: '集合地点是北门' } }) },
    { right: 'member', when: 'another’s', call: async (world) => ({ ...(await targetsFact(world)), body: { text: '集合地点是北门' } }), except: below(403, 'memory/not-yours') },
  ],
  'DELETE /pais/:paiId/ai/memory/:factId': [
    { right: 'member', when: 'my own', call: ownFact },
    { right: 'member', when: 'another’s', call: targetsFact, except: below(403, 'memory/not-yours') },
  ],
};

const POLL = { act: 'poll', poll: { question: '哪天去', options: ['周六', '周日'] } };
const newCard = (act: unknown): { clientMsgId: string; act: unknown } => ({ clientMsgId: randomBytes(8).toString('hex'), act });
const remindLater = (): unknown => ({ act: 'reminder', reminder: { text: '带伞', at: new Date(Date.now() + 3600_000).toISOString(), zone: 'Asia/Shanghai' } });

/** A card of the actor's own, or of the owner's where the actor is not in the pai or may not speak. */
const madeBy = async (person: Person, world: World, act: unknown): Promise<{ seq: string; cardId: string }> => {
  const { message } = await person.must<{ message: { seq: number; card: { id: string } } }>('POST', `/pais/${world.pai.id}/cards`, newCard(act));
  return { seq: String(message.seq), cardId: message.card.id };
};

/** What the AI member proposed to the actor, or to the owner where the actor is not in the pai. */
const openFor = (act: Act) => async (world: World): Promise<Call> => ({ params: { seq: String(await proposed(world.actor && world.seated ? world.actor : world.owner, world.pai.id, act)) }, body: { act } });
const openForTarget = async (world: World): Promise<Call> => ({ params: { seq: String(await proposed(world.target, world.pai.id, pollAct())) }, body: {} });
const onPoll = (value?: unknown) => async (world: World): Promise<Call> => ({ params: await madeBy(world.owner, world, POLL), body: value ?? {} });
const confirmed = async (world: World): Promise<Call> => {
  const call = await openFor(pollAct())(world);
  await (world.actor && world.seated ? world.actor : world.owner).must('POST', `/pais/${world.pai.id}/messages/${call.params?.seq}/card/confirm`, {});
  return { params: call.params, body: {} };
};

const cards: Record<string, Sample[]> = {
  'POST /pais/:paiId/cards': [{ right: 'member', call: () => ({ body: newCard(POLL) }), except: MUTED }],
  'PUT /pais/:paiId/messages/:seq/card': [{ right: 'member', call: openFor(pollAct()), except: MUTED }],
  'POST /pais/:paiId/messages/:seq/card/confirm': [
    { right: 'member', when: 'what I asked for', call: openFor(pollAct()) },
    { right: 'member', when: 'what another asked for', call: openForTarget, except: below(403, 'card/not-yours') },
  ],
  'POST /pais/:paiId/messages/:seq/card/dismiss': [
    { right: 'member', when: 'what I asked for', call: openFor(pollAct()) },
    { right: 'member', when: 'what another asked for', call: openForTarget, except: below(403, 'card/not-yours') },
  ],
  'POST /pais/:paiId/messages/:seq/card/undo': [
    { right: 'member', when: 'what I confirmed', call: confirmed },
    { right: 'member', when: 'what the owner confirmed', call: onPoll(), except: below(403, 'card/not-yours') },
  ],
  'PUT /pais/:paiId/messages/:seq/card/vote': [{ right: 'member', call: onPoll({ options: [0] }) }],
  'POST /pais/:paiId/messages/:seq/card/close': [{ right: 'member', when: 'the owner’s', call: onPoll(), except: below(403, 'card/not-yours') }],
  'GET /pais/:paiId/reminders': [{ right: 'member' }],
  'DELETE /pais/:paiId/reminders/:cardId': [{ right: 'member', when: 'the owner’s', call: async (world) => ({ params: await madeBy(world.owner, world, remindLater()) }), except: below(403, 'card/not-yours') }],
};

const others: Record<string, Sample[]> = {
  'POST /files': [{ right: 'user', call: fileForm }],
  'POST /runs/:runId/stop': [
    { right: 'user', call: async (world) => ({ params: { runId: await endedRun(world) }, body: {} }), except: hidden('run/not-found') },
  ],
  'POST /pais/:paiId/recaps': [
    { right: 'member', when: 'for me', call: body({ range: 'all' }) },
    { right: 'member', when: 'for everybody', call: body({ range: 'all', visibility: 'pai' }), except: MUTED },
  ],
  'GET /runs/:runId': [{ right: 'user', call: async (world) => ({ params: { runId: await askedAi(world) } }), except: hidden('run/not-found') }],
  'GET /console': [{ right: 'anyone' }],
  'POST /console/login': [{ right: 'anyone', call: body({ key: 'console-key-of-tests' }) }],
  'GET /console/overview': [{ right: 'operator' }],
  'GET /console/reviews': [{ right: 'operator' }],
  'GET /console/reviews/:reviewId': [{ right: 'operator' }],
  'POST /console/reviews/:reviewId': [{ right: 'operator', call: body({ action: 'allow' }) }],
  'GET /console/audit': [{ right: 'operator' }],
};

/** Valid calls of every route; a route without one fails the access matrix. */
export const SAMPLES: Record<string, Sample[]> = { ...account, ...pais, ...members, ...invites, ...messages, ...cards, ...roles, ...memory, ...challengeSamples, ...itinerarySamples, ...besideSamples, ...others };
