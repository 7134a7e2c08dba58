import cityList from './cities.json';

const CITY = new RegExp(`^(?:${cityList.cities.split(' ').join('|')})市?`);
const BRANCH = /\s*[(（][^()（）]{1,20}[)）]$/;
/** What any place of its sort is called is no name. */
const COMMON = /^(?:[老新大小]?(?:城|街|区|国际|野生|天然|中心|自然|民俗|历史|艺术|城市|科学)*)?(?:动物园|植物园|博物馆|博物院|图书馆|美术馆|科技馆|天文馆|海洋馆|展览馆|纪念馆|大学|公园|森林公园|饭店|大?酒店|宾馆|火车站|机场|步行街|小吃街|美食街|夜市|古镇|体育馆|大剧院|音乐厅|欢乐谷|餐厅|火锅|烤鸭店?)$/;
const SHORTEST = 3;

function shortOf(name: string): string {
  const main = name.replace(BRANCH, '');
  const bare = main.replace(CITY, '');
  return bare.length >= SHORTEST && !COMMON.test(bare) ? bare : main;
}

/** What people call a place instead of its whole name, 全聚德 for 全聚德(前门店), where only one place of the list can be meant. */
export function shortNames(names: readonly string[]): { word: string; name: string }[] {
  const counts = new Map<string, number>();
  for (const name of names) for (const word of new Set([name, shortOf(name)])) counts.set(word, (counts.get(word) ?? 0) + 1);
  return names.flatMap((name) => {
    const word = shortOf(name);
    return word !== name && word.length >= SHORTEST && !COMMON.test(word) && counts.get(word) === 1 ? [{ word, name }] : [];
  });
}
