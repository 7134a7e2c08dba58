import { partsOf, plain } from './clauses';

const MARK = /[？?]["”’」』）)]*\p{Extended_Pictographic}*\s*$/u;
const ENDS = /(?:吗|么|不|没|没有|来着|不呀|不啊|呢)$/;
const NOT_ENDS = /(?:才|可|就|还|也|都|要|差|绝|从)(?:不|没|没有)$|那么$|这么$|什么$|要么$|多么$|^(?:不|没|没有|还没|还没有|才不|并没有|我没有|我不)$/;
const WORD = /谁|哪(?!怕)|几点|几号|几(?:个|人|块|位|本|张|天|楼|次|月)|什么|啥|多少|多久|多远|多大|怎么|为什么|咋|要不要|有没有|能不能|可不可以|是不是|会不会|行不行|好不好|([\p{Script=Han}])不\1/u;
/** Words of asking inside a statement: 我看看谁有空, 吃什么都行, 没什么. */
const EMBEDDED = /(?:谁|哪|什么|啥|怎么|多少|几[点号]).{0,6}都|随便|不管|无论|(?:看|问|查|确认|打听)(?:看|问|查|一?下|清楚)|告诉|知道(?!吗)|说说|想想|忘了|没(?:什么|啥|多少|几|怎么)|(?:剩|好|就|这|那|十|上)几|不怎么|不是不|再说|谁让|什么的$|怎么(?:会|可能|又|还|老|这么|那么)|多少(?:有点|还是|能)|哪(?:有|能|行|敢|里哪里)|吧$|了$|啦$|哈+$/;
const ANYONE = /(?:有人|谁|有谁)(?:知道|晓得|清楚)|知不知道/;
const EN = /\b(?:who|what|when|where|which|how|why|does anyone|anyone)\b.*\?/i;

/** Whether a clause asks something, with a question mark or without. */
export function asks(part: string): boolean {
  if (MARK.test(part) || EN.test(part)) return true;
  const line = plain(part);
  if (ENDS.test(line) && !NOT_ENDS.test(line)) return true;
  return WORD.test(line) && (ANYONE.test(line) || !EMBEDDED.test(line));
}

/** Whether one of the last two clauses of a message asks: people add why they ask. */
export const endsAsking = (text: string): boolean => partsOf(text).slice(-2).some(asks);
