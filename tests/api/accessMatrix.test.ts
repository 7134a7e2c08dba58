import { routes } from '../../cloud/src/service';
import type { Right, Route } from '../../cloud/src/http/route';
import { givenCloud, type Cloud } from '../support/cloud';
import { newClientMsgId, Person, type Reply } from '../support/person';
import { startWechatStub, type WechatStub } from '../support/wechat';
import type { Sample } from './sample';
import { askedAi, SAMPLES } from './samples';
import { ACTORS, givenWorld, type Actor, type World } from './world';

jest.setTimeout(60_000); // seven pais are made at once before each route is tried

let cloud: Cloud;
let stub: WechatStub;
beforeAll(async () => {
  stub = await startWechatStub({ port: 0 });
  cloud = await givenCloud({ WECHAT_APP_ID: stub.appId, WECHAT_APP_SECRET: stub.secret, WECHAT_BASE_URL: stub.url });
});
afterAll(async () => {
  await cloud.stop();
  await stub.stop();
});

const nameOf = ({ spec }: Route): string => `${spec.method.toUpperCase()} ${spec.path}`;

/** Who is turned away by a right, and how. Written from the product's rules, not from the code that enforces them. */
const UNKNOWN = [404, 'pai/not-found'] as const;
const POLICY: Record<Right, Partial<Record<Actor, readonly [number, string]>>> = {
  anyone: {},
  user: { anonymous: [401, 'auth/required'] },
  member: { anonymous: [401, 'auth/required'], stranger: UNKNOWN, 'ex-member': UNKNOWN },
  admin: { anonymous: [401, 'auth/required'], stranger: UNKNOWN, 'ex-member': UNKNOWN, muted: [403, 'pai/forbidden'], member: [403, 'pai/forbidden'] },
  owner: { anonymous: [401, 'auth/required'], stranger: UNKNOWN, 'ex-member': UNKNOWN, muted: [403, 'pai/owner-only'], member: [403, 'pai/owner-only'], admin: [403, 'pai/owner-only'] },
  operator: Object.fromEntries(ACTORS.map((actor) => [actor, [401, 'console/key-wrong']])),
};

function expected(route: Route, sample: Sample, actor: Actor): string {
  const special = sample.except?.[actor];
  const refusal = special === 'ok' ? undefined : (special ?? POLICY[sample.right][actor]);
  return refusal ? refusal.join(' ') : String(route.spec.status ?? 200);
}

