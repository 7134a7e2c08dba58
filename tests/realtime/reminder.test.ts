import type { Message } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import { sweepCards } from '../../cloud/src/card';
import { holdCard } from '../../cloud/src/message';
import { cardAt, makeByHand, onCard, proposed, reminderAct } from '../support/cards';
import { givenCloud, cloudEnv, type Cloud } from '../support/cloud';
import { startNode, type CloudNode } from '../support/node';
import { codeOf, eventually, type Person } from '../support/person';
import { givenSocket } from '../support/socket';
import { at, DAY_MS, MINUTE_MS } from '../support/time';

const HOUR_MS = 60 * MINUTE_MS;

describe('[A4] a reminder', () => {
  let cloud: Cloud;
  let owner: Person;
  let li: Person;
  let pai: Pai;

  beforeAll(async () => (cloud = await givenCloud()));
  afterAll(() => cloud.stop());
  beforeEach(async () => {
    [owner, li] = await cloud.people('派主', '李');
    pai = await owner.createPai('秋游');
    await owner.bring(pai.id, li);
  });

  const spoken = async (text: string): Promise<Message[]> => (await li.history(pai.id)).filter((message) => message.clientMsgId.startsWith('rem:') && message.text.startsWith(text));
  const setFor = async (ms: number, change: Parameters<typeof reminderAct>[1] = {}): Promise<Message> => (await makeByHand(owner, pai.id, reminderAct(ms, change))).body.message;

  it('says exactly its words at its time, once, as the AI member, pushed and labelled', async () => {
    const socket = await givenSocket(li, pai.id);
    const due = Date.now() + 1500;
    const { seq } = await setFor(1500, { to: [li.id] });
    const [message] = await eventually('the reminder', async () => {
      const found = await spoken('带伞');
      return found.length > 0 && found;
    });
    expect(message).toMatchObject({ text: '带伞', sender: { kind: 'ai', name: '小派' }, replyTo: { seq }, mentions: [li.id], label: { visible: 'AI 生成' } });
    expect(Date.parse(message?.sentAt ?? '') - due).toBeGreaterThanOrEqual(0);
    expect(Date.parse(message?.sentAt ?? '') - due).toBeLessThan(3000);
    await eventually('the push', () => socket.timelines.get(pai.id)?.messages.some(({ text, clientMsgId }) => text === '带伞' && clientMsgId.startsWith('rem:')));
    expect(await cardAt(li, pai.id, seq)).toMatchObject({ state: 'confirmed' });
    expect((await cardAt(li, pai.id, seq))?.nextAt).toBeUndefined();
    socket.close();
  });

  it('that nobody confirmed, or that was taken back, says nothing', async () => {
    await proposed(li, pai.id, reminderAct(HOUR_MS, { text: '没确认' }));
    const undone = await setFor(HOUR_MS, { text: '撤了' });
    await onCard(owner, pai.id, undone.seq, 'undo');
    await at(HOUR_MS + 1000, sweepCards);
    expect([...(await spoken('没确认')), ...(await spoken('撤了'))]).toEqual([]);
  });

  it('that repeats sets its next time', async () => {
    const { seq } = await setFor(HOUR_MS, { rrule: 'FREQ=DAILY' });
    const first = (await cardAt(li, pai.id, seq))?.nextAt ?? '';
    await at(HOUR_MS + 1000, sweepCards);
    await at(HOUR_MS + 2000, sweepCards);
    expect(Date.parse((await cardAt(li, pai.id, seq))?.nextAt ?? '') - Date.parse(first)).toBe(DAY_MS);
    await at(DAY_MS + HOUR_MS + 1000, sweepCards);
    expect((await spoken('带伞')).map(({ clientMsgId }) => clientMsgId.split(':').pop())).toEqual(['0', '1']);
  });

  it('missed while nothing ran comes at the start, marked late; a repeating one once', async () => {
    await setFor(HOUR_MS, { text: '一次' });
    const { seq } = await setFor(HOUR_MS, { text: '每天', rrule: 'FREQ=DAILY' });
    await at(3 * DAY_MS, sweepCards);
    const [once, daily] = [await spoken('一次'), await spoken('每天')];
    expect(once.map(({ text }) => text)).toEqual([expect.stringMatching(/^一次\n（晚了，本该 \d{4}-\d\d-\d\d \d\d:\d\d 提醒）$/)]);
    expect(daily).toHaveLength(1);
    expect(Date.parse((await cardAt(li, pai.id, seq))?.nextAt ?? '')).toBeGreaterThan(Date.now() + 3 * DAY_MS);
  });

  it('is a system line where every AI member is off: none of them speaks [A1]', async () => {
    await setFor(HOUR_MS, { text: '关了也要说' });
    const ai = await owner.ai(pai.id);
    await owner.must('PUT', `/pais/${pai.id}/roles/${ai.id}`, { mode: 'off' });
    await at(HOUR_MS + 1000, sweepCards);
    const last = (await li.history(pai.id)).pop();
    expect(last).toMatchObject({ kind: 'system', sender: { kind: 'system' }, system: { code: 'reminder.due', names: ['关了也要说'] } });
  });

  it('that people set is said in quiet hours too', async () => {
    const ai = await owner.ai(pai.id);
    await owner.must('PUT', `/pais/${pai.id}/roles/${ai.id}`, { quiet: { from: '00:00', to: '23:59' } });
    await setFor(HOUR_MS);
    await at(HOUR_MS + 1000, sweepCards);
    expect((await spoken('带伞')).map(({ sender }) => sender.kind)).toEqual(['ai']);
  });

  it('that is being said is waited for by who switches the AI member off: nothing comes later [A1]', async () => {
    const { seq, card } = await setFor(HOUR_MS);
    const ai = await owner.ai(pai.id);
    await holdCard(pai.id, seq, new Date(card?.nextAt ?? 0), new Date(), new Date(Date.now() + 800));
    const before = Date.now();
    await owner.must('PUT', `/pais/${pai.id}/roles/${ai.id}`, { mode: 'off' });
    expect(Date.now() - before).toBeGreaterThan(600);
  });

  it('waits while its pai is dissolved and goes on when that is taken back', async () => {
    await setFor(HOUR_MS);
    await owner.must('POST', `/pais/${pai.id}/dissolve`, {});
    await at(HOUR_MS + 1000, sweepCards);
    await owner.must('POST', `/pais/${pai.id}/restore`, {});
    await at(3 * HOUR_MS, sweepCards);
    expect(await spoken('带伞')).toHaveLength(1);
  });
});

