import type { Run } from '@shared/wire/run';
import { givenTwoNodes, type TwoNodes } from '../support/node';
import { checkSettled, GOOD } from '../support/checker';
import { eventually, type Person } from '../support/person';
import { givenSocket, SocketClient } from '../support/socket';

const LOST = '这条不广播';

let nodes: TwoNodes;
beforeAll(async () => (nodes = await givenTwoNodes({ at: 'lose-publish', mark: LOST })), 60_000);
afterAll(() => nodes.stop());

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const seqsSeen = (client: SocketClient, paiId: string): number[] =>
  client.events.flatMap((event) => ((event.type === 'message.created' || event.type === 'message.changed') && event.message.paiId === paiId ? [event.message.seq] : []));

/** An owner on node a, two members on node b. */
async function givenThree(settings: object = {}) {
  const [li, mei, wang] = [await nodes.a.person('李雷'), (await nodes.a.person('韩梅')).at(nodes.b.url), (await nodes.a.person('老王')).at(nodes.b.url)];
  const { id: paiId } = await li.createPai();
  if (Object.keys(settings).length > 0) await li.must('PATCH', `/pais/${paiId}`, settings);
  await li.bring(paiId, mei, wang);
  const sockets = [await givenSocket(li, paiId), await givenSocket(mei, paiId), await givenSocket(wang, paiId)] as const;
  await eventually('all are up to date', () => sockets.every((client) => client.timeline(paiId).cursor === sockets[0].timeline(paiId).cursor));
  return { paiId, li: sockets[0], mei: sockets[1], wang: sockets[2] };
}

describe('leaving', () => {
  it('[P1] nothing later reaches a removed member on the other node while everybody keeps talking', async () => {
    const { paiId, li, mei, wang } = await givenThree();
    let talking = true;
    const talk = (async () => {
      for (let i = 0; talking; i++) await Promise.all([li.send(paiId, `一 ${i}`), wang.send(paiId, `二 ${i}`)]);
    })();
    await wait(300);
    await li.person.must('DELETE', `/pais/${paiId}/members/${mei.person.id}`, {});
    const removal = await eventually('the removal has a place', () => li.timeline(paiId).messages.find((message) => message.system?.code === 'member.removed'));
    await wait(1500);
    talking = false;
    await talk;
    expect(wang.timeline(paiId).cursor).toBeGreaterThan(removal.seq + 5);
    expect(Math.max(...seqsSeen(mei, paiId))).toBeLessThan(removal.seq);
    expect(mei.events.filter((event) => event.type === 'pai.left')).toEqual([{ type: 'pai.left', paiId, reason: 'removed' }]);
    expect((await mei.send(paiId, '我还在？')).error?.code).toBe('pai/not-found');
    const since = mei.frames.length;
    await mei.connect();
    await eventually('told again', () => mei.frames.slice(since).some((frame) => frame.type === 'events' && frame.events.some(({ type }) => type === 'pai.left')));
    expect(mei.frames.slice(since).some(({ type }) => type === 'sync')).toBe(false);
    expect(await checkSettled(nodes.env.MONGODB_URI as string, paiId, [li, wang])).toEqual(GOOD);
  });

  it('[P1] who left gets nothing later, and nothing about presence or typing either', async () => {
    const { paiId, li, mei } = await givenThree();
    mei.raw({ type: 'open', paiId });
    await mei.person.must('POST', `/pais/${paiId}/leave`, {});
    await wait(1000);
    const [seen, events] = [seqsSeen(mei, paiId).length, mei.events.length];
    li.raw({ type: 'open', paiId });
    li.raw({ type: 'typing', paiId });
    await li.send(paiId, '她走了');
    await wait(2500);
    expect(seqsSeen(mei, paiId).length).toBe(seen);
    expect(mei.events.length).toBe(events);
  });

  it('[P1] an answer of the AI member does not reach or answer a member removed meanwhile', async () => {
    const { paiId, li, mei } = await givenThree();
    const ai = await li.person.ai(paiId);
    const { seq } = await mei.send(paiId, `@${ai.name} 总结一下`, { mentions: [ai.id] });
    await li.person.must('DELETE', `/pais/${paiId}/members/${mei.person.id}`, {});
    const run = await eventually('the turn ended', async () => {
      const { run } = await li.person.must<{ run: Run }>('GET', `/runs/${paiId}-${seq}`);
      return run.endedAt ? run : undefined;
    }, 15_000);
    expect(run.state).toBe('withheld');
    expect(Math.max(...seqsSeen(mei, paiId))).toBeLessThanOrEqual((seq as number) + 1);
    expect(li.timeline(paiId).messages.filter(({ sender }) => sender.kind === 'ai' )).toEqual([]);
  }, 20_000);

  it('a dissolved pai closes for all at once and comes back when that is undone', async () => {
    const { paiId, li, mei } = await givenThree();
    await li.person.must('POST', `/pais/${paiId}/dissolve`, {});
    await eventually('told', () => mei.events.some((event) => event.type === 'pai.left' && event.reason === 'dissolved'), 1000);
    expect((await mei.send(paiId, '还在吗')).error?.code).toBe('pai/dissolved');
    // While it is gone a phone comes and goes on the other node.
    mei.cut();
    await mei.connect();
    await li.person.must('POST', `/pais/${paiId}/restore`, {});
    await eventually('told of the return', () => mei.events.some((event) => event.type === 'pai.joined'), 6000);
    await eventually('messages again', async () => (await mei.send(paiId, '回来了')).seq !== undefined, 3000);
    await eventually('both have it', () => li.texts(paiId).includes('回来了') && mei.texts(paiId).includes('回来了'));
    expect(await checkSettled(nodes.env.MONGODB_URI as string, paiId, [li, mei])).toEqual(GOOD);
  });
});