async function answer(route: Route, sample: Sample, world: World): Promise<string> {
  const call = (await sample.call?.(world)) ?? {};
  const params: Record<string, string> = { paiId: world.pai.id, seq: world.seq, userId: world.target.id, token: world.token, inviteId: world.inviteId, emoji: encodeURIComponent('👍'), ...call.params };
  const path = route.spec.path.replace(/:(\w+)/g, (_, key: string) => params[key] ?? `missing-${key}`);
  const response = await fetch(`${cloud.url}/api${path}${call.query ?? ''}`, {
    method: route.spec.method.toUpperCase(),
    headers: { ...(world.actor ? { authorization: `Bearer ${world.actor.session.token}` } : {}), ...(call.body === undefined ? {} : { 'content-type': 'application/json' }) },
    ...(call.form ? { body: call.form } : call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
  });
  const text = await response.text();
  return response.ok ? String(response.status) : `${response.status} ${(JSON.parse(text) as { error: { code: string } }).error.code}`;
}

it('there is a sample for every route, and no sample without a route', () => {
  expect(Object.keys(SAMPLES).sort()).toEqual(routes.map(nameOf).sort());
});

it('the routes declare the rights the product gives', () => {
  const declared = Object.fromEntries(routes.map((route) => [nameOf(route), route.spec.right]));
  expect(declared).toEqual(Object.fromEntries(Object.entries(SAMPLES).map(([name, [first]]) => [name, first?.right])));
});

const cells = routes.flatMap((route) => (SAMPLES[nameOf(route)] ?? []).map((sample) => ({ name: nameOf(route) + (sample.when ? ` (${sample.when})` : ''), route, sample })));

/** What only reads, or is refused, finds the same in a world where others have done so before: unless it takes preparing. */
const changesNothing = (route: Route, { call, ...sample }: Sample, actor: Actor): boolean => (call?.length ?? 0) === 0 && (route.spec.method === 'get' || !expected(route, sample, actor).startsWith('2'));

const shared = new Map<Actor, Promise<World>>();
const freshWorld = (actor: Actor): Promise<World> => givenWorld(actor, cloud.url, stub);
function sharedWorld(actor: Actor): Promise<World> {
  const world = shared.get(actor) ?? freshWorld(actor);
  shared.set(actor, world);
  return world;
}

describe.each(cells)('$name', ({ route, sample }) => {
  let worlds: World[];
  beforeAll(async () => {
    worlds = await Promise.all(ACTORS.map((actor) => (changesNothing(route, sample, actor) ? sharedWorld(actor) : freshWorld(actor))));
  });
  it.each(ACTORS.map((actor, i) => [actor, i] as const))('as %s', async (actor, i) => {
    expect(await answer(route, sample, worlds[i] as World)).toBe(expected(route, sample, actor));
  });
});

describe('the operator', () => {
  it('sees the overview with the key’s token, which opens nothing of a user’s', async () => {
    const someone = await cloud.person('某人');
    const { token } = await someone.must<{ token: string }>('POST', '/console/login', { key: 'console-key-of-tests' });
    const asOperator = new Person(cloud.url, { ...someone.session, token }, someone.device);
    expect((await asOperator.get('/console/overview')).status).toBe(200);
    const refused = await asOperator.get('/pais');
    expect([refused.status, refused.body.error?.code]).toEqual([401, 'auth/token-invalid']);
  });
});

describe('what belongs to another pai is out of reach, even for the owner of one’s own', () => {
  let mine: World;
  let theirs: World;
  beforeAll(async () => {
    [mine, theirs] = [await givenWorld('owner', cloud.url, stub), await givenWorld('owner', cloud.url, stub)];
    for (let i = 0; i < 5; i++) await theirs.owner.say(theirs.pai.id, '只有那边看得到');
  });
  const code = ({ status, body }: Reply): string => `${status} ${body.error?.code}`;

  it('a position', async () => {
    const far = (await theirs.owner.pai(theirs.pai.id)).headSeq;
    const at = `/pais/${mine.pai.id}/messages/${far}`;
    const emoji = encodeURIComponent('👍');
    const calls = [mine.owner.patch(at, { text: '改' }), mine.owner.del(at), mine.owner.put(`${at}/pin`), mine.owner.put(`${at}/reactions/${emoji}`), mine.owner.post(`${at}/report`, { reason: 'other' })];
    for (const reply of await Promise.all(calls)) expect(code(reply)).toBe('404 message/not-found');
    expect(code(await mine.owner.post(`/pais/${mine.pai.id}/messages`, { clientMsgId: newClientMsgId(), text: '引', replyTo: far }))).toBe('404 message/not-found');
  });

  it('a file', async () => {
    const { body } = await theirs.owner.upload(Buffer.from('只给那边的人'));
    const send = { clientMsgId: newClientMsgId(), fileId: body.file.id };
    expect(code(await mine.owner.post(`/pais/${mine.pai.id}/messages`, send))).toBe('404 file/not-found');
    expect(code(await mine.owner.patch(`/pais/${mine.pai.id}`, { coverFileId: body.file.id }))).toBe('404 file/not-found');
    expect(code(await mine.owner.post('/pais', { name: '封面', coverFileId: body.file.id }))).toBe('404 file/not-found');
    expect((await theirs.owner.post(`/pais/${theirs.pai.id}/messages`, send)).status).toBe(201);
    expect(code(await theirs.owner.post(`/pais/${theirs.pai.id}/messages`, { ...send, clientMsgId: newClientMsgId() }))).toBe('404 file/not-found');
  });

  it('an invitation', async () => {
    expect(code(await mine.owner.del(`/pais/${mine.pai.id}/invites/${theirs.inviteId}`))).toBe('404 invite/unknown');
    expect((await mine.owner.get(`/invites/${theirs.token}`)).status).toBe(200);
  });

  it('a wish to join', async () => {
    const applicant = await cloud.person('申请人');
    await applicant.must('POST', '/pais/join', { number: theirs.pai.number });
    expect(code(await mine.owner.post(`/pais/${mine.pai.id}/requests/${applicant.id}`, { approve: true }))).toBe('404 request/unknown-applicant');
    expect((await applicant.get(`/pais/${mine.pai.id}`)).status).toBe(404);
  });

  it('a member', async () => {
    const at = `/pais/${mine.pai.id}/members/${theirs.target.id}`;
    for (const reply of [await mine.owner.patch(at, { mutedMinutes: 5 }), await mine.owner.del(at), await mine.owner.post(`/pais/${mine.pai.id}/transfer`, { userId: theirs.target.id })]) expect(code(reply)).toBe('404 member/not-found');
  });

  it('an AI turn', async () => {
    const runId = await askedAi(theirs);
    expect(code(await mine.owner.get(`/runs/${runId}`))).toBe('404 run/not-found');
  });

  it('an id that is nobody’s answers the same as one that is somebody else’s', async () => {
    const [foreign, absent] = [await mine.owner.get(`/pais/${theirs.pai.id}`), await mine.owner.get('/pais/nosuchpainosuchpai00')];
    expect(foreign.body).toEqual(absent.body);
  });
});
