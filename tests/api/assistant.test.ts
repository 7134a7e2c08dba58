import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { eventually, type Person } from '../support/person';

let cloud: Cloud;
let lin: Person;
let nan: Person;
let pai: Pai;
let aiId: string;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

beforeEach(async () => {
  [lin, nan] = [await cloud.person('林静'), await cloud.person('阿楠')];
  pai = await lin.createPai('周末爬山');
  await lin.bring(pai.id, nan);
  aiId = (await lin.ai(pai.id)).id;
});

async function talk(): Promise<Message[]> {
  return [
    await lin.say(pai.id, '周六去香山爬山怎么样？早上八点半南门集合'),
    await nan.say(pai.id, '好啊，没问题'),
    await lin.say(pai.id, '门票我来买，一共六十元'),
    await nan.say(pai.id, '我带三副登山杖'),
    await lin.say(pai.id, '天气预报说周六晴天，爬山正合适'),
  ];
}

const call = (who: Person, text: string): Promise<Message> => who.say(pai.id, `@小派 ${text}`, { mentions: [aiId] });
const answers = async (who = lin): Promise<Message[]> => (await who.history(pai.id)).filter((message) => message.sender.kind === 'ai');
const answered = (n = 1): Promise<Message[]> => eventually(`${n} answer(s)`, async () => ((await answers()).length >= n ? answers() : undefined), 10_000);
const runOf = async (message: Message): Promise<Run> => (await lin.must<{ run: Run }>('GET', `/runs/${message.runId}`)).run;

describe('the AI member', () => {
  it('answers a mention with a recap whose every sentence rests on messages it names', async () => {
    const said = await talk();
    const ask = await call(nan, '总结一下');
    const [answer] = await answered();
    expect(answer).toMatchObject({ sender: { id: aiId, kind: 'ai' }, clientMsgId: `run:${answer?.runId}`, replyTo: { seq: ask.seq } });
    expect(answer?.text).toContain('阿楠');
    expect(answer?.text).toMatch(/香山|爬山/);
    const seqs = new Set(said.map(({ seq }) => seq));
    expect(answer?.sources?.length).toBeGreaterThan(0);
    for (const source of answer?.sources ?? []) expect(seqs.has(source.seq)).toBe(true);
    expect(answer?.sources?.[0]?.label).toMatch(/^(林静|阿楠) \d\d:\d\d$/);
  });

  it('leaves a receipt: why it spoke, for whom, what it read', async () => {
    await talk();
    const ask = await call(nan, '总结一下');
    const [answer] = await answered();
    const run = await eventually('run ended', async () => {
      const found = await runOf(answer as Message);
      return found.endedAt ? found : undefined;
    });
    expect(run).toMatchObject({ state: 'done', reason: 'mentioned', askers: [{ id: nan.id, name: '阿楠', seq: ask.seq }], answerSeq: answer?.seq });
    expect(run.read?.count).toBeGreaterThanOrEqual(5);
    expect(run.read?.leftOut).toBe(0);
  });

  it('answers a quote of its own message, and not a message that only speaks of it', async () => {
    await talk();
    await call(nan, '总结一下');
    const [first] = await answered();
    await lin.say(pai.id, '小派说得对');
    await lin.say(pai.id, '谁带登山杖？', { replyTo: first?.seq });
    const all = await answered(2);
    expect(all[1]?.text).toContain('登山杖');
    expect(all[1]?.askers).toEqual([lin.id]);
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await answers()).toHaveLength(2);
  });

  it('answers a burst of asks once, naming each asker [A2]', async () => {
    await talk();
    await Promise.all([call(nan, '门票多少钱？'), call(lin, '谁带登山杖？')]);
    const [answer] = await answered();
    expect(answer?.text).toContain('阿楠');
    expect(answer?.text).toContain('林静');
    await new Promise((resolve) => setTimeout(resolve, 1500));
    expect(await answers()).toHaveLength(1);
  });

  it.each([
    ['mention', (who: Person, text: string) => call(who, text)],
    ['name', (who: Person, text: string) => who.say(pai.id, `小派，${text}`)],
  ])('does not take earlier calls by %s for what the group talked about', async (_, ask) => {
    await talk();
    await ask(lin, '登山杖和烧烤炉谁负责带过来？');
    await answered();
    await lin.say(pai.id, '小派昨天把登山杖的数目说错了');
    await ask(nan, '总结一下全部');
    const [, second] = await answered(2);
    expect(second?.text).toMatch(/香山|爬山/);
    expect(second?.text).not.toMatch(/烧烤炉|总结一下/);
    const { id } = (await nan.must<{ run: Run }>('POST', `/pais/${pai.id}/recaps`, { range: 'all' })).run;
    const { recap, read } = await eventually('a recap', async () => {
      const { run } = await nan.must<{ run: Run }>('GET', `/runs/${id}`);
      return run.endedAt ? run : undefined;
    });
    // who speaks of it speaks to the group
    expect(read).toMatchObject({ count: 6 });
    expect(JSON.stringify(recap)).not.toContain('烧烤炉');
  });

  it('does not read members who hid from it, and says in the receipt how much it left out', async () => {
    await talk();
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: false });
    await call(lin, '谁带登山杖？');
    const [answer] = await answered();
    expect(answer?.text).not.toContain('三副');
    expect((await runOf(answer as Message)).read?.leftOut).toBeGreaterThan(0);
  });

  it('tells a newcomer nothing from before they may read', async () => {
    await talk();
    const wang = await cloud.person('王磊');
    await lin.must('PATCH', `/pais/${pai.id}`, { history: 'join' });
    await lin.bring(pai.id, wang);
    await call(wang, '总结一下全部消息');
    const [answer] = await answered();
    expect(answer?.text).not.toMatch(/香山|门票|登山杖/);
    expect(answer?.sources ?? []).toHaveLength(0);
  });

  it('says nothing when it is off', async () => {
    await talk();
    await lin.must('PUT', `/pais/${pai.id}/roles/${pai.assistants[0]?.id}`, { mode: 'off' });
    await call(nan, '总结一下');
    await new Promise((resolve) => setTimeout(resolve, 2500));
    expect(await answers()).toHaveLength(0);
  });

  it('takes a sentence back when its message is recalled', async () => {
    const said = await talk();
    await call(lin, '谁带登山杖？');
    const [answer] = await answered();
    expect(answer?.text).toContain('三副');
    await nan.must('DELETE', `/pais/${pai.id}/messages/${said[3]?.seq}`);
    const after = await eventually('sentence gone', async () => (await answers()).find(({ text }) => !text.includes('三副')), 5000);
    expect(JSON.stringify(after)).not.toContain('三副');
  });

  it('keeps receipts from people outside the pai', async () => {
    await talk();
    await call(nan, '总结一下');
    const [answer] = await answered();
    const stranger = await cloud.person('路人');
    expect((await stranger.get(`/runs/${answer?.runId}`)).status).toBe(404);
  });
});
