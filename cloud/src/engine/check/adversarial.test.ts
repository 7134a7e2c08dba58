import { grounded, type CitedMessage } from './index';

const sent = { at: Date.parse('2026-11-26T20:14:00+08:00') / 1000, zone: 'Asia/Shanghai' };
const cited: CitedMessage[] = [
  { id: '1', author: '林静', text: '周六去香山，门票六十元一张，买3张' },
  { id: '2', author: '阿楠', text: '我不去了，膝盖疼' },
  { id: '3', author: '王磊', text: '预算1千5，两桌，11月27日晚上订位' },
  { id: '4', author: '小美', text: '明天下午三点交，一共２０份', sent },
  { id: '5', author: '王磊', text: '我同意周六，阿楠负责带水' },
  { id: '6', author: '小美', text: '不贵，一万二就够，没有问题，别买红的' },
  { id: '7', author: '林静', text: '我去订车，五座的，坐 4 个人' },
  { id: '8', author: 'Tom', text: "I can't come on Friday, but bring 2 tents" },
  { id: '9', author: '小美', text: '早上八点到', sent },
];
const members = ['林静', '阿楠', '王磊', '小美', 'Tom'];
const check = (text: string, cites: string[]) => grounded({ text, cites }, cited, members).ok;

describe('grounded, against sentences made to deceive', () => {
  it.each([
    ['王磊说周六去香山', ['1']],
    ['小美同意周六', ['5']],
    ['林静说预算 1500', ['1', '3']],
    ['林静提议晚上订位，王磊同意', ['1', '3']],
    ['阿楠：买3张', ['1', '2']],
    ['阿楠去订车', ['7']],
    ['王磊负责带水', ['5']],
    ['林静让阿楠带水', ['5']],
  ])('names swapped: %s', (text, cites) => expect(check(text, cites)).toBe(false));

  it.each([
    ['买5张', ['1']],
    ['门票三元', ['1']],
    ['买六十张', ['1']],
    ['预算 1005', ['3']],
    ['预算 15000', ['3']],
    ['一共三桌', ['3']],
    ['一共 200 份', ['4']],
    ['12万够了', ['6']],
    ['坐 5 个人', ['7']],
    ['bring three tents', ['8']],
  ])('numbers changed: %s', (text, cites) => expect(check(text, cites)).toBe(false));

  it.each([
    ['周五去香山', ['1']],
    ['早上订位', ['3']],
    ['12月27日订位', ['3']],
    ['11月28日下午3点交', ['4']],
    ['周四下午三点交', ['4']],
    ['后天下午三点交', ['4']],
    ['周五到', ['9']],
    ['Tom comes on Saturday', ['8']],
  ])('times changed: %s', (text, cites) => expect(check(text, cites)).toBe(false));

  it.each([
    ['阿楠去', ['2']],
    ['阿楠会去香山', ['2']],
    ['林静说周六不去香山', ['1']],
    ['林静不去订车', ['7']],
    ['买红的', ['6']],
    ['有问题', ['6']],
    ['没人同意周六', ['5']],
    ['Tom will come on Friday', ['8']],
    ["Tom won't bring 2 tents", ['8']],
  ])('turned round: %s', (text, cites) => expect(check(text, cites)).toBe(false));

  it.each([
    ['阿楠不去了', ['2']],
    ['林静说周六去香山，阿楠说不去了', ['1', '2']],
    ['门票 60 块', ['1']],
    ['买三张票', ['1']],
    ['预算1500元', ['3']],
    ['预算一千五，二桌', ['3']],
    ['27号晚上订位', ['3']],
    ['11月27日下午3点交20份', ['4']],
    ['周五下午三点交', ['4']],
    ['明天下午三点交', ['4']],
    ['预算1.2万，不贵', ['6']],
    ['１２０００够了', ['6']],
    ['不买红的', ['6']],
    ['没问题', ['6']],
    ['阿楠负责带水', ['5']],
    ['王磊同意周六', ['5']],
    ['林静去订车', ['7']],
    ["Tom can't come on Friday", ['8']],
    ['特别好，差不多定了', ['1']],
  ])('lets the truth through: %s', (text, cites) => expect(grounded({ text, cites }, cited, members)).toEqual({ ok: true }));
});
