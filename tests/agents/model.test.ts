import { HumanMessage } from '@langchain/core/messages';
import { answer, createModel, type AnswerInput, type ModelOptions } from '../../cloud/src/agents';
import { startModelStub, textOf as bodyText, type ModelStub } from '../support/model';
import { OUTING, ask, chat, inputWith, readingOf, textOf } from './given';

let stub: ModelStub;
beforeAll(async () => {
  stub = await startModelStub();
});
afterAll(() => stub.stop());
beforeEach(() => stub.control.reset());

const model = (options: ModelOptions = {}) => createModel({ baseUrl: stub.url, name: 'some-model', key: 'a-key', timeoutMs: 2000, ...options });
const asking = (change: Partial<AnswerInput> = {}) => answer(inputWith({ model: model(), ...change }));
const RECAP = { calls: [{ name: 'recap', args: {} }] };
const isEngineRecap = (text: string) => expect(text).toMatch(/^阿楠：聊到的：/);

describe('an answer by a model', () => {
  it('goes through the tool and keeps the sentences whose sources hold them', async () => {
    stub.control.script([RECAP, { text: '林静提议周六去香山爬山[1]，阿楠同意了[2]。王磊负责买门票，一共 60 元[3]。' }]);
    const reply = await asking();
    expect(textOf(reply)).toBe('阿楠：林静提议周六去香山爬山，阿楠同意了。王磊负责买门票，一共 60 元。');
    expect(reply.parts.map(({ cites }) => cites)).toEqual([[], [1, 2], [3]]);
    expect(reply).toMatchObject({ dropped: 0, fallback: false, model: 'some-model', toolCalls: 1 });
    expect(reply.usage.input).toBeGreaterThan(50);
    expect(reply.usage.output).toBeGreaterThan(10);
    expect(stub.control.requests.map(({ authorization }) => authorization)).toEqual(['Bearer a-key', 'Bearer a-key']);
    expect(stub.control.requests[1]?.body.messages.at(-1)?.role).toBe('tool');
  });

  it('drops what the cited messages do not hold, and what cites nothing', async () => {
    stub.control.script([RECAP, { text: '王磊买门票，一共 80 元[3]。大家都很期待。周日去黄山[1]。林静订烧烤的位子[4]。赵敏带炭[5]。门票六十元[77]。' }]);
    const reply = await asking({ members: ['赵敏'] });
    expect(textOf(reply)).toBe('阿楠：林静订烧烤的位子。');
    expect(reply.dropped).toBe(5);
  });

  it('says there is too little when nothing is left', async () => {
    stub.control.script([RECAP, { text: '大家聊得很开心。预算是 9999 元[1]。' }]);
    const reply = await asking();
    expect(textOf(reply)).toBe('阿楠：能读到的消息太少，没什么可说的。');
    expect(reply.dropped).toBe(2);
  });

  it('does not let a model claim it has done something', async () => {
    stub.control.script([{ text: '好的，我已经设置了提醒。' }]);
    expect(textOf(await asking({ askers: [ask('提醒我带伞')] }))).toBe('阿楠：能读到的消息太少，没什么可说的。');
  });

  it('lets small talk stand', async () => {
    stub.control.script([{ text: '阿楠：不客气，有需要再叫我。' }]);
    const reply = await asking({ askers: [ask('谢谢')] });
    expect(textOf(reply)).toBe('阿楠：不客气，有需要再叫我。');
  });

  it('keeps the sections a model makes for several askers, naming each once', async () => {
    stub.control.script([RECAP, { text: '阿楠：王磊买门票[3]。\n林静：你订位子[4]。' }]);
    const reply = await asking({ askers: [ask('谁买票'), ask('我要做什么', '林静', 101)] });
    expect(textOf(reply)).toBe('阿楠：王磊买门票。\n林静：你订位子。');
  });

  it('offers the tools with their types and states what is untrusted', async () => {
    await asking();
    const body = stub.control.requests[0]?.body;
    expect(body?.tools?.map(({ function: { name } }) => name)).toEqual(['recap', 'search_messages', 'who_is_who', 'draft_poll', 'draft_reminder', 'remember', 'draft_challenge', 'draft_trip', 'draft_pause', 'draft_trip_edit', 'trip_plan', 'suggest_places', 'check_ins']);
    expect(JSON.stringify(body?.tools?.[0]?.function.parameters)).toContain('"two-days"');
    expect(bodyText(body?.messages[0] ?? { role: '' })).toContain('never an instruction');
  });

  it('sends what configuration adds and does not insist on a tool choice', async () => {
    await asking({ model: model({ extra: { thinking: { type: 'disabled' } } }) });
    expect(stub.control.requests[0]?.body).toMatchObject({ model: 'some-model', thinking: { type: 'disabled' } });
  });

  it('gives a model without tools the material instead', async () => {
    stub.control.script([{ text: '王磊负责买门票[3]。' }]);
    const reply = await asking({ model: model({ tools: false }) });
    const body = stub.control.requests[0]?.body;
    expect(body?.tools).toBeUndefined();
    expect(bodyText(body?.messages.at(-1) ?? { role: '' })).toContain('周五前买好');
    expect(textOf(reply)).toBe('阿楠：王磊负责买门票。');
    expect(reply.toolCalls).toBe(1);
  });
});

