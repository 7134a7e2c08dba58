import cityList from './cities.json';
import { isDenied } from './polarity';
import { clauseAt, type Said } from './said';
import { lexicon, lineOf, longest, spotAll, wordOf, type Spotted } from './spot';
import type { ReadConstraint } from './types';

const CITIES = lexicon(cityList.cities.split(' ').map((city) => wordOf(city.replace(/市$/, ''), city)));
/** A word that begins with a city and is none: 北京烤鸭, 成都路, 上海人. */
const LONGER = /^(?:市?[东西南北中]?(?:烤鸭|菜|小吃|火锅|味|话|路|街|大街|大道|人(?![均])|大学|饭店|酒店|宾馆|站|机场|[东西南北]站|道|牛肉|拉面|米粉|热干面|豆浆|啤酒|时装|银行|户口|公司|那边的同事|本帮|早茶|口味|风味|特色|味道|美食|烧烤|特产|当地|本地|老街|古城|古镇))/;
/** 上海迪士尼 is in Shanghai: who goes there goes to Shanghai. */
const SIGHT = /^市?(?:的)?(?:迪士尼|环球|外滩|长隆|欢乐谷|方特|乐高)/;
/** 成都集合, 昆明转机: on the way. */
const BETWEEN = /^市?(?:集合|集结|汇合|会合|中转|转机|转车|换乘)/;
const BLAMED = /^(?:那边)?(?:也|就|又|还是)?(?:太|好|有点)(?:贵|远|热|冷|挤|吵|累|卷|堵)/;
const FROM_BEFORE = /(?:当前位置(?:是|在|:)?|当前(?:在|位于)|现在(?:在|人在)|目前(?:在|人在|位于)?|人在|我家?住|我在|我们在|位于|坐标|现居|居住在|常住|家住|(?<!从)出发(?:地|城市)?(?:是|为|:)|出发地|从|由|自|家在|住在)\s?$/;
const FROM_AFTER = /^市?(?:市区)?(?:这边|这里|本地)?(?:出发|启程|动身|起飞|过去|始发|走(?=[,，。]|$)|(?:读书|上学|上大学|念书|上班|工作|定居|生活))/;
const TO_BEFORE = /(?:(?:推荐|介绍)(?:一?下)?[几一两]?[个家些处]?|去|到|往|飞|飞往|前往|抵达|(?:目的地|城市|地点|去处)(?:是|为|选|:)?|来|(?:安?排|规划|做|订|报|搞|弄|出)(?:一?[个份下])?|逛|玩|游|游玩|奔|杀到|在|选|投|改去|改成|换成|还是|要不|不如|定|冲|回|至|-|~)(?:一?[趟下次]|达?:)?\s?$/;
const TO_AFTER = /^市?(?:市区|周边)?(?:玩|游|旅|之旅|自由行|行(?![李不])|的?行程|的?攻略|[\d一二两三四五六七八九十]+[天日]|吧|也?(?:行|可以|不错|挺好|好像)|一票|怎么样|走起|[\d一二两三]+晚|逛|转|待|呆|看|度|过|出差|方向|见|$|[,，。!?~])/;
const PAST = /上次|去年|以前|之前|小时候|曾经?|前年|上个?月|去过|来过|待过|住过|刚从/;

type Role = 'from' | 'to' | null;

function roleOf({ text }: Said, { start, end }: Spotted<string>): Role {
  const after = text.slice(end, end + 6);
  const before = text.slice(Math.max(0, start - 8), start);
  if (LONGER.test(after) || BETWEEN.test(after) || BLAMED.test(after) || (SIGHT.test(after) && !TO_BEFORE.test(before))) return null;
  if (FROM_BEFORE.test(before) || FROM_AFTER.test(after)) return 'from';
  if (TO_BEFORE.test(before)) return 'to';
  return TO_AFTER.test(after) || /[,，。;]\s?$|^$|[、和]$/.test(before) ? 'to' : null;
}

/** 上海到北京, 上海-北京: the first of two is where one comes from. */
const fromFirst = ({ text }: Said, from: Spotted<string>, to: Spotted<string> | undefined): boolean => to !== undefined && /^市?\s?(?:到|去|飞|至|-|~|→|往|出发去|出发到)\s?$/.test(text.slice(from.end, to.start));

/** The cities a trip starts in and goes to; the speaker may rule one out. */
export function citiesIn(said: Said): ReadConstraint[] {
  const found = longest(spotAll(lineOf(said.text), CITIES));
  const read = found.flatMap((city, i): ReadConstraint[] => {
    // 昆明大理丽江: one behind another
    const isInRow = found[i - 1]?.end === city.start || found[i + 1]?.start === city.end;
    const role = fromFirst(said, city, found[i + 1]) ? 'from' : (roleOf(said, city) ?? (isInRow ? 'to' : null));
    if (role === null || PAST.test(clauseAt(said, city.start).text)) return [];
    const op = role === 'to' && isDenied(said, city.start, city.end) ? 'ne' : 'eq';
    return [{ type: role === 'from' ? 'from_city' : 'to_city', op, value: city.entry, span: [city.start, city.end] }];
  });
  const home = read.find(({ type }) => type === 'from_city')?.value;
  return read.filter(({ type, value }, i) => !(type === 'to_city' && value === home) && read.findIndex((other) => other.type === type && other.value === value) === i);
}