describe('joining', () => {
  it('a newcomer gets nothing from before, not even what was on its way or healed late', async () => {
    const { paiId, li } = await givenThree({ history: 'join' });
    for (let round = 0; round < 5; round++) {
      const newcomer = (await nodes.a.person(`新人 ${round}`)).at(nodes.b.url);
      const socket = await givenSocket(newcomer);
      // Node b does not know of it and fetches it when the newcomer is already there.
      const before = await li.send(paiId, `${LOST} 之前的话`);
      await li.person.bring(paiId, newcomer);
      const after = await li.send(paiId, '之后的话');
      await eventually('live', () => seqsSeen(socket, paiId).includes(after.seq as number), 6000);
      expect(Math.min(...seqsSeen(socket, paiId))).toBeGreaterThan(before.seq as number);
      socket.hold(paiId).sync(paiId);
      await eventually('caught up', () => !socket.timeline(paiId).stale);
      expect(JSON.stringify(socket.frames)).not.toContain('之前的话');
      expect(socket.timeline(paiId).messages.at(-1)?.seq).toBe(after.seq);
    }
  }, 15_000);

  it('[L1] loses nothing when sockets join a pai in which the other node is talking', async () => {
    const { paiId, li, mei, wang } = await givenThree();
    const newcomers: Person[] = [];
    for (let i = 0; i < 8; i++) newcomers.push(await nodes.a.person(`新 ${i}`));
    const sockets = await Promise.all(newcomers.map((person) => givenSocket(person.at(nodes.b.url))));
    let talking = true;
    const talk = (async () => {
      for (let i = 0; talking; i++) await Promise.all([li.send(paiId, `甲 ${i}`), li.send(paiId, `乙 ${i}`)]);
    })();
    for (const [i, person] of newcomers.entries()) {
      await li.person.bring(paiId, person);
      await eventually('let in', () => sockets[i]?.events.some((event) => event.type === 'pai.joined'));
    }
    talking = false;
    await talk;
    expect(await checkSettled(nodes.env.MONGODB_URI as string, paiId, [li, mei, wang])).toEqual(GOOD);
    // Nobody was sent round in circles after a hole this node made itself.
    for (const client of [mei, wang]) expect(client.frames.filter(({ type }) => type === 'sync').length).toBeLessThanOrEqual(2);
    await li.send(paiId, '都到了吗');
    for (const socket of sockets) await eventually('live', () => socket.events.some((event) => event.type === 'message.created' && event.message.text === '都到了吗'));
  }, 30_000);

  it('a sync lets a socket into a pai its node has not heard it joined', async () => {
    const { paiId, li } = await givenThree();
    const late = (await nodes.a.person('迟到')).at(nodes.b.url);
    const socket = await givenSocket(late);
    await li.person.bring(paiId, late);
    socket.hold(paiId).sync(paiId);
    await eventually('caught up', () => !socket.timeline(paiId).stale);
    const { seq } = await li.send(paiId, '欢迎');
    await eventually('live', () => socket.timeline(paiId).cursor === seq);
  });
});

