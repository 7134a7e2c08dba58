import type { PlaceType } from '../../../../shared/domain/itinerary/types';
import { clauseAt, type Said } from './said';

const CUES: readonly (readonly [PlaceType, RegExp])[] = [
  ['hotel', /酒店|宾馆|旅馆|旅店|民宿|客栈|住|客房|房间|入睡|订房|大床|标间/g],
  ['restaurant', /吃|(?<!早)餐|尝|喝|菜|馆子|美食|口味|饭(?!店)|下馆|食|味道/g],
  ['attraction', /逛|看(?!看)|玩|参观|景点|游览|景区|打卡|走走|爬|去(?=过|了|趟|个|一)|转转|体验|感受|游玩|(?<!住的)地方|溜达|散步/g],
];

const cuesIn = (text: string): { place: PlaceType; at: number }[] =>
  CUES.flatMap(([place, words]) => [...text.matchAll(words)].map((hit) => ({ place, at: hit.index }))).sort((a, b) => a.at - b.at);

/** What a clause talks of; inherited from the clause before where it says nothing itself. */
export interface Context {
  place: PlaceType | undefined;
  isInherited: boolean;
}

/** Whether words say themselves what they are of: 看海, 豪华酒店. */
export const speaksOf = (words: string, place: PlaceType): boolean => cuesIn(words).some((cue) => cue.place === place);

/** 酒店要有地方喝酒 is all about the hotel. */
const OF_HOTEL = /^\s*(?:而且|并且|还有|最好|希望|另外)?(?:酒店|宾馆|住的地方|房间|民宿)里?(?:要|有|能|最好|得|需|可以|带|附近)/;

/** What the words at [start, end) are said of: the nearest word of staying, eating or seeing before them in the clause, else after, else in the clause before. */
export function contextOf(said: Said, start: number, end: number): Context {
  const clause = clauseAt(said, start);
  if (OF_HOTEL.test(clause.text)) return { place: 'hotel', isInherited: false };
  const cues = cuesIn(clause.text);
  const own = cues.findLast(({ at }) => at < start - clause.start) ?? cues.find(({ at }) => at >= end - clause.start);
  if (own) return { place: own.place, isInherited: false };
  const previous = said.clauses.findLast((other) => other.end <= clause.start);
  return { place: previous && cuesIn(previous.text).at(-1)?.place, isInherited: true };
}
