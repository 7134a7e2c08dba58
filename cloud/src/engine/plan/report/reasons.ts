import type { PlaceType } from '@shared/domain/itinerary/types';
import { sayWish, type Lang } from '@shared/domain/itinerary/words';
import type { Reason } from '../types';
import { yuan } from './words';

type Say<T extends Reason['cause']> = (reason: Extract<Reason, { cause: T }>, wish: string, nameOf: (member: string) => string) => string;
type Words = { [T in Reason['cause']]: Say<T> };

const NOUNS: Record<Lang, Record<PlaceType, string>> = {
  zh: { attraction: '景点', restaurant: '餐馆', hotel: '酒店' },
  en: { attraction: 'sights', restaurant: 'restaurants', hotel: 'hotels' },
};
/** What there is room for: lunches and dinners, sights, nights. */
const ROOMS: Record<Lang, Record<PlaceType, (n: number) => string>> = {
  zh: { attraction: (n) => `${n} 处景点`, restaurant: (n) => `${n} 顿饭`, hotel: (n) => `${n} 晚` },
  en: { attraction: (n) => `${n} sights`, restaurant: (n) => `${n} meals`, hotel: (n) => `${n} nights` },
};

const ZH: Words = {
  'no-such-place': ({ type }, wish) => `没有找到符合「${wish}」的${NOUNS.zh[type]}`,
  closed: ({ place }) => `${place}在这几天不开门`,
  'no-night': () => '当天来回，不过夜',
  'too-few': () => '符合的地方不够排满每一天',
  over: ({ cost, excess }) => `按其他愿望和每天的食宿，最少找到 ${yuan(cost)}，超出 ${yuan(excess)}`,
  clash: ({ against, wish: other, isOwn, byMoney }, _, nameOf) => {
    const theirs = `${isOwn ? '自己' : ` ${nameOf(against)} `}的「${sayWish(other, 'zh')}」`;
    return byMoney ? `满足它就会超出${theirs}` : `与${theirs}不能同时满足`;
  },
  'no-time': ({ days, crowd }) => (crowd ? `想去的${NOUNS.zh[crowd.type]}有 ${crowd.wanted} ${crowd.type === 'attraction' ? '处' : '家'}，${days} 天只排得下 ${ROOMS.zh[crowd.type](crowd.room)}` : `与其他愿望一起排不进 ${days} 天的时间里`),
  'not-so': ({ days, party }, wish) => `这次是 ${days} 天、${party} 人，与「${wish}」不符`,
};

const EN: Words = {
  'no-such-place': ({ type }, wish) => `No ${NOUNS.en[type]} found for “${wish}”`,
  closed: ({ place }) => `${place} is closed on these days`,
  'no-night': () => 'There is no night on this trip',
  'too-few': () => 'There are not enough such places for every day',
  over: ({ cost, excess }) => `With the other wishes, food and beds the least found is ${yuan(cost, 'en')}, ${yuan(excess, 'en')} too much`,
  clash: ({ against, wish: other, isOwn, byMoney }, _, nameOf) => {
    const theirs = `“${sayWish(other, 'en')}” of ${isOwn ? 'the same member' : nameOf(against)}`;
    return byMoney ? `Meeting it breaks ${theirs}` : `Cannot hold together with ${theirs}`;
  },
  'no-time': ({ days, crowd }) => (crowd ? `${crowd.wanted} ${NOUNS.en[crowd.type]} are wished for, and there is room for ${ROOMS.en[crowd.type](crowd.room)}` : `Does not fit into ${days === 1 ? 'one day' : `${days} days`} beside the other wishes`),
  'not-so': ({ days, party }, wish) => `This trip is ${days === 1 ? 'one day' : `${days} days`} for ${party}, not “${wish}”`,
};

const LANGS: Record<Lang, Words> = { zh: ZH, en: EN };

/** Why a wish (`wish`: in words of that language) could not be met. `nameOf`: what a member is called. */
export const sayReason = (reason: Reason, wish: string, lang: Lang, nameOf: (member: string) => string): string =>
  (LANGS[lang][reason.cause] as Say<Reason['cause']>)(reason as never, wish, nameOf);