describe('what is taken back', () => {
  it('an edit and a recall reach every copy on both nodes within 5 s, quotes included', async () => {
    const { paiId, li, mei, wang } = await givenThree();
    const { seq } = await mei.send(paiId, '电话 13800000000');
    await wang.send(paiId, '记下了', { replyTo: seq });
    const all = [li, mei, wang];
    await eventually('quoted', () => all.every((client) => client.texts(paiId).includes('记下了')));
    await mei.person.must('PATCH', `/pais/${paiId}/messages/${seq}`, { text: '电话 139' });
    await eventually('edited everywhere', () => all.every((client) => client.texts(paiId).includes('电话 139')), 5000);
    await mei.person.must('DELETE', `/pais/${paiId}/messages/${seq}`);
    await eventually('gone everywhere', () => all.every((client) => !JSON.stringify(client.timeline(paiId).messages).includes('电话')), 5000);
    for (const base of [nodes.a.url, nodes.b.url]) {
      const fresh = await givenSocket(wang.person.at(base), paiId);
      expect(JSON.stringify(fresh.frames)).not.toContain('电话');
      fresh.close();
    }
    expect(await checkSettled(nodes.env.MONGODB_URI as string, paiId, all)).toEqual(GOOD);
  });

  it('a recall nobody was told of is gone from catch-ups within 5 s', async () => {
    const { paiId, li, wang } = await givenThree();
    const { seq } = await li.send(paiId, '密码是一二三');
    await eventually('arrived', () => wang.texts(paiId).includes('密码是一二三'));
    await li.person.must('PATCH', `/pais/${paiId}/messages/${seq}`, { text: `密码 ${LOST}` });
    await wait(5000);
    const fresh = new SocketClient(wang.person).hold(paiId);
    fresh.timelines.set(paiId, { ...wang.timeline(paiId), cursor: (seq as number) - 1, messages: wang.timeline(paiId).messages.slice(0, -1), since: undefined });
    await fresh.connect();
    await eventually('caught up', () => !fresh.timeline(paiId).stale);
    expect(JSON.stringify(fresh.frames)).not.toContain('一二三');
    expect(fresh.timeline(paiId).messages.at(-1)?.text).toContain(LOST);
  }, 15_000);
});

describe('signing out', () => {
  it('closes the sockets of that sign-in on the other node within 5 s and no others', async () => {
    const li = await nodes.a.person('李雷');
    const [here, there] = [await givenSocket(li), await givenSocket(li.at(nodes.b.url))];
    const again = await nodes.a.person('别人');
    const other = await givenSocket(again.at(nodes.b.url));
    await li.must('POST', '/logout', {});
    await eventually('both closed', () => here.closed && there.closed, 5000);
    expect([here.closed?.reason, there.closed?.reason]).toEqual(['signed-out', 'signed-out']);
    expect(other.isOpen).toBe(true);
    // A node may have looked at the sign-in up to 4 s ago.
    await wait(4000);
    await expect(there.connect()).rejects.toThrow('token-invalid');
  });

  it('closes all sockets of one person that signed in at the same moment', async () => {
    const li = await nodes.a.person('李雷');
    const sockets = await Promise.all(Array.from({ length: 12 }, () => givenSocket(li.at(nodes.b.url))));
    await li.must('POST', '/logout', {});
    await eventually('all closed', () => sockets.every(({ closed }) => closed), 2500);
  });

  it('keeps at most 20 sockets of one person, the newest', async () => {
    const li = await nodes.a.person('开窗太多');
    const sockets: SocketClient[] = [];
    for (let i = 0; i < 26; i++) sockets.push(await givenSocket(li));
    await eventually('the extra ones are closed', () => sockets.filter(({ closed }) => closed).length >= 6);
    await wait(300);
    expect(sockets.slice(0, 6).map((socket) => socket.closed?.reason)).toEqual(Array.from({ length: 6 }, () => 'too-many'));
  });
});
