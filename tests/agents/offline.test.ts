import { answer } from '../../cloud/src/agents';
import { OUTING, ask, chat, inputWith, readingOf, textOf, type Reads } from './given';

const isSpoken = (text: string): boolean => OUTING.some((line) => line.text.replace(/[^\p{L}\p{N}]/gu, '').includes(text.replace(/[^\p{L}\p{N}]/gu, '')));
const quotesIn = (text: string): string[] => [...text.matchAll(/“([^”]+)”/g)].map((hit) => hit[1] as string);

describe('the engine as the AI member', () => {
  it('gives a recap whose every sentence quotes a message and cites it', async () => {
    const reply = await answer(inputWith());
    const text = textOf(reply);
    expect(text).toMatch(/^阿楠：聊到的：/);
    expect(text).toContain('定了的：\n林静：“周六去香山爬山怎么样？”，阿楠：“好啊，没问题”。');
    expect(text).toContain('王磊：“我来买门票，周五前买好，一共六十元”。');
    expect(text).toContain('还没人答的：\n王磊：“烧烤我带炭，谁带饮料？”');
    expect(quotesIn(text).length).toBeGreaterThan(4);
    expect(quotesIn(text).every(isSpoken)).toBe(true);
    expect(reply.parts.filter(({ text: part }) => part.includes('“')).every(({ cites }) => cites.length > 0)).toBe(true);
    expect(reply).toMatchObject({ dropped: 0, fallback: false, toolCalls: 1, model: 'engine' });
    expect(reply.usage.input).toBeGreaterThan(0);
  });

  it.each([
    ['@小派 我错过了什么', ['unread']],
    ['今天聊了什么', ['today']],
    ['总结一下最近两天的', ['two-days']],
    ['这周说了什么', ['week']],
    ['从头总结一下', ['all']],
    ['总结一下', ['two-days']],
    ['what did I miss?', ['unread']],
  ])('reads the range that %s names', async (text, ranges) => {
    const reads: Reads = { ranges: [], queries: [] };
    await answer(inputWith({ askers: [ask(text)], tools: readingOf(OUTING, reads) }));
    expect(reads.ranges).toEqual(ranges);
  });

  it('keeps to the topic it is asked about', async () => {
    const text = textOf(await answer(inputWith({ askers: [ask('关于烧烤聊了什么')] })));
    expect(text).toContain('烧烤');
    expect(text).not.toContain('香山');
  });

  it('answers a question with the message that holds the answer, who and when', async () => {
    const reply = await answer(inputWith({ askers: [ask('小派，什么时候集合？')] }));
    expect(textOf(reply)).toBe('阿楠：林静 在 20:52 说过：“周六去香山爬山怎么样？早上八点半南门集合”。');
    expect(reply.parts[1]?.cites).toEqual([1]);
  });

  it('puts an answer before another who asked the same', async () => {
    const lines = chat([['林静', '谁买票？'], ['王磊', '买票的事我来，明天买']]);
    const text = textOf(await answer(inputWith({ askers: [ask('谁买票')], tools: readingOf(lines) })));
    expect(text.indexOf('王磊')).toBeLessThan(text.indexOf('林静'));
  });

  it('says so when nothing was said about it', async () => {
    expect(textOf(await answer(inputWith({ askers: [ask('密码是多少')] })))).toBe('阿楠：没有找到和这个有关的消息。');
  });

  it('says there is too little when there is', async () => {
    const few = inputWith({ tools: readingOf(chat([['林静', '哈哈'], ['阿楠', '嗯嗯']])) });
    expect(textOf(await answer(few))).toBe('阿楠：能读到的消息太少，没什么可说的。');
    expect(textOf(await answer(inputWith({ tools: readingOf([]) })))).toBe('阿楠：能读到的消息太少，没什么可说的。');
  });

  it('speaks the language of the ask', async () => {
    expect(textOf(await answer(inputWith({ askers: [ask('recap please', 'Ann')] })))).toMatch(/^Ann: What was said:\n/);
    expect(textOf(await answer(inputWith({ askers: [ask('thanks!', 'Ann')] })))).toBe('Ann: You are welcome.');
    expect(textOf(await answer(inputWith({ askers: [ask('👀', 'Ann')], locale: 'en' })))).toMatch(/^Ann: I cannot do that yet/);
  });

  it('names each of several askers once and answers each, equal asks together', async () => {
    const askers = [ask('总结一下', '阿楠', 100), ask('我错过了什么', '林静', 101), ask('谁买票', '赵敏', 102), ask('谢谢', '钱多', 103)];
    const reply = await answer(inputWith({ askers }));
    const heads = textOf(reply)
      .split('\n')
      .filter((line) => /^(?:阿楠|赵敏|钱多)/.test(line));
    expect(heads).toEqual(['阿楠、林静：聊到的：', expect.stringMatching(/^赵敏：王磊 在/) as string, '钱多：不客气。']);
    expect(reply.toolCalls).toBe(3);
  });

  it('says what it can do instead of pretending', async () => {
    expect(textOf(await answer(inputWith({ askers: [ask('@小派 给老板发一封邮件')] })))).toMatch(/^阿楠：这个我现在做不到。我能做的：/);
    expect(textOf(await answer(inputWith({ askers: [ask('你能做什么')] })))).toMatch(/^阿楠：我能回顾聊天/);
  });

  it('says that it cannot read when the store fails, and leaks nothing of the failure', async () => {
    const failures: string[] = [];
    const broken = { messagesIn: () => Promise.reject(new Error('mongodb://root:secret@db')), messagesAbout: () => Promise.reject(new Error('secret')) };
    const reply = await answer(inputWith({ tools: broken, onFailure: (tool) => failures.push(tool) }));
    expect(textOf(reply)).toBe('阿楠：现在读不到聊天记录，过一会儿再问我一次。');
    expect(failures).toEqual(['recap']);
  });

  it('gives the same answer to the same input', async () => {
    const [a, b] = [await answer(inputWith()), await answer(inputWith())];
    expect(a).toEqual(b);
  });

  it('ends when its signal does', async () => {
    await expect(answer(inputWith({ signal: AbortSignal.abort(new Error('stopped')) }))).rejects.toThrow('stopped');
  });

  it.each([
    ['提醒大家明早8点集合', { act: 'reminder', reminder: { at: '2026-07-26T00:00:00.000Z' } }],
    ['半小时后提醒我收衣服', { act: 'reminder', reminder: { at: '2026-07-25T13:30:00.000Z' } }],
    ['投个票：周六还是周日', { act: 'poll', poll: { options: ['周六', '周日'] } }],
    ['记住：外婆不吃辣', { act: 'memory', fact: { text: '外婆不吃辣' } }],
  ])('draws up what is asked for and does nothing: %s', async (text, act) => {
    const reply = await answer(inputWith({ askers: [ask(`@小派 ${text}`)] }));
    expect(reply.proposal).toMatchObject({ act, mayConfirm: ['u-阿楠'] });
    expect(textOf(reply)).toBe('阿楠：拟好了，看一眼对不对，确认了才算数。');
  });

  it('asks for the time that is missing', async () => {
    const reply = await answer(inputWith({ askers: [ask('提醒我带伞')] }));
    expect(reply.proposal).toBeUndefined();
    expect(textOf(reply)).toMatch(/^阿楠：几点提醒？/);
  });

  it('keeps to the skills of its role', async () => {
    const self = { name: '小派', manner: '', skills: ['recap'] as const };
    const reply = await answer(inputWith({ self, askers: [ask('投个票：周六还是周日')] }));
    expect([reply.proposal, textOf(reply)]).toEqual([undefined, '阿楠：这件事不归我做，派主可以在角色设置里打开。']);
  });

  it('speaks the language its role is set to', async () => {
    const self = { name: '小派', manner: '', language: 'en' as const };
    expect(textOf(await answer(inputWith({ self, askers: [ask('谢谢')] })))).toBe('阿楠: You are welcome.');
  });

  it('knows who is here, who is the owner, and who said they would do what', async () => {
    const people = [
      { name: '林静', role: 'owner' as const },
      { name: '阿楠', role: 'member' as const },
      { name: '王磊', role: 'member' as const },
    ];
    const all = textOf(await answer(inputWith({ people, members: people.map(({ name }) => name), askers: [ask('派里都有谁')] })));
    expect(all).toMatch(/^阿楠：这里有 3 个人：林静（派主）、阿楠、王磊。/);
    const one = await answer(inputWith({ people, members: people.map(({ name }) => name), askers: [ask('林静要做什么')] }));
    expect(textOf(one)).toContain('林静：“晚上去吃烧烤，我订位子”');
    expect(textOf(one)).not.toContain('王磊：');
  });

  it('takes 50 different questions in one turn', async () => {
    const askers = Array.from({ length: 50 }, (_, i) => ask(['谁买票', '几点集合', '谁带炭', '带几双鞋', '门票多少钱'][i % 5] + '？'.repeat(1 + (i % 3)), `同学${String.fromCodePoint(0x7532 + i)}`, 100 + i));
    const reply = await answer(inputWith({ askers }));
    const text = textOf(reply);
    expect(reply.toolCalls).toBeLessThanOrEqual(4);
    expect(text).not.toContain('读不到');
    for (const { name } of askers) expect(text.split(name)).toHaveLength(2);
  });

  it.each([
    ['理一下：哪些已经定了', /香山/],
    ['几点集合', /八点半南门集合/],
    ['门票买了吗？多少钱？', /一共六十元/],
  ])('finds what was said: %s', async (text, expected) => {
    expect(textOf(await answer(inputWith({ askers: [ask(text)] })))).toMatch(expected);
  });
});
