import type { ConstraintType } from '../../../../shared/domain/itinerary/types';
import cityList from './cities.json';
import { isDenied } from './polarity';
import { clauseAt, type Said } from './said';
import type { ReadConstraint } from './types';

/** 从深圳飞北京, 飞一趟厦门. */
const FLY_TO = new RegExp(`飞(?:[一这]?[趟次])?(?=${cityList.cities.split(' ').join('|')})`, 'g');

type Means = readonly [type: ConstraintType, value: string, words: RegExp];

const MEANS: readonly Means[] = [
  ['transport_intercity', 'train', /高铁|动车|动卧|火车|列车|铁路|绿皮车?|卧铺|[硬软][座卧]|[dgkzt]字头|城际|复兴号|和谐号/g],
  ['transport_intercity', 'airplane', /飞机|航班|直飞|包机|飞[过回]?[去来]|飞[回到往抵]|航空|机票|机酒|(?<=^|[,。;、\s]|都|来回|往返|全程)飞(?=$|[,。;、\s])|(?<=[要想就打算直接])飞(?=[\p{Script=Han}])/gu],
  ['transport_intercity', 'airplane', FLY_TO],
  ['transport_city', 'metro', /地铁|轨道交通|轻轨|捷运/g],
  ['transport_city', 'taxi', /打车|打的|出租\s?车?|网约车|滴滴|专车|包车|计程车|的士|打[个辆]车|叫车/g],
  ['transport_city', 'walk', /步行|走路|citywalk|city walk|走着去|溜达着|靠走|暴走|腿着/g],
];

/** 高铁站, 飞机餐, 火车头 and 地铁口 are places and things. */
const THING = /^(?:街|站(?!票)|费|钱|自理|餐|头|口|线路图|博物馆|票价|模型|主题|迷|机场|附近|旁|沿线|东站|西站|南站|北站)/;
/** Once, for the feel of it: one such ride is enough. */
const ONCE = /体验|(?<![第头])一次|尝试|试试|试一?下|偶尔|有时|必要时|也可以|也行|可以考虑/;
/** There and back one rides once anyway. */
const PERHAPS = /偶尔|有时|必要时|也可以|也行|可以考虑/;
const ASKED = /车牌|车型|怎么(?:走|去|坐|到)|多远|多久|多少钱|(?:出发|目的)地.{0,6}地铁站/;
/** 高铁太久了 speaks against it. */
const BLAMED = /^(?:我|会)?晕|^[\p{Script=Han}]{0,2}?(?:太|老是?|总是?|经常|容易|好)(?:久|慢|贵|累|挤|麻烦|远|晚点|折腾|堵|颠)/u;
const FEWER = /少|不想多|别太多|不要太多|太多路|太远的?路|太累|超过?|[\d一二两三四五六七八九十百千万半]\s?(?:公里|千米|km|米|步|里路|里地|分钟|小时)/;

/** 走五分钟到地铁 is where a hotel stands. */
const PLACE_BEFORE = /(?:离|到|靠近?|挨着?|临近?|近|有)$/;

/** 不要红眼航班 shuns the hour and not the flight. */
const SORT = /(?:红眼|早班|晚班|凌晨|半夜|转机|经停|中转|廉价|太早|太晚)的?$/;

const NEAR = 40;

interface Hit {
  type: ConstraintType;
  value: string;
  op: 'ne' | 'has' | 'in';
  span: [number, number];
}

/** What is said about a word: its clause, of a long one what stands next to it. */
function around(said: Said, start: number, end: number): string {
  const clause = clauseAt(said, start);
  return said.text.slice(Math.max(clause.start, start - NEAR), Math.min(clause.end, end + NEAR));
}

function read(said: Said, [type, value, words]: Means): Hit[] {
  return [...said.text.matchAll(words)].flatMap((hit): Hit[] => {
    const [start, end] = [hit.index, hit.index + hit[0].length];
    const clause = around(said, start, end);
    if (THING.test(said.text.slice(end, end + 4)) || ASKED.test(clause)) return [];
    if (value === 'metro' && PLACE_BEFORE.test(said.text.slice(Math.max(0, start - 2), start))) return [];
    if (BLAMED.test(said.text.slice(end, end + 8))) return [];
    // 少走路 is about legs, 步行十分钟 about how near it is: no walks
    if (value === 'walk' && FEWER.test(clause)) return [];
    const denied = isDenied(said, start, end);
    if (denied && SORT.test(said.text.slice(Math.max(clauseAt(said, start).start, start - 4), start))) return [];
    return [{ type, value, op: denied ? 'ne' : (type === 'transport_city' ? ONCE : PERHAPS).test(clause) ? 'has' : 'in', span: [start, end] }];
  });
}

/** Means that are all wished together: one constraint "no other means". */
function joined(hits: readonly Hit[]): ReadConstraint[] {
  const only = hits.filter(({ op }) => op === 'in').sort((a, b) => a.span[0] - b.span[0]);
  const [first] = only;
  const one: ReadConstraint[] = first ? [{ type: first.type, op: 'in', value: [...new Set(only.map(({ value }) => value))], span: [first.span[0], (only.at(-1) as Hit).span[1]] }] : [];
  const seen = new Set<string>();
  // 不坐高铁，坐普通火车 is by train
  const rest = hits.filter(({ op, value }) => op !== 'in' && !(op === 'ne' && only.some((other) => other.value === value)) && !seen.has(op + value) && seen.add(op + value));
  return [...one, ...rest];
}

/** How to get there and around. 高铁去，飞机回 allows both. */
export const meansIn = (said: Said): ReadConstraint[] =>
  (['transport_intercity', 'transport_city'] as const).flatMap((type) => joined(MEANS.filter(([of]) => of === type).flatMap((means) => read(said, means))));
