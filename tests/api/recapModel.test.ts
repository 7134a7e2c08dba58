import type { Pai } from '@shared/wire/pai';
import type { Recap } from '@shared/wire/recap';
import type { Run } from '@shared/wire/run';
import { givenCloud, type Cloud } from '../support/cloud';
import { startModelStub, textOf, type ModelStub } from '../support/model';
import { eventually, type Person } from '../support/person';

let stub: ModelStub;
let cloud: Cloud;
let lin: Person;
let nan: Person;
let pai: Pai;

beforeAll(async () => {
  stub = await startModelStub();
  cloud = await givenCloud({ MODEL_BASE_URL: stub.url, MODEL_NAME: 'some-model', MODEL_TIMEOUT_SECONDS: '20' });
});
afterAll(async () => {
  await cloud.stop();
  await stub.stop();
});

beforeEach(async () => {
  stub.control.reset();
  [lin, nan] = await cloud.people('林静', '阿楠');
  pai = await lin.createPai('周末爬山');
  await lin.bring(pai.id, nan);
  for (const text of ['周六去香山爬山怎么样？南门集合', '门票我来买，一共六十元', '天气预报说周六晴天，爬山正合适', '香山的台阶很多，大家穿运动鞋', '我的手机号是 13812345678']) await lin.say(pai.id, text);
  await nan.say(pai.id, '我带三副登山杖');
});

/** The number of the message somebody said something in, as the model was shown it. */
const seqOf = (prompt: string, words: string): string => /"n":(\d+)/.exec(prompt.split('\n').find((row) => row.includes(words)) ?? '')?.[1] ?? '0';

const order = async (body: object = { range: 'all' }): Promise<Run> => (await lin.must<{ run: Run }>('POST', `/pais/${pai.id}/recaps`, body)).run;
const read = async (id: string): Promise<Run> => (await lin.must<{ run: Run }>('GET', `/runs/${id}`)).run;
const ended = ({ id }: Run): Promise<Run> =>
  eventually('the recap', async () => {
    const run = await read(id);
    return run.endedAt ? run : undefined;
  });
const said = ({ topics }: Recap): string[] => topics.flatMap(({ sentences }) => sentences.map(({ text }) => text));

describe('a recap by a model', () => {
  it('keeps what its messages hold, drops the rest and says what it cost', async () => {
    stub.control.script((body) => {
      const prompt = textOf(body.messages.at(-1)!);
      return { text: `# 1 周六爬山\n林静说周六晴天[${seqOf(prompt, '晴天')}]。\n门票一共九百元[${seqOf(prompt, '晴天')}]。` };
    });
    const run = await ended(await order());
    expect(said(run.recap as Recap)).toContain('林静说周六晴天。');
    expect(JSON.stringify(run.recap)).not.toContain('九百');
    expect(run).toMatchObject({ state: 'done', model: 'some-model', dropped: 1 });
    expect(run.tokens?.input).toBeGreaterThan(50);
    const meter = await lin.must<{ roles: { usedToday: number }[] }>('GET', `/pais/${pai.id}/ai/meter`);
    expect(meter.roles[0]?.usedToday).toBe((run.tokens?.input ?? 0) + (run.tokens?.output ?? 0));
  });

  it('sends the model no word of members who hid, and no private number', async () => {
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: false });
    const run = await ended(await order());
    expect(run.recap).toMatchObject({ leftOut: 1, messages: 5 });
    expect(stub.control.requests.length).toBeGreaterThan(0);
    expect(JSON.stringify(stub.control.requests)).not.toMatch(/登山杖|阿楠.*说|13812345678/);
  });

  it('is the engine’s, and says so, when the model is down', async () => {
    stub.control.failAlways({ kind: 'refused' });
    const run = await ended(await order());
    expect(run).toMatchObject({ state: 'done', model: 'engine', fallback: true, recap: { fallback: true } });
    expect(said(run.recap as Recap).length).toBeGreaterThan(0);
  });

  it('is the engine’s when the day’s tokens are used up', async () => {
    await lin.must('PUT', `/pais/${pai.id}/roles/${pai.assistants[0]?.id}`, { dailyTokens: 0 });
    const run = await ended(await order());
    expect(run).toMatchObject({ state: 'done', model: 'engine', fallback: true });
    expect(stub.control.requests).toHaveLength(0);
  });

  it('tells how far it is and stops at once when its asker says so; nothing is left of it', async () => {
    stub.control.failAlways({ kind: 'hang' });
    const run = await order({ range: 'all', visibility: 'pai' });
    await eventually('progress', async () => (await read(run.id)).progress);
    await eventually('the model is asked', () => stub.control.requests.length > 0);
    const before = Date.now();
    expect((await lin.must<{ run: Run }>('POST', `/runs/${run.id}/stop`, {})).run).toMatchObject({ state: 'withheld', reason: 'stopped', stoppedBy: { name: '林静' } });
    await eventually('the request is closed', () => stub.control.requests.every(({ aborted }) => aborted), 1000);
    expect(Date.now() - before).toBeLessThan(1500);
    expect((await read(run.id)).recap).toBeUndefined();
    expect((await lin.history(pai.id)).filter(({ sender }) => sender.kind === 'ai')).toEqual([]);
  });

  it('ends when its role is turned off', async () => {
    stub.control.failAlways({ kind: 'hang' });
    const run = await order();
    await eventually('the model is asked', () => stub.control.requests.length > 0);
    await lin.must('PUT', `/pais/${pai.id}/roles/${pai.assistants[0]?.id}`, { mode: 'off' });
    expect(await ended(run)).toMatchObject({ state: 'withheld', reason: 'off' });
    // it is nobody else's business that there was one
    expect(JSON.stringify((await lin.get(`/pais/${pai.id}/ai/withheld`)).body)).not.toContain(run.id);
  });
});
