import { dueIn } from './due';
import { asks } from './asking';
import { briefSentences, plain } from './clauses';

/** settled: said as decided already; asked for: put to the others; plan: a time, a place, an act that somebody may agree to at once. */
export type Firmness = 'settled' | 'put' | 'plan';

export interface Proposal {
  text: string;
  firmness: Firmness;
}

const SETTLED = /^(?:那)?(?:就|最后|最终|暂|先)?(?:说)?定(?:下来?)?(?:了|啦)(?:[：:，,]|啊|哈)|(?:就|暂)(?:定|订|选)(?:在|了|为|到|于)?\S{2,}|就(?:这么|这样)(?:定|办|着)|(?:决定|敲定|改)(?:了|到|成|为|在)\S{2,}|定(?:在|到|为|于)\S{2,}/;
const ENDS = /(?:吧|呗|怎么样|如何|好不好|行不行|成不成|好吗|行吗|成吗|可好|可以吗|可以不|行不|好不|没意见吧|意见吗|得了|算了|咋样|味?行吗)$/;
const BEGINS = /^(?:那)?(?:要不(?!要)|要不然|要不要|不如|干脆|我(?:建议|提议|觉得(?:可以|不如|还是))|建议|提议|咱们?|我们|大家(?:一起|都|就|轮流|平摊|aa)|不然)/;
const TAKES = /^(?:那|那么|所以)?(?:就|还是|都|先|统一)(?!是|像|说|知道|怕|会|要|差|剩|这|那|一个|没|不|可以|好|行|得|算|为了|有|在|叫|当)/;
const THEN = /^那(?:就)?(?!个|边|里|么|天|次|是|种|些|你|我|他|她|谁|怎|有|没|不|可|也|还|好|行|太|哪|必|当|肯|倒|得|会|要|会儿|谢|辛苦)/;
const ACT = /^(?:一起|都|直接|早点|晚点)?(?:去|来|送|买|吃|住|放|找|叫|订|选|走|换|改|拼|用|租|坐|拍|玩|看|穿|约|喝|开|练|打|带|在|读|唱|跳|每人|一人|一家|人均|每家)(?!了|过|得|不|哪|谁|什么|啥|着)\S/;
const INVITES = /(?:\S(?<verb>去|玩|聚|打球|爬山|搓一顿|吃|喝|走|约|拼单|打|看|来)(?:吗|不|嘛)?|([\p{Script=Han}])不\2)$|(?<which>[去来吃玩看打走聚约喝拼买订换住坐])不\k<which>/u;
const WE_MEET = /集合|出发|见(?:面)?$|碰头|开会|开始|门口|老地方|\S走$|去\S|开$|拍|练|打|聚|吃/;

const EVERY = /^每(?:天|周|晚|次|个?月)/;
const GUESS = /(?:应该|可能|大概|估计|好像|恐怕|不会|肯定|难道|也许).{0,12}吧|(?:了|的|是|有|够|免费|方便|知道|记得|没事|左右|多|没|在|过|会|辣|行|可以|好|对)吧$|想多了|^(?:不|没(?!意见)|好|行|可以|对|是|算了|再说|等等|走着瞧)/;
const ALONE = /^(?:那|那么|好吧|行|好)?(?:我(?!们|(?:建议|提议|觉得|看(?:还是|就|不如))|跟你|和你|家)|你(?!们|俩)|他|她|它|谁|某)/;
/** Told, not proposed. */
const TOLD = /大概|估计|才[能会走到]|昨|前天|上(?:周|次|个?月|回|星期)|去年|以前|刚才|刚刚|已经|曾经|小时候|的时候|[\p{Script=Han}]过(?:了|的)?$/u;
const EN = /\b(?:let'?s|let us|how about|what about|shall we|why don'?t we|i (?:suggest|propose)|we could|can we)\b.{3,}/i;
const WONDERS = /谁|哪|什么|啥|几点|多少|为什么|怎么(?!样)|咋(?!样)/;

function firmnessOf(part: string): Firmness | undefined {
  const line = plain(part);
  if (EN.test(line)) return 'put';
  if (TOLD.test(line) || WONDERS.test(line)) return undefined;
  if (SETTLED.test(part.trim()) || SETTLED.test(line)) return 'settled';
  if ([...line].length < 3 || ALONE.test(line)) return undefined;
  if (ENDS.test(line)) return GUESS.test(line) ? undefined : 'put';
  if (BEGINS.test(line) && [...line].length >= 5) return asks(part) && !/要不要|[？?]$/.test(part) ? undefined : 'put';
  if (asks(part)) return INVITES.test(line) || (/[？?]\s*$/.test(part) && (ACT.test(line) || EVERY.test(line) || dueIn(line) !== null)) ? 'plan' : undefined;
  if (TAKES.test(line) || THEN.test(line)) return 'put';
  if (ACT.test(line)) return 'plan';
  return WE_MEET.test(line) && dueIn(line) !== null ? 'plan' : undefined;
}

const ORDER: readonly Firmness[] = ['settled', 'put', 'plan'];

/** What a message proposes to the others: the sentence that puts it most firmly. */
export function proposalIn(text: string): Proposal | undefined {
  const found = briefSentences(text).flatMap((sentence): Proposal[] => {
    const firmness = ORDER.find((one) => sentence.parts.some((part) => firmnessOf(part) === one));
    return firmness === undefined ? [] : [{ text: sentence.text, firmness }];
  });
  return found.sort((a, b) => ORDER.indexOf(a.firmness) - ORDER.indexOf(b.firmness) || b.text.length - a.text.length)[0];
}
