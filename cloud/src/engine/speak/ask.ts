import type { Clause } from './clauses';
import { courtesyOf } from './courtesy';

/** Questions that want a nod, not an answer. */
const ECHO = /^(?:可不是(?:吗|嘛|么)?|(?:啊|哦|哇|哈|嗯|诶|哎)?(?:是|真|对|好|行|可以|这样|这么)?(?:的|吧|吗|嘛|么|啊|不是|呀|多|贵|远|便宜)*|怎么会|不会吧|什么鬼|really|right|huh|what|seriously|is it|are you (?:sure|serious)|no way|wow|oh)$/;
/** Words that ask, where they do not mean "any" or "somewhat". */
const ANY = /(?:没有?|不(?:是|用|要|需要)?)(?:什么|啥|多少|怎么|谁)|(?:什么|啥|谁|哪(?:里|儿|个|家)?|怎么(?:样)?|多少|几)[^,]{0,6}(?:都|也)|多少有|哪里哪里|什么的$|怎么说呢|不知(?:道)?怎么|这么|那么|谁知道|几乎|好几|十几|几十|(?:这|那|前|后|好|了)几/g;
/** 呢 that closes a remark, not a question. */
const REMARK = /(?:真|还|挺|好|都|太|很|正|在|才|可|就|多|着|得|会|够)[^,]*呢$/;
const ASKING =
  /什么|啥|哪|谁|(?:^|[^好十这那前后])几(?!乎)|多少|多(?:久|远|大|长|高|贵|宽|重)|怎么|怎样|咋|如何|为何|为什么|吗|么$|(?:能|可|要|会|是|有|好|行|对|去|来|吃|想|知道?|可以|合适|需要)(?:不|没)(?:能|可以|可|要|会|是|有|好|行|对|去|来|吃|想|知道|合适|需要)|是否|能否|可否|有无|(?:有|好|行|能|可以|是|在)(?:没有|不)(?:啊|呀|呢)?$|没有(?:啊|呀|呢)$/;
const EN_ASKING =
  /^(?:(?:and|so|but|ok|okay|well|also|then|please|hi|hey|hello|um|btw|by the way) )*(?:what|when|where|who|whom|whose|which|how|why|can|could|would|will|shall|should|may|do|does|did|is|are|was|were|have|has|am|any(?:one|body)?|isn't|aren't|don't|doesn't)\b/;
const VERB = '推荐|介绍|告诉|告知|查|找|看|选|挑|订|定|预订|预定|预约|叫|约|安排|列|写|画|做|算|总结|归纳|整理|汇总|翻译|提醒|记|统计|投票|讲|说|解释|说明|描述|提供|发|给|推|来|弄|搞|改|换|讲讲|出|念|建|设';
const REQUEST = new RegExp(
  [
    `(?:帮|替|给|为)(?:我|我们|咱们?|俺|他|她|他们|大家|忙|个忙|一下|人)`,
    `(?:再|就|也|还|顺便|另外)?帮(?:着)?(?:${VERB})`,
    `再帮`,
    `请(?:您|你)?(?:再|先|给|帮|为|问|告|推|介|查|找|把|说|列|提|讲|写|发|教|看|安排|解|提醒|总结|在)`,
    `(?:麻烦|劳烦|烦请|拜托|劳驾|求|恳请|有劳)(?:你|您|大家|各位|谁)?(?!了)`,
    `告(?:诉|知)(?!你|您|他|她|大家)`,
    `(?:发|说|讲|念|传|转|给|寄|留|报)(?:给)?(?:过来)?(?:到)?(?:我|咱|俺)(?!说|讲)(?!的)`,
    `把[^,]{1,24}(?:给|发|告诉|说|报|念|列|查|订)`,
    `(?:${VERB})(?:一下|下|个|一个|一家|一些|几个|几家|一处|一间|一款|一首|点|些)`,
    `^(?:再|先|快|你|您|来|就|那|顺便)*(${VERB})一?\\1`,
    `(?:你|您)(?:来|再|先|去|给|帮)?(?:${VERB})一?(?:${VERB})?(?:呗|吧|$)`,
    `推荐(?!的|得|菜|指数|给你|你|了)`,
    `介绍(?!的|得|了)`,
    `(?:想|要|希望)(?:问|知道|了解|请教|咨询|查|搜)`,
    `(?:忘了|忘记)(?:问|说)|问(?:一下|下|个)|请问|请教|咨询`,
    `(?:换|来|找|订|定|要|选|挑)(?:一)?(?:个|家|些|间|处|款|首|点)(?:别|其|新|更)?`,
    `给(?:点|个|些)?(?:建议|意见|推荐|电话|地址)|出(?:个)?主意|支(?:个)?招`,
  ].join('|'),
);
const EN_REQUEST =
  /\b(?:please|pls|plz|recommend|suggest|tell me|let me know|give me|show me|find me|get me|help me|remind (?:me|us)|i (?:need|want|would like|am looking for|wonder)|i'm (?:looking for|wondering)|i'd like|looking for|wondering|any (?:idea|ideas|suggestions?|tips|advice)|how about|what about|explain|summari[sz]e|recap|translate)\b/;
/** A wish for a thing to be found, which is an ask where one talks to a helper. */
const WISH =
  /(?:想|要|打算|准备|计划|希望|需要|得|想要)[^,]{0,40}?(?:找|订|预订|预定|预约|入住|(?:一|两|几)?(?:个|家|间|处|辆|张|份))|(?:想|要|打算|准备|计划)(?:再)?(?:去|到|在|住|吃|玩)[^,]{0,40}(?:个|家|间|处|店|附近|周边|旁边)|^(?:要求)?最好(?:是|能|有|在)/;

const isEcho = (text: string): boolean => ECHO.test(text) || text.length === 0;

function asksIn(clause: Clause): boolean {
  if (isEcho(clause.text)) return false;
  if (courtesyOf(clause) !== undefined) return false;
  if (clause.end.includes('?')) return true;
  const text = clause.text.replace(ANY, '');
  if (/呢$/.test(text) && !REMARK.test(text)) return true;
  return ASKING.test(text) || REQUEST.test(text) || EN_ASKING.test(text) || EN_REQUEST.test(text);
}

/** Whether a text asks for something: a question or a request in one of its clauses. */
export const isAsk = (clauses: readonly Clause[]): boolean => clauses.some(asksIn);

/** Whether a text says what its author looks for, as one does when talking to a helper. */
export const isWish = (clauses: readonly Clause[]): boolean => clauses.some((clause) => courtesyOf(clause) === undefined && WISH.test(clause.text));
