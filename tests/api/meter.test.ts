import type { MeterReply, WithheldReply } from '@shared/wire/aiRole';
import type { Message } from '@shared/wire/message';
import { AiPai } from '../support/aiPai';
import { givenCloud, type Cloud } from '../support/cloud';
import { eventually, wait, type Person } from '../support/person';

jest.setTimeout(90_000); // turns wait for further asks before they begin

let cloud: Cloud;
let lin: Person;
let nan: Person;
let pai: AiPai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

beforeEach(async () => {
  [lin, nan] = await cloud.people('林静', '阿楠');
  pai = await AiPai.of(lin, nan);
});

const meterOf = (who: Person): Promise<MeterReply> => who.must<MeterReply>('GET', `/pais/${pai.id}/ai/meter`);
const withheld = async (): Promise<WithheldReply['turns']> => (await lin.must<WithheldReply>('GET', `/pais/${pai.id}/ai/withheld`)).turns;
async function everything(): Promise<Message[]> {
  const all: Message[] = [];
  for (;;) {
    const page = await lin.history(pai.id, `&after=${all.at(-1)?.seq ?? 0}`);
    if (page.length === 0) return all;
    all.push(...page);
  }
}

/** What the log holds, counted by hand. */
function counted(all: readonly Message[], kind: 'user' | 'ai') {
  const said = all.filter(({ sender, recalledAt }) => sender.kind === kind && !recalledAt);
  return { messages: said.length, characters: said.reduce((sum, { text }) => sum + [...text].length, 0) };
}

const aiMessages = async (): Promise<Message[]> => (await everything()).filter(({ sender }) => sender.kind === 'ai');

it('is empty where nobody said anything', async () => {
  expect(await meterOf(nan)).toMatchObject({ days: 7, people: { messages: 0, characters: 0 }, roles: [{ id: pai.aiId, name: '小派', messages: 0, share: 0, capPercent: 10, overCap: false, calls: 0, withheld: 0, usedToday: 0 }] });
});

it('equals the count of the log, for everybody, without what was recalled', async () => {
  await lin.say(pai.id, '周六去香山爬山，早上八点半南门集合');
  await nan.say(pai.id, '好啊 👨‍👩‍👧');
  const slip = await nan.say(pai.id, '这句撤回');
  await pai.call(nan, '几点集合？');
  await eventually('an answer', async () => (await aiMessages()).length > 0, 15_000);
  await nan.must('DELETE', `/pais/${pai.id}/messages/${slip.seq}`);
  await wait(1100);
  const all = await everything();
  const [people, ai] = [counted(all, 'user'), counted(all, 'ai')];
  for (const who of [lin, nan]) {
    const { people: shown, roles } = await meterOf(who);
    expect(shown).toEqual(people);
    expect(roles[0]).toMatchObject({ ...ai, calls: 1 });
    expect(roles[0]?.share).toBeCloseTo(Math.max(ai.messages / (ai.messages + people.messages), ai.characters / (ai.characters + people.characters)), 10);
    // a large share of little talk
    expect(roles[0]?.overCap).toBe(false);
  }
});

it('story 2: with a cap of 10 % and 180 messages of people, at most 20 are the AI’s, and the meter says how many', async () => {
  await pai.set({ mode: 'helpful', capPercent: 10, quiet: null });
  const asks = ['几点集合来着？', '谁带登山杖？', '门票多少钱？', '在哪个门集合？', '住哪里定了吗？', '谁负责买票？'];
  for (let round = 0; round < 9; round++) {
    for (let i = 0; i < 18; i++) await (i % 2 ? nan : lin).say(pai.id, `第 ${round}-${i} 句：周六爬山的路上聊几句闲话，带水带帽子`);
    await lin.say(pai.id, `周六早上八点半南门集合，门票六十元，第 ${round} 次说`);
    await nan.say(pai.id, asks[round % asks.length] as string);
    await wait(3200);
  }
  await wait(3000);
  const all = await everything();
  const [people, ai] = [counted(all, 'user'), counted(all, 'ai')];
  expect(people.messages).toBe(180);
  expect(ai.messages).toBeLessThanOrEqual(20);
  expect(ai.messages).toBeGreaterThan(0);
  const meter = await meterOf(nan);
  expect(meter.people).toEqual(people);
  expect(meter.roles[0]).toMatchObject(ai);
  expect(meter.roles[0]?.share).toBeLessThanOrEqual(0.1);
});

it('a new pai gets its first answers, as many as the cap allows of 30 messages; then the share counts', async () => {
  await pai.set({ mode: 'helpful', capPercent: 7, quiet: null });
  await lin.say(pai.id, '周六早上八点半南门集合，门票六十元，我来买');
  for (const [n, ask] of ['几点集合来着？', '门票多少钱来着？'].entries()) {
    await nan.say(pai.id, ask);
    await eventually(`answer ${n + 1}`, async () => (await aiMessages()).length > n, 15_000);
    await wait(1100);
    expect((await meterOf(nan)).roles[0]).toMatchObject({ messages: n + 1, overCap: false });
  }
  const third = await lin.say(pai.id, '在哪个门集合来着？');
  await eventually('a turn withheld', async () => (await withheld()).some(({ seq, reason }) => seq === third.seq && reason === 'over-cap'), 15_000);
  expect(await aiMessages()).toHaveLength(2);
  await pai.call(nan, '在哪个门集合？');
  await eventually('a called answer', async () => (await aiMessages()).length > 2, 15_000);
  await wait(1100);
  expect((await meterOf(nan)).roles[0]).toMatchObject({ messages: 3, overCap: true });
});

it('a turn held back is listed for the owner with its reason and not a word of it; a call is answered over the cap', async () => {
  await pai.set({ mode: 'helpful', capPercent: 2, quiet: null });
  await lin.say(pai.id, '周六早上八点半南门集合');
  const ask = await nan.say(pai.id, '几点集合来着？');
  const [turn] = await eventually('a turn withheld', async () => ((await withheld()).length > 0 ? withheld() : undefined), 15_000);
  expect(turn).toMatchObject({ roleId: pai.aiId, reason: 'over-cap', seq: ask.seq });
  expect(JSON.stringify(await withheld())).not.toContain('集合');
  expect(await lin.run(turn?.runId ?? '')).toMatchObject({ state: 'withheld', reason: 'over-cap' });
  await pai.call(nan, '几点集合？');
  await eventually('an answer', async () => (await aiMessages()).length > 0, 15_000);
  await wait(1100);
  expect((await meterOf(nan)).roles[0]).toMatchObject({ withheld: 1, calls: 1 });
});

it('is of this pai alone', async () => {
  const other = await lin.createPai('别处');
  await lin.say(other.id, '别处的话');
  expect((await meterOf(nan)).people.messages).toBe(0);
});
