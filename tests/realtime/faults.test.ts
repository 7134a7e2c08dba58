import { Redis } from 'ioredis';
import { checkSettled, GOOD, storedLog } from '../support/checker';
import { cloudEnv } from '../support/cloud';
import type { Fault } from '../support/faults';
import { startNode, type CloudNode } from '../support/node';
import { eventually, newClientMsgId, type Person } from '../support/person';
import { givenSocket, Phone } from '../support/socket';
import { ownStores, type PrivateStores } from '../support/stores';

const DEADLY = 'power-cut';
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

let stores: PrivateStores;
let a: CloudNode;
let b: CloudNode;
let mongo: string;
let env: Record<string, string>;
beforeAll(async () => {
  stores = await ownStores();
  mongo = stores.mongo.uri.replace(/\/(\?|$)/, '/faults$1');
  env = { ...(await cloudEnv()), MONGODB_URI: mongo, REDIS_URL: stores.redis.uri };
  a = await startNode({ env });
  b = await startNode({ env });
}, 90_000);
afterAll(async () => {
  await Promise.all([a.stop(), b.stop()]);
  await stores.stop();
}, 60_000);

const ended: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ended.splice(0).reverse()) await end();
});

/** Node a again, this time with a fault. */
async function giveFault(fault: Fault): Promise<void> {
  await a.kill();
  await a.restart(fault);
}

interface Scene {
  paiId: string;
  /** On both nodes, moving over when theirs is away. */
  phones: Phone[];
}

/** A fresh pai whose three members are all there. */
async function givenScene(): Promise<Scene> {
  const people: Person[] = [];
  for (const name of ['甲', '乙', '丙']) people.push(await b.person(name));
  const [owner, ...others] = people as [Person, ...Person[]];
  const { id: paiId } = await owner.createPai();
  await owner.bring(paiId, ...others);
  const phones: Phone[] = [];
  for (const [i, person] of people.entries()) phones.push(await new Phone(person, i === 1 ? [b.url, a.url] : [a.url, b.url]).start(paiId));
  ended.push(() => phones.forEach((phone) => phone.end()));
  return { paiId, phones };
}

/** Everybody talks until the returned function is called, which then waits until all of it is acknowledged. */
function talking({ phones, paiId }: Scene, everyMs = 15): (ms?: number) => Promise<number> {
  let said = 0;
  const timer = setInterval(() => phones.forEach((phone, i) => phone.say(paiId, `${i}-${said++}`)), everyMs);
  ended.push(() => clearInterval(timer));
  return async (ms = 30_000) => {
    clearInterval(timer);
    await eventually('all is acknowledged', () => phones.every((phone) => phone.waiting === 0), ms);
    return said;
  };
}

async function judge({ paiId, phones }: Scene, said: number): Promise<void> {
  expect(await checkSettled(mongo, paiId, phones, 15_000)).toEqual(GOOD);
  const fromPeople = (await storedLog(mongo, paiId)).filter(({ senderId }) => phones.some(({ person }) => person.id === senderId));
  expect(fromPeople).toHaveLength(said);
}

describe('a node dies', () => {
  it.each(['before-commit', 'after-commit', 'before-publish', 'before-ack'] as const)('[L2] [L3] %s: nothing acknowledged is lost, nothing is doubled', async (at) => {
    await giveFault({ at, mark: DEADLY });
    const scene = await givenScene();
    const stop = talking(scene);
    await wait(300);
    const deadly = `${DEADLY}-${newClientMsgId()}`;
    scene.phones[0]?.say(scene.paiId, '说到这里就断电', deadly);
    await a.ended();
    if (at !== 'before-commit') expect((await storedLog(mongo, scene.paiId)).some(({ clientMsgId }) => clientMsgId === deadly)).toBe(true);
    await wait(700);
    const said = await stop();
    await judge(scene, said + 1);
    expect(scene.phones[0]?.reconnects).toBeGreaterThan(0);
    expect(scene.phones[0]?.acks.get(deadly)?.seq).toBeGreaterThan(0);
  }, 60_000);

  it('[L4] what was committed and never published reaches the other node though nobody resends it', async () => {
    await giveFault({ at: 'before-publish', mark: DEADLY });
    const scene = await givenScene();
    const [first, second] = scene.phones as [Phone, Phone, Phone];
    // The sender dies with its node.
    first.say(scene.paiId, '没人补发', `${DEADLY}-${newClientMsgId()}`);
    await a.ended();
    first.end();
    await eventually('healed', () => second.texts(scene.paiId).includes('没人补发'), 10_000);
    expect(await checkSettled(mongo, scene.paiId, [second])).toEqual(GOOD);
  }, 40_000);

  it('[L3] killed at any moment under load, one node after the other', async () => {
    await a.restart();
    const scene = await givenScene();
    const stop = talking(scene, 25);
    for (const node of [a, b]) {
      await wait(300 + Math.floor(200 * Math.random()));
      await node.kill();
      await node.restart();
    }
    await judge(scene, await stop());
  }, 90_000);
});

