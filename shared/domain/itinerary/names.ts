import type { Place } from './types';

/*
 * What people call a place instead of its whole name. 西湖 is 杭州西湖风景名胜区; it is neither 西湖大学 nor the fish of
 * that name.
 */

const BRACKETS = /\s*[(（[【]([^()（）[\]【】]{1,20})[)）\]】]\s*$/;
/** In brackets stands which of several it is, or another name. */
const BRANCH = /[店厅部路站门号座区院馆园]$|校区|\d/;
const COUNTRY = /国家(?:级|(?=湿地|森林|地质|考古|矿山))/;

/* Each makes a shorter name out of one, or leaves it as it is. */
const SHORTER: readonly ((name: string) => string)[] = [
  (name) => name.replace(BRACKETS, ''),
  (name) => name.replace(/(?:国家(?:级|[1-5]?a级)?|[1-5]a级?)?(?:风景名胜|风景旅游|旅游风景|旅游景|名胜|风景|旅游|旅游度假|度假|景)区$|景点$/i, ''),
  (name) => name.replace(COUNTRY, ''),
  (name) => name.replace(/(?:国家)?(?:森林|地质|矿山|郊野)公园$/, ''),
  (name) => name.replace(/(?<=湿地|遗址|文化|.{3})公园$/, ''),
  (name) => name.replace(/(?<=博物馆|博物院|美术馆|科技馆|纪念馆|图书馆).{1,6}(?:馆区?|院区?)$/, ''),
  (name) => name.replace(/^中国(?=.{3})/, ''),
];
/* Each makes another name of the same length or so. */
const OTHERS: readonly ((name: string) => string)[] = [(name) => name.replace(/博物院$/, '博物馆'), (name) => name.replace(/博物馆$/, '博物院')];

/** What is left of a name that says nothing but a sort of place: that is no name. */
const SORTS = /乐园|老街|商场|集市|寺庙|教堂|水库|动物|植物|博物|图书|美术|艺术|科技|科学|天文|海洋|展览|纪念|大学|公园|森林|湿地|步行|小吃|美食|夜市|古镇|古城|体育|剧院|音乐|酒店|饭店|宾馆|餐厅|国际|国家|中国|野生|自然|民俗|历史|城市|文化|中心|人民|遗址|广场|[园馆院厅街城老新大小]/g;
const SHORTEST = 2;

const isName = (text: string): boolean => [...text].length >= SHORTEST && text.replace(SORTS, '') !== '';

const inBrackets = (name: string): string[] => {
  const inside = BRACKETS.exec(name)?.[1];
  return inside === undefined || BRANCH.test(inside) ? [] : [inside];
};

/** Other names of a place, the longest first: those noted of it, and its own without its city, its sort and its branch. */
export function aliasesOf({ name, aliases = [] }: Pick<Place, 'name' | 'aliases'>, city = ''): string[] {
  const inCity = (one: string): string => (city !== '' && one.startsWith(city) ? one.slice(city.length).replace(/^市/, '') : one);
  const found = new Set([name, ...aliases, ...inBrackets(name)]);
  for (const one of found) for (const other of [inCity, ...SHORTER, ...OTHERS]) if (isName(other(one))) found.add(other(one));
  found.delete(name);
  return [...found].sort((a, b) => b.length - a.length);
}

/** What may follow a name and make another of it: 西湖大学, 西湖醋鱼, 断桥路. */
const GOES_ON = /^(?:大学|学院|[中小]学|医院|区(?!域)|新城|[路街县镇村](?!上)|大道|站(?!着)|银行|集团|公司|文化|国际|体育|龙井|[^\s\p{P}的吃喝看买钓品尝点做煮和跟与及带有去是在边里旁]?(?:鱼|肉|羹|粉|鸡|鸭|虾|蟹|藕|糕|饼|酒(?!店))|\s?(?:university|college|district|fish|vinegar)\b)/iu;

/** Whether a name stands in a text only as the beginning of another: one of a list, or a word that goes on. */
export function isPartOnly(text: string, name: string, others: readonly string[] = []): boolean {
  const rests = text.split(name).slice(1).map((_, i, all) => all.slice(i).join(name));
  const isOther = (rest: string): boolean => GOES_ON.test(rest) || others.some((other) => other.length > name.length && other.startsWith(name) && rest.startsWith(other.slice(name.length)));
  return rests.length > 0 && rests.every(isOther);
}

/** Which place each other name means; of several the first holds, and a whole name is never another's. */
export function placesByAlias<P extends Pick<Place, 'name' | 'aliases'>>(places: readonly P[], city = ''): ReadonlyMap<string, P> {
  const names = new Set(places.map(({ name }) => name));
  const byAlias = new Map<string, P>();
  for (const place of places) for (const alias of aliasesOf(place, city)) if (!names.has(alias) && !byAlias.has(alias)) byAlias.set(alias, place);
  return byAlias;
}
