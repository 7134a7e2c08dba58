import { aliasesOf, isPartOnly, placesByAlias } from './names';

const of = (name: string, aliases?: string[]): string[] => aliasesOf({ name, ...(aliases ? { aliases } : {}) }, '杭州');

test.each([
  ['西湖风景名胜区', '西湖'],
  ['杭州西湖风景名胜区', '西湖'],
  ['杭州市西湖景区', '西湖'],
  ['千岛湖国家5A级旅游景区', '千岛湖'],
  ['西溪国家湿地公园', '西溪湿地'],
  ['午潮山国家森林公园', '午潮山'],
  ['良渚博物院', '良渚博物馆'],
  ['中国茶叶博物馆双峰馆区', '茶叶博物馆'],
  ['良渚古城遗址公园', '良渚古城遗址'],
  ['太子湾公园', '太子湾'],
  ['清河坊（河坊街）', '河坊街'],
  ['全聚德(前门店)', '全聚德'],
  ['杭州宋城', '宋城'],
])('%s is also %s', (name, alias) => {
  expect(of(name)).toContain(alias);
});

test.each([
  ['杭州动物园', '动物园'],
  ['杭州博物馆', '博物馆'],
  ['杭州大剧院', '大剧院'],
  ['湖滨公园', '湖滨'],
  ['全聚德(前门店)', '前门店'],
  ['西湖大学', '西湖'],
  ['西湖国宾馆', '西湖'],
])('%s is not %s', (name, alias) => {
  expect(of(name)).not.toContain(alias);
});

test('names that are noted of a place count, and are shortened as its own is', () => {
  expect(of('断桥残雪', ['断桥'])).toEqual(['断桥']);
});

test.each([
  ['想去西湖', true],
  ['西湖里划船，再吃鱼', true],
  ['西湖看鱼', true],
  ['去西湖和断桥', true],
  ['去西湖路上吃点', true],
  ['西湖大学参观', false],
  ['想吃西湖醋鱼', false],
  ['来份西湖牛肉羹', false],
  ['西湖藕粉', false],
  ['西湖龙井', false],
  ['西湖区住', false],
  ['西湖银泰逛逛', false],
  ['吃西湖醋鱼再逛西湖', true],
])('西湖 itself stands in %s: %s', (text, stands) => {
  expect(isPartOnly(text, '西湖', ['西湖银泰'])).toBe(!stands);
});

test('of several places one alias means the first; a whole name is never another’s', () => {
  const places = [{ name: '西湖风景名胜区' }, { name: '杭州西湖景区' }, { name: '宋城' }, { name: '杭州宋城' }];
  const byAlias = placesByAlias(places, '杭州');
  expect(byAlias.get('西湖')).toBe(places[0]);
  expect(byAlias.has('宋城')).toBe(false);
});
