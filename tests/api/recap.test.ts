import type { Message } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import type { Recap } from '@shared/wire/recap';
import type { Run } from '@shared/wire/run';
import { tellRecap } from '../../cloud/src/assistant';
import { givenCloud, type Cloud } from '../support/cloud';
import { codeOf, type Person } from '../support/person';

let cloud: Cloud;
let lin: Person;
let nan: Person;
let wang: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

beforeEach(async () => {
  [lin, nan, wang] = await cloud.people('林静', '阿楠', '王磊');
  pai = await lin.createPai('周末爬山');
  await lin.bring(pai.id, nan);
});

const TALK: readonly (readonly ['lin' | 'nan', string])[] = [
  ['lin', '周六去香山爬山怎么样？早上八点半南门集合'],
  ['nan', '好啊，没问题'],
  ['lin', '门票我来买，一共六十元'],
  ['nan', '我带三副登山杖'],
  ['lin', '天气预报说周六晴天，爬山正合适'],
  ['nan', '香山的台阶很多，大家穿运动鞋'],
  ['lin', '中午在山上吃面还是下山吃烤鱼？'],
];

async function talk(): Promise<Message[]> {
  const said: Message[] = [];
  for (const [who, text] of TALK) said.push(await (who === 'lin' ? lin : nan).say(pai.id, text));
  return said;
}

const order = (who: Person, body?: object): Promise<Run> => who.orderRecap(pai.id, body);
async function recapFor(who: Person, body?: object): Promise<Recap> {
  const { recap, state } = await who.endedRun((await order(who, body)).id);
  if (!recap) throw new Error(`no recap: ${state}`);
  return recap;
}
const sentences = ({ topics, decisions, todos, questions }: Recap) => [...topics.flatMap((topic) => topic.sentences), ...decisions, ...todos, ...questions];
const texts = (recap: Recap): string => JSON.stringify(sentences(recap).map(({ text }) => text));

