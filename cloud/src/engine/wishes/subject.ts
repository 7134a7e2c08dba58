import { OF_HOTEL, type Clause, type Said } from './said';
import type { Sum } from './sums';

/** What a sum is for. `other`: tickets, fares and shopping, of which there is no wish to keep. */
export type Subject = 'hotel' | 'meal' | 'other' | 'whole';

const SUBJECTS: readonly (readonly [Subject, RegExp])[] = [
  ['other', /(?<![含包括])(?:门票|车票|机票)|票价|票费|票钱|入场|车费|路费|打车费?|交通费?|油费|购物|买(?!单)|礼物|伴手礼|押金|工资|运费|纪念品|停车费?/g],
  ['hotel', new RegExp(`${OF_HOTEL}+|酒店|宾馆|旅馆|旅店|民宿|客栈|青旅|住宿|住店|住处|房费|房价|房间|(?<!天)[每一]晚上?|/晚|间夜|(?<!天)[每一]夜|最低价格|入住|[要想]住|住的`, 'g')],
  ['meal', /人均消费|餐馆|餐厅|饭店|饭馆|吃饭|用餐|就餐|[每一]顿|[每一]餐|\/餐|餐费|餐食|餐标|饭钱|伙食|吃的|馆子|小吃|美食|(?<!小)[想要]?吃(?!完|过)|[早午晚中]餐|[早午晚中]饭|火锅|烤鸭|菜/g],
  ['whole', /(?<=^|[,;。])钱:|全包|搞定|拿下|撑死|统统|手[里头]有?|兜里|准备了|攒了|(?<!(?:餐|饮|饭|食|宿|店|宾馆|交通|门票|房间|购物)的?)预算|总共|一共|总计|总价|总费用|总花费|全程|全部|经费|花费|开销|费用|盘缠|开支|支出|资金|费用|团费|整趟|整个行程|下来|花(?![园卉海草茶])/g],
];

interface Cue {
  subject: Subject;
  at: number;
}

const cuesIn = (text: string): Cue[] => SUBJECTS.flatMap(([subject, words]) => [...text.matchAll(words)].map((hit) => ({ subject, at: hit.index })));

/** The last cue before a place, else the first after it. */
export function nearest(text: string, at: number): Subject | undefined {
  const cues = cuesIn(text).sort((a, b) => a.at - b.at);
  return (cues.findLast((cue) => cue.at < at) ?? cues[0])?.subject;
}

const BEHIND: readonly (readonly [Subject, RegExp])[] = [
  ['hotel', /^(?:\/|一|每|的)?(?:晚|夜|间夜)|^的?(?:酒店|宾馆|民宿|房间|住宿|房(?!子))|^一间|^住/],
  ['meal', /^(?:\/|一|每)?(?:餐|顿)|^的?(?:餐馆|餐厅|饭店|饭馆|馆子)|^吃/],
  ['other', /^的?(?:门票|票价|景点|车费|机票|车票|礼物)/],
  ['whole', /^的?(?:总)?(?:预算|经费)/],
];

/** What a sum is for by what stands right behind it, which counts before anything else. */
export const direct = (said: Said, sum: Sum): Subject | undefined => BEHIND.find(([, words]) => words.test(sum.per || said.text.slice(sum.end, sum.end + 6)))?.[0];

const SENTENCE_END = /[。!?;\n]/;
/** How far a sum's subject is looked for. */
const FAR = 200;

/** The sentence around a clause, of a long one what is near. */
export function sentenceAt({ text }: Said, { start, end }: Clause): { text: string; start: number } {
  let from = start;
  while (from > Math.max(0, start - FAR) && !SENTENCE_END.test(text[from - 1] as string)) from--;
  let to = end;
  while (to < Math.min(text.length, end + FAR) && !SENTENCE_END.test(text[to] as string)) to++;
  return { text: text.slice(from, to), start: from };
}

/** What a sum is for that its clause does not tell: by its sentence, else by what is said around. */
export function wider(said: Said, sum: Sum, clause: Clause): Subject | undefined {
  const sentence = sentenceAt(said, clause);
  const from = Math.max(0, sum.start - FAR);
  return nearest(sentence.text, sum.start - sentence.start) ?? nearest(said.text.slice(from, sum.end + FAR), sum.start - from);
}
