import { ERRORS } from '@shared/wire/errors';
import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, eventually, newClientMsgId, textsOf, type Person, type Reply } from '../support/person';
import { ownStores, type PrivateStores } from '../support/stores';

jest.setTimeout(120_000);

let stores: PrivateStores;
let cloud: Cloud;
let li: Person;
let mei: Person;
let pai: Pai;

beforeAll(async () => {
  stores = await ownStores();
  cloud = await givenCloud({ MONGODB_URI: stores.mongo.uri, REDIS_URL: stores.redis.uri, RATE_LIMIT: 'on', ACCESS_MINUTES: '60' });
  [li, mei] = await cloud.people('李', '梅');
  pai = await li.createPai();
  await li.bring(pai.id, mei);
});
afterAll(async () => {
  await cloud.stop();
  await stores.stop();
});

interface Health {
  ok: boolean;
  mongodb: boolean;
  redis: boolean;
}

async function health(): Promise<[number, Health]> {
  const response = await fetch(`${cloud.url}/healthz`);
  return [response.status, (await response.json()) as Health];
}
const send = (who: Person, text: string, clientMsgId = newClientMsgId()): Promise<Reply> => who.post(`/pais/${pai.id}/messages`, { clientMsgId, text });

describe('without MongoDB', () => {
  it('every request is answered honestly and soon, nothing is half done, and it comes back by itself', async () => {
    const before = await li.history(pai.id);
    await stores.mongo.kill();
    const started = Date.now();
    const clientMsgId = newClientMsgId();
    const [list, sent, login, [status, state]] = await Promise.all([
      li.get('/pais', { 'accept-language': 'en' }),
      send(li, '库没了', clientMsgId),
      fetch(`${cloud.url}/api/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'guest', nickname: '新', device: 'a-device-with-no-store-01' }) }),
      health(),
    ]);
    expect(Date.now() - started).toBeLessThan(25_000);
    expect([codeOf(list), codeOf(sent), login.status]).toEqual(['503 service/unavailable', '503 service/unavailable', 503]);
    expect(list.body.error?.message).toBe(ERRORS['service/unavailable'].en);
    expect(JSON.stringify([list.body, sent.body, await login.json()])).not.toMatch(/mongo|127\.0\.0\.1|ECONN|topology/i);
    expect([status, state]).toMatchObject([503, { ok: false, mongodb: false, redis: true }]);
    expect((await fetch(`${cloud.url}/metrics`)).status).toBe(200);
    await stores.mongo.restart();
    await eventually('the service is back', async () => (await li.get('/pais')).status === 200, 30_000);
    expect(await health()).toMatchObject([200, { ok: true, mongodb: true }]);
    const again = await send(li, '库没了', clientMsgId);
    expect([200, 201]).toContain(again.status);
    expect(textsOf(await mei.history(pai.id))).toEqual([...textsOf(before), '库没了']);
  });

  it('[L2] [L3] sends under way when it dies are stored or refused as such, and sending them again stores each once', async () => {
    const texts = Array.from({ length: 30 }, (_, i) => `中断时的第 ${i} 句`);
    const ids = texts.map(() => newClientMsgId());
    const under: Promise<Reply>[] = [];
    let killed: Promise<void> | undefined;
    for (const [i, text] of texts.entries()) {
      under.push(send(li, text, ids[i]));
      if (i === 10) killed = stores.mongo.kill();
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    await killed;
    await stores.mongo.restart();
    const codes = (await Promise.all(under)).map(codeOf);
    expect(codes.filter((code) => !['201', '503 service/unavailable'].includes(code))).toEqual([]);
    await eventually('the service is back', async () => (await li.get('/pais')).status === 200, 30_000);
    for (const [i, code] of codes.entries()) {
      if (code !== '201') await eventually('stored', async () => [200, 201].includes((await send(li, texts[i] as string, ids[i])).status), 30_000);
    }
    const stored = textsOf(await mei.history(pai.id)).filter((text) => text.startsWith('中断'));
    expect([...stored].sort()).toEqual([...texts].sort());
  });
});

describe('without Redis', () => {
  it('people go on reading and writing; it says so and comes back by itself', async () => {
    await stores.redis.kill();
    expect(await health()).toMatchObject([200, { ok: true, mongodb: true, redis: false }]);
    expect((await send(li, '没有 Redis 也能说')).status).toBe(201);
    for (const path of ['/pais', `/pais/${pai.id}`, `/pais/${pai.id}/members`, `/pais/${pai.id}/messages`]) expect([path, (await mei.get(path)).status]).toEqual([path, 200]);
    expect(textsOf(await mei.history(pai.id))).toContain('没有 Redis 也能说');
    const ai = await li.ai(pai.id);
    const asked = await li.post<{ message: { seq: number } }>(`/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), text: '@小派 总结一下', mentions: [ai.id] });
    expect(asked.status).toBe(201);
    await stores.redis.restart();
    await eventually('Redis is seen', async () => (await health())[1].redis, 20_000);
    await eventually('the call is answered after all', async () => (await li.history(pai.id)).find(({ sender }) => sender.kind === 'ai'), 30_000);
  });
});