describe('a private recap', () => {
  it('is ordered, made and read by its run; nothing of it is in the log', async () => {
    const said = await talk();
    const ordered = await nan.post<{ run: Run }>(`/pais/${pai.id}/recaps`, { range: 'all' });
    expect(ordered.status).toBe(202);
    expect(ordered.body.run).toMatchObject({ kind: 'recap', state: 'queued', reason: 'asked-for', mayStop: true, askers: [{ id: nan.id, name: '阿楠' }] });
    const run = await nan.endedRun(ordered.body.run.id);
    expect(run).toMatchObject({ state: 'done', model: 'engine', tokens: { input: 0, output: 0 }, read: { count: 7, leftOut: 0 }, mayStop: false });
    const seqs = new Set(said.map(({ seq }) => seq));
    const all = sentences(run.recap as Recap);
    expect(all.length).toBeGreaterThan(2);
    for (const { cites } of all) for (const seq of cites) expect(seqs.has(seq)).toBe(true);
    expect(run.recap).toMatchObject({ messages: 7, leftOut: 0, gone: 0, fallback: false });
    expect((await lin.history(pai.id)).filter(({ sender }) => sender.kind === 'ai')).toEqual([]);
  });

  it('names owners of to-dos and what was decided', async () => {
    const said = await talk();
    const recap = await recapFor(nan);
    expect(recap.todos).toEqual(expect.arrayContaining([expect.objectContaining({ cites: [said[2]?.seq], owner: { id: lin.id, name: '林静' } })]));
    expect(recap.decisions[0]?.cites).toContain(said[0]?.seq);
    expect(recap.questions.map(({ cites }) => cites)).toContainEqual([said[6]?.seq]);
  });

  it('is its asker’s alone', async () => {
    await talk();
    const { id } = await order(nan);
    await nan.endedRun(id);
    expect(codeOf(await lin.get(`/runs/${id}`))).toBe('404 run/not-found');
    expect(codeOf(await lin.post(`/runs/${id}/stop`))).toBe('404 run/not-found');
  });

  it('begins where its asker stopped reading, or where they say', async () => {
    const said = await talk();
    await nan.must('POST', `/pais/${pai.id}/read`, { seq: said[3]?.seq });
    expect(await recapFor(nan, {})).toMatchObject({ fromSeq: (said[3]?.seq ?? 0) + 1, messages: 3 });
    expect(await recapFor(nan, { from: said[1]?.seq })).toMatchObject({ fromSeq: said[1]?.seq, messages: 6 });
    expect(await recapFor(nan, { range: 'today' })).toMatchObject({ messages: 7 });
    expect(await recapFor(nan, { range: 'week' })).toMatchObject({ messages: 7 });
  });

  it('is about one thing when asked so', async () => {
    const said = await talk();
    const recap = await recapFor(nan, { range: 'all', topic: '登山杖' });
    expect(texts(recap)).toContain('三副登山杖');
    expect(texts(recap)).not.toContain('六十元');
    expect(sentences(recap).every(({ cites }) => cites.includes(said[3]?.seq ?? 0))).toBe(true);
    expect(recap.messages).toBe(1);
    expect(sentences(await recapFor(nan, { range: 'all', topic: '潜水证' }))).toEqual([]);
  });

  it('says nothing of next to nothing', async () => {
    await lin.say(pai.id, '早');
    await nan.say(pai.id, '早上好');
    const recap = await recapFor(nan);
    expect(sentences(recap)).toEqual([]);
    expect(recap.messages).toBe(2);
  });

  it('ordered twice at once is one run', async () => {
    await talk();
    const [first, second] = await Promise.all([order(nan), order(nan)]);
    const third = await order(nan);
    expect(new Set([first.id, second.id, third.id]).size).toBeLessThanOrEqual(2);
  });

  it('is refused when no role may make one, and to people outside', async () => {
    const role = pai.assistants[0]?.id;
    await lin.must('PUT', `/pais/${pai.id}/roles/${role}`, { skills: ['search'] });
    expect(codeOf(await nan.post(`/pais/${pai.id}/recaps`, {}))).toBe('409 recap/off');
    await lin.must('PUT', `/pais/${pai.id}/roles/${role}`, { skills: ['recap'], mode: 'off' });
    expect(codeOf(await nan.post(`/pais/${pai.id}/recaps`, {}))).toBe('409 recap/off');
    expect(codeOf(await nan.post(`/pais/${pai.id}/recaps`, { roleId: 'nobody' }))).toBe('404 role/not-found');
    expect(codeOf(await wang.post(`/pais/${pai.id}/recaps`, {}))).toBe('404 pai/not-found');
  });
});

describe('a to-do', () => {
  it('has the time its words say, as of when they were said', async () => {
    const said = await lin.say(pai.id, '门票我来买，明天下午三点前买好');
    for (const text of ['好的，辛苦了', '取票口在二楼东侧', '记得带身份证去取', '身份证我拍照发群里']) await nan.say(pai.id, text);
    const todo = (await recapFor(nan)).todos.find(({ cites }) => cites.includes(said.seq));
    const at = new Date(todo?.dueAt ?? 0);
    expect(at.toISOString().slice(11, 16)).toBe('07:00');
    expect(at.getTime() - Date.now()).toBeGreaterThan(12 * 3600_000);
    expect(at.getTime() - Date.now()).toBeLessThan(48 * 3600_000);
  });
});

