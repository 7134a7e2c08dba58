import type { Locale } from '@shared/wire/errors';
import type { Place } from '@shared/wire/itinerary';
import type { DayWeather } from '../weather/types';

/** What the rules look at. */
export interface Outlook {
  /** Places the plan goes to. */
  places: readonly Place[];
  nights: number;
  weather: readonly DayWeather[];
  wishes: readonly { userId: string; text: string }[];
}

/** Something a rule brings up; `who` absent: everybody. */
export interface Derived {
  rule: string;
  text: string;
  because: string;
  who?: string;
}

type Words = Record<Locale, string>;
interface Rule {
  rule: string;
  text: Words;
  /** Why, where the rule applies. */
  why: (outlook: Outlook, locale: Locale) => string | undefined;
}

const COLD = 8;
const HOT = 30;
const SWING = 12;
const WET_MM = 1;

const day = ({ on, text }: DayWeather): string => `${Number(on.slice(5, 7))}/${Number(on.slice(8))} ${text}`;

const onDay =
  (applies: (weather: DayWeather) => boolean, figure: (weather: DayWeather) => string = () => ''): Rule['why'] =>
  ({ weather }) => {
    const found = weather.find(applies);
    return found && `${day(found)}${figure(found)}`;
  };

const atPlace =
  (words: RegExp): Rule['why'] =>
  ({ places }, locale) => {
    const found = places.find(({ kind, tags = [] }) => [kind, ...tags].some((word) => words.test(word)));
    return found && (locale === 'zh' ? `要去${found.name}` : `you go to ${found.name}`);
  };

const overnight: Rule['why'] = ({ nights }, locale) => (nights === 0 ? undefined : locale === 'zh' ? `住 ${nights} 晚` : nights === 1 ? 'one night' : `${nights} nights`);

const RULES: readonly Rule[] = [
  { rule: 'id', text: { zh: '身份证', en: 'Identity card' }, why: overnight },
  { rule: 'clothes', text: { zh: '换洗衣服', en: 'Change of clothes' }, why: overnight },
  { rule: 'wash', text: { zh: '洗漱用品', en: 'Toiletries' }, why: overnight },
  { rule: 'charger', text: { zh: '充电器', en: 'Charger' }, why: overnight },
  { rule: 'rain', text: { zh: '雨伞或雨衣', en: 'Umbrella or raincoat' }, why: onDay(({ wetMm, text }) => wetMm >= WET_MM || /雨|rain|shower|storm/i.test(text)) },
  { rule: 'cold', text: { zh: '厚外套', en: 'Warm coat' }, why: onDay(({ low }) => low <= COLD, ({ low }) => ` ${low}°`) },
  { rule: 'hot', text: { zh: '防晒和水', en: 'Sunscreen and water' }, why: onDay(({ high }) => high >= HOT, ({ high }) => ` ${high}°`) },
  { rule: 'swing', text: { zh: '薄外套', en: 'Light jacket' }, why: onDay(({ low, high }) => low > COLD && high - low >= SWING, ({ low, high }) => ` ${low}°–${high}°`) },
  { rule: 'temple', text: { zh: '有袖、过膝的衣服', en: 'Clothes that cover shoulders and knees' }, why: atPlace(/寺|庙|宗教|道观|教堂|祈福/) },
  { rule: 'walk', text: { zh: '好走的鞋', en: 'Shoes for walking' }, why: atPlace(/爬山|登山|徒步|山岳|登高|古镇|湿地/) },
  { rule: 'swim', text: { zh: '泳衣', en: 'Swimwear' }, why: atPlace(/泳池|游泳|温泉|水上|沙滩/) },
];

interface PersonalRule {
  rule: string;
  words: RegExp;
  /** Said of nobody: 没有孩子. */
  unless: RegExp;
  text: Words;
  because: Words;
}

/* What somebody's wishes tell. Why is said without repeating what they wrote of their health. */
const PERSONAL: readonly PersonalRule[] = [
  { rule: 'child', words: /孩子|小孩|宝宝|娃|儿童|小朋友|女儿|儿子|\b(child|kid|toddler|baby)/i, unless: /(没有|没带|不带|别带)(孩子|小孩|宝宝|娃|儿童)/, text: { zh: '孩子的证件、零食和换洗衣服', en: "The child's papers, snacks and spare clothes" }, because: { zh: '带着孩子', en: 'a child comes along' } },
  { rule: 'baby', words: /推车|婴儿|奶粉|尿不湿|尿布|\b(stroller|infant)/i, unless: /(没有|没带|不带)(婴儿|推车)/, text: { zh: '奶粉、尿布和推车', en: 'Formula, nappies and a stroller' }, because: { zh: '带着婴儿', en: 'an infant comes along' } },
  { rule: 'medicine', words: /过敏|吃药|哮喘|晕车|高血压|糖尿病|心脏|\b(allerg|medicine|asthma|carsick)/i, unless: /不(过敏|晕车|吃药)|没有过敏/, text: { zh: '自己的药', en: 'Your medicine' }, because: { zh: '写在心愿里', en: 'from the wishes' } },
  { rule: 'wheelchair', words: /轮椅|拐杖|\b(wheelchair|crutch)/i, unless: /不(用|坐|需要)(轮椅|拐杖)/, text: { zh: '轮椅或拐杖', en: 'Wheelchair or cane' }, because: { zh: '写在心愿里', en: 'from the wishes' } },
];

function personal({ wishes }: Outlook, locale: Locale): Derived[] {
  return PERSONAL.flatMap(({ rule, words, unless, text, because }) => {
    const people = new Set(wishes.filter((wish) => words.test(wish.text) && !unless.test(wish.text)).map(({ userId }) => userId));
    return [...people].map((who): Derived => ({ rule: `${rule}-${who}`, text: text[locale], because: because[locale], who }));
  });
}

/** What to take along, and why: from where the plan goes, how long, the forecast and what people wish. */
export function derive(outlook: Outlook, locale: Locale): Derived[] {
  const common = RULES.flatMap(({ rule, text, why }) => {
    const because = why(outlook, locale);
    return because === undefined ? [] : [{ rule, text: text[locale], because }];
  });
  return [...common, ...personal(outlook, locale)];
}
