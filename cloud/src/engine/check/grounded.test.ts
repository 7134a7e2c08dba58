import { checkable, grounded, type CitedMessage } from './index';

const cited: CitedMessage[] = [
  { id: '12', author: '林静', text: '周六去香山爬山吧，门票六十元，早上八点半南门集合', when: ['7月25日 20:14', '7月25日', '20:14'] },
  { id: '13', author: '阿楠', text: '好啊，我带 GoPro' },
  { id: '14', author: 'Tom Lee', text: "Let's meet at the noodle place on Friday, I'll bring three tickets" },
];
const members = ['林静', '阿楠', '王磊', 'Tom Lee'];
const check = (text: string, ...cites: string[]) => grounded({ text, cites }, cited, members);
const why = (text: string, ...cites: string[]) => {
  const result = check(text, ...cites);
  return result.ok ? 'ok' : result.why;
};

describe('grounded', () => {
  it.each([
    ['周六爬香山，门票 60 元', ['12']],
    ['大家星期六 8点半 在南门集合', ['12']],
    ['林静说：“周六去香山爬山吧”', ['12']],
    ['林静在 20:14 说过：“门票六十元”', ['12']],
    ['林静在7月25日 20:14说过：“门票六十元”', ['12']],
    ['林静提议去爬山，阿楠同意', ['12', '13']],
    ['阿楠带 GoPro', ['13']],
    ['On Friday they meet at the noodle place', ['14']],
    ['周五 Tom Lee 带 3 张票', ['14']],
    ['大家聊了一下爬山的事，一起去', ['12']],
  ])('lets through what its sources hold: %s', (text, cites) => {
    expect(check(text, ...cites)).toEqual({ ok: true });
  });

  it.each([
    ['周六爬香山', [], 'cites'],
    ['周六爬香山', ['99'], 'cites'],
    ['门票 80 元', ['12'], 'number 80'],
    ['门票八十元', ['12'], 'number 80'],
    ['门票一百二十元', ['12'], 'number 120'],
    ['周日去香山', ['12'], 'time sun'],
    ['明天去香山', ['12'], 'time tomorrow'],
    ['晚上八点半集合', ['13'], 'number 8'],
    ['阿楠带 DJI', ['13'], 'name dji'],
    ['王磊带 GoPro', ['13'], 'name 王磊'],
    ['They meet at the Hilton', ['14'], 'name hilton'],
    ['林静说：“周日去香山吧”', ['12'], 'time sun'],
    ['林静说：“周六去黄山爬山吧”', ['12'], 'quote 周六去黄山爬山吧'],
    ['林静在 20:14 说过门票 20 元', ['12'], 'number 20'],
    ['He pays 5 dollars', ['14'], 'number 5'],
  ])('drops what its sources do not hold: %s', (text, cites, reason) => {
    expect(why(text, ...cites)).toBe(reason);
  });

  it('wants a message by the one who is said to have said it', () => {
    const quoting = [...cited, { id: '15', author: '王磊', text: '林静你说的周六吗' }];
    expect(grounded({ text: '林静说周六', cites: ['15'] }, quoting, members)).toEqual({ ok: false, why: 'speaker 林静' });
    expect(grounded({ text: '王磊问林静周六的事', cites: ['15'] }, quoting, members).ok).toBe(true);
    expect(grounded({ text: 'Tom Lee said Friday', cites: ['12', '14'] }, quoting, members).ok).toBe(true);
  });

  it('does not take a stranger before a quotation for nobody', () => {
    expect(why('老板说：“好啊，我带 GoPro”', '13')).toBe('speaker 老板');
  });

  it('takes width and case for nothing', () => {
    expect(check('阿楠带 ＧＯＰＲＯ', '13').ok).toBe(true);
  });
});

describe('checkable', () => {
  it.each(['周六见', '一共 3 人', '王磊来了', '有人说：“好”的', 'See you on Friday', '请看 GitHub'])('is true of %s', (text) => expect(checkable(text, members)).toBe(true));
  it.each(['好的，我在。', '我可以帮大家回顾聊天', 'You are welcome!', '大家一起加油'])('is false of %s', (text) => expect(checkable(text, members)).toBe(false));
});