describe('what a recap may tell', () => {
  it('holds nothing of members who hid from the AI, and says how many messages that were', async () => {
    await talk();
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: false });
    const recap = await recapFor(lin);
    expect(texts(recap)).not.toMatch(/登山杖|运动鞋/);
    expect(recap).toMatchObject({ messages: 4, leftOut: 3 });
    expect(JSON.stringify(recap)).not.toContain(nan.id);
  });

  it('loses what somebody said who hides afterwards', async () => {
    await talk();
    const { id } = await order(lin);
    expect(texts((await lin.endedRun(id)).recap as Recap)).toMatch(/登山杖|运动鞋/);
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: false });
    const after = (await lin.run(id))?.recap as Recap;
    expect(texts(after)).not.toMatch(/登山杖|运动鞋/);
    expect(after.gone).toBeGreaterThan(0);
  });

  it('leaves out what a member said who hid and then left', async () => {
    await talk();
    await nan.must('PATCH', `/pais/${pai.id}/mine`, { aiMayRead: false });
    await nan.must('POST', `/pais/${pai.id}/leave`, {});
    expect(texts(await recapFor(lin))).not.toMatch(/登山杖|运动鞋/);
  });

  it('tells a newcomer nothing from before they may read', async () => {
    await talk();
    await lin.must('PATCH', `/pais/${pai.id}`, { history: 'join' });
    await lin.bring(pai.id, wang);
    await lin.say(pai.id, '欢迎王磊');
    const recap = await recapFor(wang, { from: 1 });
    expect(texts(recap)).not.toMatch(/香山|门票|登山杖/);
    expect(recap.messages).toBe(1);
  });

  it('loses the sentence of a message that was recalled, and says that one went', async () => {
    const said = await talk();
    const { id } = await order(lin);
    const before = (await lin.endedRun(id)).recap as Recap;
    const cited = sentences(before).filter(({ cites }) => cites.includes(said[3]?.seq ?? 0));
    expect(cited.length).toBeGreaterThan(0);
    await nan.must('DELETE', `/pais/${pai.id}/messages/${said[3]?.seq}`);
    const after = (await lin.run(id))?.recap as Recap;
    expect(texts(after)).not.toContain('登山杖');
    expect(after.gone).toBe(cited.length);
    expect((await recapFor(lin)).messages).toBe(6);
  });

  it('marks the sentence of a message that was edited', async () => {
    const said = await talk();
    const { id } = await order(lin);
    await lin.endedRun(id);
    await nan.must('PATCH', `/pais/${pai.id}/messages/${said[3]?.seq}`, { text: '我带两副登山杖' });
    const stale = sentences((await lin.run(id))?.recap as Recap).filter((sentence) => sentence.stale);
    expect(stale.length).toBeGreaterThan(0);
    expect(stale.every(({ cites }) => cites.includes(said[3]?.seq ?? 0))).toBe(true);
  });
});

describe('a recap for everybody', () => {
  it('is one message of the AI member with its sources, and everybody may open it', async () => {
    const said = await talk();
    const { id } = await order(nan, { range: 'all', visibility: 'pai' });
    const run = await nan.endedRun(id);
    const message = (await lin.history(pai.id)).find(({ seq }) => seq === run.answerSeq);
    expect(message).toMatchObject({ sender: { kind: 'ai' }, runId: id, askers: [nan.id], label: { visible: 'AI 生成' } });
    expect(message?.text).toContain('回顾了 7 条消息');
    expect(message?.sources?.map(({ seq }) => seq)).toEqual(expect.arrayContaining([said[2]?.seq]));
    expect((await lin.run(id))?.recap?.messages).toBe(7);
  });

  it('shows a newcomer only the sentences whose messages they may read', async () => {
    await talk();
    const { id } = await order(lin, { range: 'all', visibility: 'pai' });
    await lin.endedRun(id);
    await lin.must('PATCH', `/pais/${pai.id}`, { history: 'join' });
    await lin.bring(pai.id, wang);
    const seen = (await wang.run(id))?.recap as Recap;
    expect(sentences(seen)).toEqual([]);
    expect(seen.gone).toBe(0);
  });

  it('enters the log once, however often its job is delivered', async () => {
    await talk();
    const { id } = await order(nan, { range: 'all', visibility: 'pai' });
    await Promise.all([tellRecap(id), tellRecap(id), tellRecap(id)]);
    await nan.endedRun(id);
    await tellRecap(id);
    expect((await lin.history(pai.id)).filter(({ runId }) => runId === id)).toHaveLength(1);
  });

  it('is not for those who may not speak', async () => {
    await talk();
    await lin.must('PATCH', `/pais/${pai.id}/members/${nan.id}`, { mutedMinutes: 10 });
    expect(codeOf(await nan.post(`/pais/${pai.id}/recaps`, { range: 'all', visibility: 'pai' }))).toBe('403 member/muted');
    expect((await recapFor(nan)).messages).toBe(7);
  });
});
