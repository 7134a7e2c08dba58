import { clauseAt, type Said } from './said';

const ASKS = /[吗嘛]|(?<![什怎那这多要])么(?!样)|没(?:有)?[?呀啊]?$|是否|有没有|有无|能不能|可不可以|提不提供|支不支持|含不含|带不带|是不是/;
const WISHES = /找|推荐|想(?![问知了确打]|了解)|希望|最好|(?<![不只])要(?!是)|介绍|预[定订]|安排|给我|给个|哪[家个些一里儿]|求|换/;
/** 的酒店, 的吗: what is asked for is any place that has it. */
const ANY_PLACE = /^.{0,20}?的?.{0,4}(?:酒店|宾馆|民宿|客栈|住处|地方|那种)|^的(?:吗|么|没)/;

/**
 * Whether a facility is asked of a place that is chosen (酒店提供租车吗) rather than wished of any (有提供租车的酒店吗).
 * A wish that is put as a question is a wish.
 */
export function isAsked(said: Said, start: number, end: number): boolean {
  const clause = clauseAt(said, start);
  if (!ASKS.test(clause.text)) return false;
  return !WISHES.test(clause.text) && !ANY_PLACE.test(said.text.slice(end, clause.end));
}
