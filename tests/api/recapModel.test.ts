import type { Recap } from '@shared/wire/recap';
import type { Run } from '@shared/wire/run';
import { AiPai } from '../support/aiPai';
import { textOf } from '../support/model';
import { modelCloud } from '../support/modelCloud';
import { eventually, type Person } from '../support/person';

const world = modelCloud({ MODEL_TIMEOUT_SECONDS: '20' });
let lin: Person;
let nan: Person;
let pai: AiPai;

beforeEach(async () => {
  [lin, nan] = await world.cloud.people('林静', '阿楠');
  pai = await AiPai.of(lin, nan);
  for (const text of ['周六去香山爬山怎么样？南门集合', '门票我来买，一共六十元', '天气预报说周六晴天，爬山正合适', '香山的台阶很多，大家穿运动鞋', '我的手机号是 13812345678']) await lin.say(pai.id, text);
  await nan.say(pai.id, '我带三副登山杖');
});

/** The number of the message somebody said something in, as the model was shown it. */
const seqOf = (prompt: string, words: string): string => /"n":(\d+)/.exec(prompt.split('\n').find((row) => row.includes(words)) ?? '')?.[1] ?? '0';

const order = (body?: object): Promise<Run> => lin.orderRecap(pai.id, body);
const ended = ({ id }: Run): Promise<Run> => lin.endedRun(id);
const said = ({ topics }: Recap): string[] => topics.flatMap(({ sentences }) => sentences.map(({ text }) => text));

describe('a recap by a model', () => {
  it('keeps what its messages hold, drops the rest and says what it cost', async () => {
    world.model.script((body) => {
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
    expect(world.model.requests.length).toBeGreaterThan(0);
    expect(JSON.stringify(world.model.requests)).not.toMatch(/登山杖|阿楠.*说|13812345678/);
  });

  it('is the engine’s, and says so, when the model is down', async () => {
    world.model.failAlways({ kind: 'refused' });
    const run = await ended(await order());
    expect(run).toMatchObject({ state: 'done', model: 'engine', fallback: true, recap: { fallback: true } });
    expect(said(run.recap as Recap).length).toBeGreaterThan(0);
  });

  it('is the engine’s when the day’s tokens are used up', async () => {
    await pai.set({ dailyTokens: 0 });
    const run = await ended(await order());
    expect(run).toMatchObject({ state: 'done', model: 'engine', fallback: true });
    expect(world.model.requests).toHaveLength(0);
  });

  it('tells how far it is and stops at once when its asker says so; nothing is left of it', async () => {
    world.model.failAlways({ kind: 'hang' });
    const run = await order({ range: 'all', visibility: 'pai' });
    await eventually('progress', async () => (await lin.run(run.id))?.progress);
    await eventually('the model is asked', () => world.model.requests.length > 0);
    const before = Date.now();
    expect((await lin.must<{ run: Run }>('POST', `/runs/${run.id}/stop`, {})).run).toMatchObject({ state: 'withheld', reason: 'stopped', stoppedBy: { name: '林静' } });
    await eventually('the request is closed', () => world.model.requests.every(({ aborted }) => aborted), 1000);
    expect(Date.now() - before).toBeLessThan(1500);
    expect((await lin.run(run.id))?.recap).toBeUndefined();
    expect((await lin.history(pai.id)).filter(({ sender }) => sender.kind === 'ai')).toEqual([]);
  });

  it('ends when its role is turned off', async () => {
    world.model.failAlways({ kind: 'hang' });
    const run = await order();
    await eventually('the model is asked', () => world.model.requests.length > 0);
    await pai.set({ mode: 'off' });
    expect(await ended(run)).toMatchObject({ state: 'withheld', reason: 'off' });
    // it is nobody else's business that there was one
    expect(JSON.stringify((await lin.get(`/pais/${pai.id}/ai/withheld`)).body)).not.toContain(run.id);
  });
});
