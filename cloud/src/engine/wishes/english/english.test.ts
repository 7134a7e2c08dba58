import { collectWishes, standing, wishes } from '..';

const NOW = '2026-11-23T09:00:00+08:00';
const KINDS = { attraction: ['博物馆', '寺庙', '公园'], restaurant: ['火锅', '川菜', '海鲜'], hotel: ['民宿', '泳池'] };
const NAMES = ['West Lake'];

const read = (text: string): string[] => wishes({ text, now: NOW, kinds: KINDS, names: NAMES }).constraints.map(({ type, op, value }) => `${type} ${op} ${[value].flat().join('-')}`);
const held = (...lines: string[]): string[] => {
  const messages = lines.map((line, i) => ({ id: `m${i}`, author: line.split(': ')[0] as string, at: Date.parse(NOW) / 1000 + i, text: line.slice(line.indexOf(': ') + 2) }));
  return standing(collectWishes(messages, { kinds: KINDS, names: NAMES, people: ['Amy', 'Bob'] }).wishes).map(({ author, words, constraints }) => `${author} “${words}” ${constraints.map(({ type, op, value }) => `${type} ${op} ${[value].flat().join('-')}`).join(', ')}`);
};

it.each([
  ["Let's go to Hangzhou for 3 days, leaving next Friday", ['to_city eq 杭州', 'days eq 3', 'date eq 2026-12-04']],
  ['from Shanghai to Beijing by train', ['from_city eq 上海', 'to_city eq 北京', 'transport_intercity in train']],
  ['December 5 to December 7 works', ['date in 2026-12-05-2026-12-07', 'days eq 3']],
  ['two nights in Suzhou', ['days eq 3', 'to_city eq 苏州']],
  ['Our budget is 1,500 per person', ['budget_per_person le 1500']],
  ['2k each max', ['budget_per_person le 2000']],
  ['Max 5000 in total', ['budget le 5000']],
  ['a hotel under ¥500 a night', ['hotel_price le 500']],
  ["We're 3 adults and 1 kid", ['people eq 4', 'mobility has child']],
  ['We are four', ['people eq 4']],
  ["I'm allergic to peanuts", ['diet ne 花生']],
  ['No spicy food please', ['diet ne 辣']],
  ['halal food for me', ['diet has 清真']],
  ['my mom uses a wheelchair', ['mobility has wheelchair']],
  ["I can't walk much", ['mobility has little-walking']],
  ["she can't climb stairs", ['mobility has no-climb']],
  ['slow pace please', ['pace eq slow']],
  ['not before 9:30', ['rest ge 09:30']],
  ['back at the hotel by 9pm', ['rest le 21:00']],
  ['please not too early in the morning', ['rest has late-start']],
  ['I would love some temples and hot pot', ['attraction_kind has 寺庙', 'restaurant_kind has 火锅']],
  ['no museums for me', ['attraction_kind ne 博物馆']],
  ["taxis in town, don't take the metro", ['transport_city in taxi', 'transport_city ne metro']],
  ["I'd like to see West Lake", ['attraction_name has west lake']],
])('%s', (text, constraints) => expect(read(text).map((one) => one.replace('West Lake', 'west lake'))).toEqual(constraints));

it.each(['Is the temple open on Monday?', 'I had hot pot last night', 'the museum was closed yesterday', 'what time is it?', 'it costs 20 each', 'sounds great', 'I have a meeting at 3pm'])('no wish: %s', (text) => expect(held(`a: ${text}`)).toEqual([]));

it('marks the words it read, as they were said', () => {
  const text = 'Hi all! No spicy food please, budget 3000 in total';
  expect(wishes({ text, now: NOW }).constraints.map(({ span }) => text.slice(...span))).toEqual(['No spicy food please', 'budget 3000 in total']);
});

it('a wish is the clause as it was said; later ones take it back', () => {
  expect(held("a: I'd love to see some temples, and no seafood", 'b: a museum please', 'a: Actually forget the temples', 'b: Amy wants to see a temple')).toEqual(['a “and no seafood” diet ne 海鲜', 'b “a museum please” attraction_kind has 博物馆']);
  expect(held('a: let’s have hot pot', 'a: forget what I said')).toEqual([]);
  expect(held('a: leaving next Friday')).toEqual(['a “leaving next Friday” date eq 2026-12-04']);
});

it('a text with Chinese in it is read as Chinese', () => expect(read('no museums 都行，想吃火锅')).toEqual(['restaurant_kind has 火锅']));
