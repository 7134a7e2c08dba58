/** What may stand between the one who does something and the verb, in any number up to a limit: 明天, 顺便, 负责. */
const WORD = new RegExp(
  `^(?:[\\s，]|[今明后]天(?:早上|上午|中午|下午|晚上)?|[今明]晚|[今明]早|早上|上午|中午|下午|晚上|(?:下?下?周|星期|礼拜)[一二三四五六日天末]|\\d+[号点](?:半|[之以]?前|早上|上午|中午|下午|晚上)?|周末|回头|等下|等会儿?|一会儿?|待会儿?|到时候?|晚点|先|再|会|就|也|都|又|马上|现在|顺便|顺路|统一|一起|提前|亲自|抽空|尽快|下班(?:后|前)?|来|去|要|得|能|可以|负责|记得|别忘了?|麻烦|开车过?|这边|网上|线上|楼下|附近|路上|路过|家里|公司|单位|学校|自己|必须|一定|继续|暂时|好好)$`,
  'u',
);
const LONGEST_WORD = 8;
/** Begins a complement: 跟大家, 把票, 帮我. */
const WITH = /[给跟让找替问和从在用到去]/;
const WITH_STOPS = /[我，。吧]/;
const OBJECT_STOPS = /[，。]/;
const MOST_WITH = 8;
const MOST_OBJECT = 14;
const HELPED = /^(?:忙|我|你们?|大家|他|她)/;

/* How one came to a place: bits 0–4 for so many words and no complement yet, 5–7 and 10–12 for so many words after the first and the second one. */
const START = 1;
const ROOM_FOR_WORD = 0b01111 | (0b011 << 5) | (0b011 << 10);
const NO_COMPLEMENT = 0b11111;
const ONE_COMPLEMENT = 0b111 << 5;

function wordEnds(text: string, at: number): number[] {
  const lengths = Array.from({ length: Math.min(LONGEST_WORD, text.length - at) }, (_, i) => at + i + 1);
  return lengths.filter((end) => WORD.test(text.slice(at, end)));
}

/** The ends from `first` on within which no sign of `stops` stands, at most `most` signs on. */
function stretch(text: string, first: number, most: number, stops: RegExp): number[] {
  const ends = [first];
  for (let end = first; end < Math.min(text.length, first + most) && !stops.test(text[end] as string); end++) ends.push(end + 1);
  return ends;
}

function complementEnds(text: string, at: number): number[] {
  const sign = text[at] as string;
  if (sign === '把') return stretch(text, at + 1, MOST_OBJECT, OBJECT_STOPS).slice(1);
  if (sign === '帮') return [at + 1, at + 1 + (HELPED.exec(text.slice(at + 1))?.[0].length ?? 0)];
  return WITH.test(sign) ? stretch(text, at + 1, MOST_WITH, WITH_STOPS) : [];
}

/**
 * The first verb of a text before which only such words and at most two complements stand, and where. `verb` is sticky
 * and has a group of that name. Each place is looked at once: no line takes long.
 */
export function verbAfter(text: string, verb: RegExp): { verb: string; at: number } | undefined {
  const ways = new Array<number>(text.length + 1).fill(0);
  ways[0] = START;
  for (let at = 0; at < text.length; at++) {
    const way = ways[at] as number;
    if (way === 0) continue;
    verb.lastIndex = at;
    const found = verb.exec(text)?.groups?.verb;
    if (found !== undefined) return { verb: found, at };
    const [worded, complemented] = [(way & ROOM_FOR_WORD) << 1, ((way & NO_COMPLEMENT) !== 0 ? 1 << 5 : 0) | ((way & ONE_COMPLEMENT) !== 0 ? 1 << 10 : 0)];
    if (worded !== 0) for (const end of wordEnds(text, at)) ways[end]! |= worded;
    if (complemented !== 0) for (const end of complementEnds(text, at)) ways[end]! |= complemented;
  }
  return undefined;
}
