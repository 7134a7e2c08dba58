import { linesOf } from './lines';
import { threads, type ThreadMessage } from './index';

/** A chat from lines of "author: text", `gap` seconds apart. */
const chat = (lines: readonly string[], gap = 15): ThreadMessage[] =>
  lines.map((line, i) => ({ id: `m${i}`, author: line.split(': ')[0] as string, at: gap * i, text: line.slice(line.indexOf(': ') + 2) }));
const parents = (messages: readonly ThreadMessage[]): (string | null)[] => threads({ messages }).messages.map(({ replyTo }) => replyTo);
const groups = (messages: readonly ThreadMessage[]): string[] => threads({ messages }).messages.map(({ thread }) => thread);

const HELP_DESK = chat([
  '甲: 附近有药店吗',
  '助手: 有的，往东两百米',
  '乙: 明天会下雨吗',
  '丙: 帮我查下去机场的地铁',
  '助手: 明天多云，不下雨',
  '甲: 几点关门',
  '助手: 坐10号线转机场线',
  '助手: 晚上九点关门',
  '乙: 那后天呢',
  '丙: 票价多少',
  '助手: 25元',
  '助手: 后天有小雨',
]);

describe('threads', () => {
  it('gives one answer for each message, in order, with links to earlier messages and threads named by their opening', () => {
    const { messages } = threads({ messages: HELP_DESK });
    expect(messages.map(({ id }) => id)).toEqual(HELP_DESK.map(({ id }) => id));
    const place = new Map(HELP_DESK.map(({ id }, i) => [id, i]));
    messages.forEach(({ id, thread, replyTo }, i) => {
      if (replyTo === null) expect(thread).toBe(id);
      else {
        expect(place.get(replyTo)).toBeLessThan(i);
        expect(messages[place.get(replyTo) as number]?.thread).toBe(thread);
      }
    });
  });

  it('keeps apart those who talk with one helper at once, by what was asked for and what is given', () => {
    const desk = groups(HELP_DESK);
    const of = (...places: number[]): Set<string | undefined> => new Set(places.map((i) => desk[i]));
    expect([of(0, 1, 5, 7), of(2, 4, 8, 11), of(3, 6, 9, 10)].map(({ size }) => size)).toEqual([1, 1, 1]);
    expect(new Set(desk).size).toBe(3);
  });

  it('follows names: who is spoken to is answered', () => {
    const talk = chat(['ann: anyone up for lunch?', 'bob: the build is broken again', 'dan: bob: which test fails?', 'ann: the noodle place at 12', 'bob: dan: the login one', 'dan: bob: pull and retry', 'bob: dan: thanks, works']);
    const found = groups(talk);
    expect(new Set([1, 2, 4, 5, 6].map((i) => found[i])).size).toBe(1);
    expect(found[3]).toBe(found[0]);
    expect(found[0]).not.toBe(found[1]);
    const zh = chat(['阿杰: 小雅，照片发我一下', '大伟: 晚饭吃啥', '小雅: 阿杰，发你了', '莉莉: 火锅吧', '阿杰: 谢谢小雅']);
    expect([groups(zh)[2], groups(zh)[4]]).toEqual(['m0', 'm0']);
  });

  it('takes a quote as it is, wherever it points among earlier messages', () => {
    const talk = chat(['a: 周六去爬山', 'b: 今晚吃火锅', 'c: 房租交了吗', 'd: 好']);
    talk[3] = { ...(talk[3] as ThreadMessage), replyTo: 'm1' };
    expect(parents(talk)[3]).toBe('m1');
    talk[3] = { ...(talk[3] as ThreadMessage), replyTo: 'gone' };
    expect(() => parents(talk)).not.toThrow();
    talk[0] = { ...(talk[0] as ThreadMessage), replyTo: 'm2' };
    expect(parents(talk)[0]).toBeNull();
  });

  it('links nothing to lines that are nobody’s message', () => {
    const log: ThreadMessage[] = [...chat(['ann: hello, is the server up?', 'bob: ann: yes']), { id: 'n', author: '*', at: 31, text: '=== cid [n=cid@host] has joined #room' }, { id: 'x', author: 'ann', at: 32, text: 'bob: great, thanks' }];
    const found = threads({ messages: log }).messages;
    expect(found[2]).toEqual({ id: 'n', thread: 'n', replyTo: null });
    expect(found[3]?.replyTo).not.toBe('n');
    expect(linesOf([{ id: 'y', author: '*', at: 0, text: '[10:03]  * ann waves' }])[0]).toMatchObject({ speaker: 'ann', isNotice: false });
  });

  it('stands empty, silent, odd and equal input', () => {
    expect(threads({ messages: [] })).toEqual({ messages: [] });
    const odd: ThreadMessage[] = ['', '   ', '😀😀', '\u0000', '@', ':', '!', 'a'.repeat(5000), '你'.repeat(5000)].map((text, i) => ({ id: String(i), author: i % 2 ? '' : 'a', at: 100 - i, text }));
    expect(threads({ messages: odd }).messages).toHaveLength(odd.length);
    expect(threads({ messages: odd })).toEqual(threads({ messages: odd }));
  });

  it('does not depend on what ids look like', () => {
    const renamed = HELP_DESK.map((message, i) => ({ ...message, id: `z${99 - i}` }));
    const back = (id: string | null): string | null => (id === null ? null : `m${99 - Number(id.slice(1))}`);
    expect(parents(renamed).map(back)).toEqual(parents(HELP_DESK));
  });
});
