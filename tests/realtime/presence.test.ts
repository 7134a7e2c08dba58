import type { ServerEvent } from '@shared/wire/event';
import { givenTwoNodes, type TwoNodes } from '../support/node';
import { eventually } from '../support/person';
import { givenSocket, type SocketClient } from '../support/socket';

let nodes: TwoNodes;
beforeAll(async () => (nodes = await givenTwoNodes()), 60_000);
afterAll(() => nodes.stop());

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

type Delta = Extract<ServerEvent, { type: 'presence.changed' | 'typing.changed' }>;
const deltas = (client: SocketClient, type: Delta['type']): string[][] => client.events.flatMap((event) => (event.type === type ? [(event as Delta).userIds] : []));
const last = (client: SocketClient, type: Delta['type']): string => [...(deltas(client, type).at(-1) ?? [])].sort().join();
const ids = (...clients: SocketClient[]): string => clients.map(({ person }) => person.id).sort().join();

/** Li on node a, Mei on node b, Wang on b who does not have the pai on his screen. */
async function givenThree() {
  const [li, mei, wang] = [await nodes.a.person('李雷'), (await nodes.a.person('韩梅')).at(nodes.b.url), (await nodes.a.person('老王')).at(nodes.b.url)];
  const { id: paiId } = await li.createPai();
  await li.bring(paiId, mei, wang);
  const sockets = [await givenSocket(li, paiId), await givenSocket(mei, paiId), await givenSocket(wang, paiId)] as const;
  for (const client of sockets.slice(0, 2)) client.raw({ type: 'open', paiId });
  return { paiId, li: sockets[0], mei: sockets[1], wang: sockets[2] };
}

describe('presence', () => {
  it('shows on both nodes who has the pai open, and only to those who have', async () => {
    const { paiId, li, mei, wang } = await givenThree();
    for (const client of [li, mei]) await eventually('both shown', () => last(client, 'presence.changed') === ids(li, mei), 3000);
    expect((await li.person.get<{ userIds?: string[] }>(`/pais/${paiId}`)).status).toBe(200);
    mei.raw({ type: 'close', paiId });
    await eventually('gone', () => last(li, 'presence.changed') === ids(li), 3000);
    expect(deltas(wang, 'presence.changed')).toEqual([]);
  });

  it('ends when the socket ends without a word', async () => {
    const { li, mei } = await givenThree();
    await eventually('both shown', () => last(li, 'presence.changed') === ids(li, mei), 3000);
    mei.cut();
    await eventually('gone', () => last(li, 'presence.changed') === ids(li), 3000);
  });

  it('tells at most once a second, however often the pai is opened and closed', async () => {
    const { paiId, li, mei } = await givenThree();
    await wait(1200);
    const before = deltas(li, 'presence.changed').length;
    const started = Date.now();
    for (let i = 0; i < 60; i++) {
      mei.raw({ type: i % 2 ? 'open' : 'close', paiId });
      await wait(50);
    }
    const seconds = (Date.now() - started) / 1000;
    expect(deltas(li, 'presence.changed').length - before).toBeLessThanOrEqual(Math.ceil(seconds) + 1);
    await eventually('the end is right', () => last(li, 'presence.changed') === ids(li, mei), 3000);
  }, 15_000);
});

describe('typing', () => {
  it('reaches the other node within 2 s, at most once a second, and ends by itself after 6 s', async () => {
    const { paiId, li, mei, wang } = await givenThree();
    for (let i = 0; i < 30; i++) {
      mei.raw({ type: 'typing', paiId });
      await wait(50);
    }
    await eventually('typing', () => last(li, 'typing.changed') === ids(mei), 2000);
    const ended = Date.now();
    expect(deltas(li, 'typing.changed')).toHaveLength(1);
    await eventually('it ended', () => last(li, 'typing.changed') === '', 9000);
    expect(Date.now() - ended).toBeGreaterThan(4000);
    expect(deltas(wang, 'typing.changed')).toEqual([]);
  }, 20_000);

  it('ends with the message', async () => {
    const { paiId, li, mei } = await givenThree();
    mei.raw({ type: 'typing', paiId });
    await eventually('typing', () => last(li, 'typing.changed') === ids(mei), 2500);
    await mei.send(paiId, '写好了');
    await eventually('it ended', () => last(li, 'typing.changed') === '', 2500);
  });

  it('of somebody who has no right to the pai is not heard', async () => {
    const { paiId, li, mei } = await givenThree();
    const stranger = await givenSocket((await nodes.a.person('外人')).at(nodes.b.url));
    stranger.raw({ type: 'open', paiId });
    stranger.raw({ type: 'typing', paiId });
    mei.raw({ type: 'typing', paiId });
    await eventually('typing', () => last(li, 'typing.changed') === ids(mei), 2500);
    await wait(1200);
    expect(li.events.some((event) => JSON.stringify(event).includes(stranger.person.id))).toBe(false);
  });
});

describe('read cursors', () => {
  it('only go up, reach my other devices, and are written within about 2 s', async () => {
    const { paiId, li, mei } = await givenThree();
    const other = await givenSocket(mei.person.at(nodes.a.url), paiId);
    const { seq } = await li.send(paiId, '读我');
    const top = seq as number;
    for (const at of [1, top, 2, top - 1, 1]) mei.raw({ type: 'read', paiId, seq: at });
    await eventually('told', () => other.events.some((event) => event.type === 'read.changed'), 4000);
    expect(other.events.filter(({ type }) => type === 'read.changed')).toEqual([{ type: 'read.changed', paiId, readSeq: top }]);
    mei.raw({ type: 'read', paiId, seq: 1 });
    mei.raw({ type: 'read', paiId, seq: 999_999 });
    await wait(3000);
    expect((await mei.person.pai(paiId)).mine).toMatchObject({ readSeq: top });
    expect(li.events.some(({ type }) => type === 'read.changed')).toBe(false);
  }, 15_000);
});