describe('[A4] many reminders at one moment', () => {
  const nodes: CloudNode[] = [];
  afterAll(() => Promise.all(nodes.map((node) => node.stop())));

  it('are each said once by two workers, one of which is killed half-way', async () => {
    const env = await cloudEnv();
    for (const _ of ['a', 'b']) nodes.push(await startNode({ env }));
    const [a, b] = nodes as [CloudNode, CloudNode];
    const owner = await b.person('派主');
    const pais = await Promise.all(Array.from({ length: 10 }, (_, i) => owner.createPai(`派${i}`)));
    const due = Date.now() + 20_000;
    const at = new Date(due).toISOString();
    const madeIn = async (paiId: string): Promise<string[]> => {
      const codes: string[] = [];
      for (let i = 0; i < 20; i++) codes.push(codeOf(await makeByHand(owner, paiId, { act: 'reminder', reminder: { text: `提醒${i}`, at, zone: 'Asia/Shanghai' } })));
      return codes;
    };
    const made = (await Promise.all(pais.map(({ id }) => madeIn(id)))).flat();
    expect(new Set(made)).toEqual(new Set(['201']));
    const said = async (paiId: string): Promise<string[]> => (await owner.history(paiId)).filter(({ clientMsgId }) => clientMsgId.startsWith('rem:')).map(({ text }) => text);
    const count = async (): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, 200));
      return (await Promise.all(pais.map(({ id }) => said(id)))).flat().length;
    };
    await eventually('the first ones', async () => (await count()) > 0, due - Date.now() + 8000);
    await a.kill();
    await eventually('all of them', async () => (await count()) >= 200, 30_000);
    await new Promise((resolve) => setTimeout(resolve, 2500));
    for (const { id } of pais) expect((await said(id)).sort()).toEqual(Array.from({ length: 20 }, (_, i) => `提醒${i}`).sort());
  }, 90_000);
});
