import { clashes, collectWishes, missing, standing, type TalkWish } from './index';

const NAMES = ['故宫', '天坛', '云岭古寺'];
const KINDS = { attraction: ['历史古迹', '公园'], restaurant: ['火锅', '川菜'], hotel: ['泳池', '豪华型'] };
/** Monday 23 November 2026, nine in Shanghai. */
const START = 1_795_395_600;

/** Lines "author: text" as messages m0, m1 … */
const talk = (lines: readonly string[], people: readonly string[] = []): TalkWish[] =>
  collectWishes(
    lines.map((line, i) => ({ id: `m${i}`, author: line.split(': ')[0] as string, at: START + i * 60, text: line.slice(line.indexOf(': ') + 2) })),
    { names: NAMES, kinds: KINDS, people },
  ).wishes;

const said = (all: readonly TalkWish[]): string[] => all.map(({ author, constraints }) => `${author}: ${constraints.map(({ type, op, value }) => `${type} ${op} ${[value].flat().join('-')}`).join(', ')}`);
const held = (lines: readonly string[], people: readonly string[] = []): string[] => said(standing(talk(lines, people)));

it('keeps a wish a clause, with its words and whose it is', () => {
  const [first, second] = talk(['a: 我想去故宫，预算两千以内']);
  expect(first).toEqual({ id: 'm0:0', messageId: 'm0', author: 'a', constraints: [{ type: 'attraction_name', op: 'has', value: '故宫' }], words: '我想去故宫' });
  expect(second).toMatchObject({ id: 'm0:6', words: '预算两千以内' });
});

it('gives the family of who speaks to him', () => expect(held(['a: 我妈不能爬山，孩子想吃火锅'])).toEqual(['a: mobility has no-climb', 'a: mobility has child, restaurant_kind has 火锅']));

it.each([
  ['a past trip', 'a: 去年我们去故宫玩了三天'],
  ['what is reported of others', 'a: 听说他们想住豪华型酒店'],
  ['a member named by another', 'a: 小李想去故宫'],
  ['a joke', 'a: 要是中了彩票就去故宫包场哈哈哈'],
  ['a question of fact', 'a: 故宫几点开门'],
  ['work', 'a: 周五要交报告'],
  ['what was yesterday', 'a: 昨晚吃了火锅'],
  ['the weather', 'a: 北京今天下雪'],
  ['what is thought little of', 'a: 天坛一般般'],
  ['what nobody would want', 'a: 谁要去故宫啊'],
  ['what somebody cries out', 'a: 故宫太贵了吧'],
  ['where others are to go', 'a: 你们去故宫吧我在酒店等'],
  ['where somebody has been', 'a: 去了三次故宫了'],
  ['what nobody said', 'a: 谁说要去故宫的'],
  ['what is all the same to somebody', 'a: 故宫我无所谓'],
  ['what is paid beforehand', 'a: 每人先交500'],
  ['whether it is any good', 'a: 川菜好吃吗'],
  ['a child that stays at home', 'a: 这次娃又不去'],
])('takes %s for no wish', (_, line) => expect(held([line], ['小李'])).toEqual([]));

it.each([['a: 老人孩子都有', 'mobility has elder, mobility has child'], ['a: 周六中午到，周日下午走', 'date in 2026-11-28-2026-11-29, days eq 2'], ['a: 想去故宫但是不想坐船', 'attraction_name has 故宫'], ['a: 我从上海飞', 'from_city eq 上海'], ['a: 周日晚上九点前得到家', 'leave le 21:00, date le 2026-11-29']])('takes %s for a wish', (line, wish) => expect(held([line])).toEqual([`a: ${wish}`]));

it('takes what is asked for somebody of the party for a wish', () => expect(held(['a: 给我妈找个川菜馆', 'a: 给我发个川菜馆的地址'])).toEqual(['a: restaurant_kind has 川菜']));

it('takes a wish that is asked for a wish', () => expect(held(['a: 要不去天坛怎么样？'])).toEqual(['a: attraction_name has 天坛']));

describe('a wish taken back', () => {
  it('ends the one of the same author and leaves the rest of it', () => {
    const all = talk(['a: 想去故宫和天坛', 'b: 想去故宫', 'a: 算了不去故宫了']);
    expect(all[2]).toMatchObject({ withdraws: ['m0:0'] });
    expect(said(standing(all))).toEqual(['b: attraction_name has 故宫', 'a: attraction_name has 天坛']);
  });
  it('is put in the place of the earlier one', () => expect(held(['a: 预算五千', 'a: 预算改成两千', 'b: 预算三千'])).toEqual(['a: budget le 2000', 'b: budget le 3000']));
  it('is put right in the same breath', () => expect(held(['a: 想去故宫，哦不对，是天坛', 'b: 想去故宫，不对，想去天坛'])).toEqual(['a: attraction_name has 天坛', 'b: attraction_name has 天坛']));
  it('is unsaid', () => expect(held(['a: 想吃火锅', 'a: 当我没说'])).toEqual([]));
  it('is what somebody eats, however it is said', () => expect(held(['a: 我吃素', 'b: 我吃素', 'a: 我改主意了，不吃素了'])).toEqual(['b: diet has 素食']));
  it('does not want what was wanted before', () => expect(held(['a: 想吃火锅', 'a: 别吃火锅'])).toEqual(['a: restaurant_kind ne 火锅']));
  it('is the same for the same talk', () => expect(talk(['a: 预算五千', 'a: 预算改成两千'])).toEqual(talk(['a: 预算五千', 'a: 预算改成两千'])));
});

describe('clashes', () => {
  const pairs = (lines: readonly string[]): string[] => clashes(talk(lines)).map(({ ids, constraints }) => `${ids.join(' ')} ${constraints[0].type}`);
  it.each([
    ['days', ['a: 玩三天', 'b: 我们玩五天吧'], ['m0:0 m1:0 days']],
    ['a place and not that place', ['a: 想去故宫', 'b: 不想去故宫'], ['m0:0 m1:0 attraction_name']],
    ['means', ['a: 坐高铁去', 'b: 我要坐飞机'], ['m0:0 m1:0 transport_intercity']],
    ['means shut out', ['a: 坐高铁去', 'b: 不坐高铁'], ['m0:0 m1:0 transport_intercity']],
    ['dates apart', ['a: 12月5号出发', 'b: 12月12号到14号去'], ['m0:0 m1:0 date']],
    ['dates that meet', ['a: 12月13号出发', 'b: 12月12号到14号去'], []],
    ['either means', ['a: 高铁或者飞机都行', 'b: 我要坐飞机'], []],
    ['different places', ['a: 想去故宫', 'b: 想去天坛'], []],
    ['one who changed his mind', ['a: 玩三天', 'b: 玩五天', 'b: 还是玩三天吧'], []],
  ])('%s', (_, lines, found) => expect(pairs(lines)).toEqual(found));
});

it('asks for the one thing a plan needs most', () => {
  expect(missing(talk(['a: 想吃火锅']))).toBe('city');
  expect(missing(talk(['a: 去北京玩三天，我们7号回']))).toBe('date');
  expect(missing(talk(['a: 去北京玩三天']))).toBe('date');
  expect(missing(talk(['a: 去北京', 'b: 12月12号到14号去']), ['people'])).toBe('budget');
  expect(missing(talk(['a: 去北京玩三天，12月5号出发，三个人，预算五千']))).toBeUndefined();
});