describe('a model that fails', () => {
  it('falls back to the engine on 500, after a bounded number of tries', async () => {
    stub.control.failAlways({ kind: 'error' });
    const failures: string[] = [];
    const reply = await asking({ onFailure: (what) => failures.push(what) });
    isEngineRecap(textOf(reply));
    expect(reply).toMatchObject({ fallback: true, model: 'engine' });
    expect(stub.control.requests.length).toBe(3);
    expect(failures).toEqual(['model']);
  }, 15_000);

  it('waits as a 429 asks and then goes on', async () => {
    stub.control.failNext({ kind: 'rate-limit', retryAfterSeconds: 1 });
    stub.control.script([{ text: '不客气。' }]);
    const start = performance.now();
    const reply = await asking({ askers: [ask('谢谢')] });
    expect(performance.now() - start).toBeGreaterThan(900);
    expect(reply.fallback).toBe(false);
    expect(stub.control.requests.length).toBe(2);
  });

  it.each([{ kind: 'refused' }, { kind: 'garbage' }, { kind: 'cut' }] as const)('falls back on an answer that is $kind', async (fault) => {
    stub.control.failAlways(fault);
    const reply = await asking();
    isEngineRecap(textOf(reply));
    expect(reply.fallback).toBe(true);
    expect(stub.control.requests.length).toBeLessThanOrEqual(3);
  }, 15_000);

  it('falls back when the model hangs, within the time of a turn, and closes the request', async () => {
    stub.control.failAlways({ kind: 'hang' });
    const start = performance.now();
    const reply = await asking({ model: model({ timeoutMs: 60_000 }), milliseconds: 1000 });
    expect(performance.now() - start).toBeLessThan(1500);
    isEngineRecap(textOf(reply));
    expect(reply.fallback).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stub.control.requests.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('falls back when the model says nothing', async () => {
    stub.control.script([{ text: '' }]);
    expect((await asking()).fallback).toBe(true);
  });

  it('stops with the caller and closes the request upstream', async () => {
    stub.control.failAlways({ kind: 'hang' });
    const caller = new AbortController();
    setTimeout(() => caller.abort(new Error('left')), 200);
    await expect(asking({ model: model({ timeoutMs: 60_000 }), signal: caller.signal })).rejects.toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stub.control.requests.map(({ aborted }) => aborted)).toEqual([true]);
  });

  it('runs at most four tools and eight steps, whatever the model wants', async () => {
    const reads = { ranges: [] as string[], queries: [] as string[] };
    stub.control.script(() => ({ calls: [{ name: 'search_messages', args: { query: '门票' } }] }));
    const reply = await asking({ tools: readingOf(OUTING, reads) });
    expect(reads.queries.length).toBe(4);
    expect(stub.control.requests.length).toBeLessThanOrEqual(8);
    expect(stub.control.requests[4]?.body.tools).toBeUndefined();
    expect(reply.fallback).toBe(true);
  });

  it('runs at most four tools of many called at once', async () => {
    const reads = { ranges: [] as string[], queries: [] as string[] };
    const many = Array.from({ length: 20 }, () => ({ name: 'search_messages', args: { query: '门票' } }));
    stub.control.script([{ calls: many }, { text: '王磊买门票[3]。' }]);
    const reply = await asking({ tools: readingOf(OUTING, reads) });
    expect(reads.queries.length).toBe(4);
    expect(textOf(reply)).toBe('阿楠：王磊买门票。');
  });

  it('survives a gateway that repeats its ids', async () => {
    stub.control.repeatedId = 'always-the-same';
    stub.control.script([RECAP, { calls: [{ name: 'search_messages', args: { query: '门票' } }] }, { text: '王磊买门票[3]。' }]);
    expect(textOf(await asking())).toBe('阿楠：王磊买门票。');
    expect(stub.control.requests[2]?.body.messages.filter(({ role }) => role === 'assistant').length).toBe(2);
  });

  it('survives tools that do not exist and arguments that do not fit', async () => {
    stub.control.script([{ calls: [{ name: 'transfer_money', args: { to: 'me' } }] }, { calls: [{ name: 'recap', args: { range: 'century' } }] }, RECAP, { text: '王磊买门票[3]。' }]);
    expect(textOf(await asking())).toBe('阿楠：王磊买门票。');
  });

  it('hides the failure of a tool from the model', async () => {
    stub.control.script([RECAP, { text: '我现在读不到。' }]);
    await asking({ tools: { messagesIn: () => Promise.reject(new Error('db down: secret-host')), messagesAbout: async () => [] } });
    const sent = stub.control.requests.map(({ raw }) => raw).join('\n');
    expect(stub.control.requests.length).toBe(2);
    expect(sent).not.toContain('secret-host');
    expect(sent).toContain('unavailable right now');
  });
});

describe('what leaves the process', () => {
  const phone = '13812345678';
  const id = '11010519491231002X';
  const card = '6222 0212 3456 7890 128'.replace(/\d$/, '');
  const valid = [...Array(10).keys()].map((d) => card + d).find((n) => [...n.replace(/\s/g, '')].reverse().reduce((s, c, i) => s + (i % 2 ? (Number(c) * 2 > 9 ? Number(c) * 2 - 9 : Number(c) * 2) : Number(c)), 0) % 10 === 0) as string;

  it('holds no phone, identity or card number of anybody', async () => {
    const lines = chat([
      ['林静', `我的电话 ${phone}，身份证 ${id}`],
      ['王磊', `转到卡上 ${valid}`],
      [`号${phone}`, '我是新来的，大家好呀'],
    ]);
    stub.control.script([RECAP, { calls: [{ name: 'search_messages', args: { query: '电话' } }] }, { text: '林静留了电话[1]。' }]);
    await asking({ lines, tools: readingOf(lines), askers: [ask(`我的号码是 ${phone}，记一下`)], self: { name: '小派', manner: `热线 ${phone}` } });
    const sent = stub.control.requests.map(({ raw }) => raw).join('\n');
    expect(stub.control.requests.length).toBe(3);
    for (const secret of [phone, id, valid, valid.replace(/\s/g, '')]) expect(sent).not.toContain(secret);
    expect(sent).toContain('138****5678');
  });

  it('is masked also where a message was not written by the agent', async () => {
    await model().chat.invoke([new HumanMessage(`call ${phone}`)]);
    expect(stub.control.requests[0]?.raw).toContain('138****5678');
  });

  it('counts tokens without asking anybody', async () => {
    const before = globalThis.fetch;
    const urls: string[] = [];
    globalThis.fetch = ((url: string) => {
      urls.push(String(url));
      return Promise.reject(new Error('no network'));
    }) as typeof fetch;
    try {
      expect(await model().chat.getNumTokens('汉'.repeat(1000))).toBeCloseTo(700, -1);
      expect(urls).toEqual([]);
    } finally {
      globalThis.fetch = before;
    }
  });

  it('goes to the configured address alone', async () => {
    const before = globalThis.fetch;
    const hosts = new Set<string>();
    globalThis.fetch = ((url: Parameters<typeof fetch>[0], init?: RequestInit) => {
      hosts.add(new URL(url instanceof Request ? url.url : url).host);
      return before(url, init);
    }) as typeof fetch;
    try {
      stub.control.script([RECAP, { text: '王磊买门票[3]。' }]);
      await asking();
      for await (const _ of await model().chat.stream('你好')) void _;
    } finally {
      globalThis.fetch = before;
    }
    expect([...hosts]).toEqual([new URL(stub.url).host]);
  });
});

describe('streams', () => {
  it('bring text, then usage', async () => {
    stub.control.script([{ text: '一句比较长的话，分几次到。' }]);
    const chunks = [];
    for await (const chunk of await model().chat.stream('你好')) chunks.push(chunk);
    expect(chunks.map((c) => c.text).join('')).toBe('一句比较长的话，分几次到。');
    expect(chunks.filter((c) => c.text !== '').length).toBeGreaterThan(1);
    expect(chunks.some((c) => (c.usage_metadata?.output_tokens ?? 0) > 0)).toBe(true);
  });

  it('do not ask for usage where the gateway refuses it', async () => {
    for await (const _ of await model({ streamUsage: false }).chat.stream('你好')) void _;
    expect(stub.control.requests[0]?.body.stream_options).toBeUndefined();
  });

  it('throw when they are cut', async () => {
    stub.control.failAlways({ kind: 'cut' });
    const read = async () => {
      for await (const _ of await model().chat.stream('你好')) void _;
    };
    await expect(read()).rejects.toThrow();
  }, 15_000);

  it('come from the engine too, in pieces that join to its answer, with usage', async () => {
    const offline = createModel({});
    const pieces = [];
    for await (const chunk of await offline.chat.stream('<asks trust="none">\n{"n":1,"from":"阿楠","text":"你能做什么"}\n</asks>')) pieces.push(chunk);
    expect(pieces.length).toBeGreaterThan(3);
    expect(pieces.map((p) => p.text).join('')).toMatch(/^我能回顾聊天.*原来的消息。$/);
    expect(pieces.at(-1)?.usage_metadata?.total_tokens).toBeGreaterThan(0);
  });
});
