import { loadConfig, useConfig } from '../../config';
import type { MessageDoc } from '../../message';
import type { TodoDoc, ToldDoc } from '../../recap';
import type { KnownFact } from '../memory';
import { leadsIn, type Lead } from './leads';
import { wordsOf } from './words';

beforeAll(() => useConfig(loadConfig({ MONGODB_URI: 'mongodb://none/none', REDIS_URL: 'redis://none', AUTH_KEYS: 'k1:test-secret-test-secret-test-secret-1', DATA_KEY: 'ab'.repeat(32) })));

/** A Thursday. */
const NOW = Date.parse('2026-11-26T15:00:00+08:00');
const HOUR = 3600_000;

const sources = (...hoursAgo: number[]): Map<number, MessageDoc> =>
  new Map(hoursAgo.map((hours, i) => [i + 1, { seq: i + 1, senderName: ['林静', '阿楠'][i % 2], sentAt: new Date(NOW - hours * HOUR) } as MessageDoc]));
const told = (part: Partial<ToldDoc>): ToldDoc => ({ topics: [], decisions: [], todos: [], questions: [], ...part });
const leads = (part: Partial<ToldDoc>, known = sources(20, 10, 8), facts: KnownFact[] = []): Lead[] => leadsIn({ told: told(part), facts, sources: known }, NOW);
const line = (text: string, ...cites: number[]) => ({ text, cites });
const todo = (text: string, hours: number, more: Partial<TodoDoc> = {}): TodoDoc => ({ text, cites: [1], dueAt: new Date(NOW + hours * HOUR), ...more });

describe('[A8] what a host may take up', () => {
  it('a to-do that is due within a day and a half, the next one first; none that is over or far', () => {
    const found = leads({ todos: [todo('订好酒店', 30), todo('交作业', -1), todo('去买门票', 9), todo('写总结', 60), { text: '洗碗机要修', cites: [1] }] });
    expect(found.map(({ kind, text }) => [kind, text])).toEqual([['due', '去买门票'], ['due', '订好酒店']]);
  });

  it('a plan and a fact whose one time is near', () => {
    const facts = [{ text: '外婆生日是11月27日', by: '林静', seq: 2 }, { text: '外公生日是12月20日', by: '林静', seq: 2 }, { text: '明天大扫除', by: '林静' }];
    expect(leads({ decisions: [line('明早八点南门集合', 2, 3)] }, undefined, facts).map(({ kind, text }) => [kind, text])).toEqual([['ahead', '明早八点南门集合'], ['memory', '外婆生日是11月27日'], ['decided', '明早八点南门集合']]);
    expect(leads({ decisions: [line('周五还是周六都去香山', 2)] }).map(({ kind }) => kind)).toEqual(['decided']);
  });

  it('a question and a decision of late, not one whose time is over', () => {
    const old = sources(20, 10, 100);
    expect(leads({ questions: [line('谁带登山杖？', 1), line('昨晚几点吃的饭？', 2), line('住哪家酒店？', 3), line('还差几双鞋？', 2)] }, old).map(({ text }) => text)).toEqual(['还差几双鞋？', '谁带登山杖？']);
    expect(leads({ decisions: [line('昨天八点集合', 1), line('都去香山', 1), line('AA制平摊', 3)] }, old).map(({ text }) => text)).toEqual(['都去香山']);
  });

  it('no small talk, but what was done of what was planned', () => {
    expect(leads({ questions: [line('你们看球了吗', 1), line('都吃过没？', 1), line('Did you sleep well?', 1), line('酒店订了吗？', 1), line('下次看球约在哪？', 1)] }).map(({ text }) => text)).toEqual(['酒店订了吗？', '下次看球约在哪？']);
  });

  it('nothing whose message is gone, and nothing too long to be quoted whole', () => {
    expect(leads({ questions: [line('谁带登山杖？', 7), line('谁带帐篷？', 1, 7), line(`${'很长'.repeat(40)}吗？`, 1)] })).toEqual([]);
  });
});

describe('[A8] how it takes it up', () => {
  const words = (lead: Lead | undefined, locale: 'zh' | 'en' = 'zh'): string => wordsOf(lead as Lead, NOW, locale).map(({ text }) => text).join('');

  it('says who said it, when, and when it is', () => {
    const [due] = leads({ todos: [todo('阿楠订好酒店。', 9, { owner: { name: '阿楠' } })] });
    expect(words(due)).toBe('好一会儿没人说话了。林静昨天说「阿楠订好酒店」，今天就到了。阿楠，进展怎么样了？');
    expect(words(due, 'en')).toBe('It has been quiet for a while. 林静 said yesterday: “阿楠订好酒店”. That is due today. 阿楠, how is it going?');
    const [ahead] = leads({ decisions: [line('明早八点南门集合', 2)] });
    expect(words(ahead)).toBe('好一会儿没人说话了。阿楠今天提的「明早八点南门集合」就在明天，还差什么没准备好？');
  });

  it('does not call somebody to what they said themselves', () => {
    const [due] = leads({ todos: [todo('我来订酒店', 9, { owner: { name: '林静' } })] });
    expect(words(due)).toMatch(/到了。进展/);
  });

  it('rests its sentence on the messages, and its head on none', () => {
    const [lead] = leads({ questions: [line('谁带登山杖？', 1)] });
    expect(wordsOf(lead as Lead, NOW, 'zh').map(({ cites }) => cites)).toEqual([[], [1]]);
  });
});