describe('Redis', () => {
  it('[L4] subscriber connections cut under load: nothing is lost or shown twice', async () => {
    const scene = await givenScene();
    const admin = new Redis(stores.redis.uri);
    ended.push(() => admin.disconnect());
    const stop = talking(scene);
    for (let i = 0; i < 6; i++) {
      await wait(250);
      await eventually('one is cut', async () => Number(await admin.call('CLIENT', 'KILL', 'TYPE', 'pubsub')) > 0);
    }
    await judge(scene, await stop());
  }, 60_000);

  it('[L4] killed and back empty: talk goes on meanwhile, and sockets opened meanwhile hear the other node at once afterwards', async () => {
    const scene = await givenScene();
    const [first] = scene.phones as [Phone];
    const stop = talking(scene, 40);
    await wait(500);
    await stores.redis.kill();
    const seqBefore = first.timeline(scene.paiId).cursor;
    await wait(1500);
    expect(first.timeline(scene.paiId).cursor).toBeGreaterThan(seqBefore + 10);
    // A pai that node b opens while Redis is away.
    const [li, mei] = [await a.person('李雷'), await a.person('韩梅')];
    const { id: fresh } = await li.createPai();
    await li.bring(fresh, mei);
    const [here, there] = [await givenSocket(li, fresh), await givenSocket(mei.at(b.url), fresh)];
    await stores.redis.restart();
    await wait(2500);
    const { seq } = await here.send(fresh, '听得到吗');
    const said = Date.now();
    await eventually('heard', () => there.timeline(fresh).cursor === seq);
    expect(Date.now() - said).toBeLessThan(1000);
    await judge(scene, await stop());
  }, 90_000);

  it('killed: with request limits on, sends and requests do not wait for it', async () => {
    const node = await startNode({ env: { ...env, RATE_LIMIT: 'on' } });
    ended.push(() => node.kill());
    const li = await node.person('李雷');
    const { id: paiId } = await li.createPai();
    const socket = await givenSocket(li, paiId);
    await stores.redis.kill();
    await wait(1500);
    const started = Date.now();
    for (let i = 0; i < 10; i++) await socket.send(paiId, `还能说 ${i}`);
    for (let i = 0; i < 5; i++) await li.pai(paiId);
    expect(Date.now() - started).toBeLessThan(3000);
    await stores.redis.restart();
  }, 60_000);
});

describe('MongoDB', () => {
  it('[L3] killed and back: honest errors meanwhile, nothing acknowledged is lost, nothing doubled, no node ends', async () => {
    const scene = await givenScene();
    const stop = talking(scene, 30);
    await wait(800);
    await stores.mongo.kill();
    const asked = Date.now();
    const reply = await (scene.phones[0] as Phone).person.get(`/pais/${scene.paiId}`);
    expect([reply.status, reply.body.error?.code]).toEqual([503, 'service/unavailable']);
    expect(Date.now() - asked).toBeLessThan(6000);
    expect((await fetch(`${a.url}/healthz`)).status).toBe(503);
    await stores.mongo.restart();
    await wait(1500);
    await judge(scene, await stop(40_000));
    for (const node of [a, b]) expect((await fetch(`${node.url}/healthz`)).status).toBe(200);
  }, 120_000);
});

describe('the network', () => {
  it('[L2] sends doubled and out of order, on both nodes: each is stored and shown once', async () => {
    const { paiId, phones } = await givenScene();
    const [first] = phones as [Phone];
    const twin = await givenSocket(first.person.at(b.url), paiId);
    const elsewhere = await givenSocket(first.person.at(a.url), paiId);
    const frames = Array.from({ length: 150 }, (_, i) => ({ type: 'send', paiId, clientMsgId: newClientMsgId(), text: `第 ${i}` }));
    const shuffled = [...frames, ...frames, ...frames].sort(() => Math.random() - 0.5);
    for (const [i, frame] of shuffled.entries()) [twin, elsewhere][i % 2]?.raw(frame);
    await eventually('all acked on either', () => frames.every(({ clientMsgId }) => twin.acks.has(clientMsgId) || elsewhere.acks.has(clientMsgId)), 15_000);
    await wait(500);
    for (const { clientMsgId } of frames) {
      const seqs = [twin, elsewhere].flatMap((client) => client.acks.get(clientMsgId)?.seq ?? []);
      expect(new Set(seqs).size).toBe(1);
    }
    expect(await checkSettled(mongo, paiId, [...phones, twin, elsewhere])).toEqual(GOOD);
    expect((await storedLog(mongo, paiId)).filter(({ senderId }) => senderId === first.person.id)).toHaveLength(150);
  }, 40_000);

  it('[R2] sockets cut again and again while everybody talks', async () => {
    const scene = await givenScene();
    const stop = talking(scene);
    for (let i = 0; i < 20; i++) {
      await wait(120);
      scene.phones[i % 3]?.cut();
    }
    await judge(scene, await stop());
    expect(scene.phones.every(({ reconnects }) => reconnects > 3)).toBe(true);
  }, 40_000);
});
