import { fold } from '../text/fold';
import { termsOf } from '../text/terms';
import type { SpeakMessage } from './types';

const RECAP =
  /(?:谁|有人|有没有人?|能不能|能否|可不可以|可以|帮忙?|麻烦|求|来个?|来一个|给个|想要|需要|要)[^,。]{0,8}(?:总结|概括|省流|课代表|摘要|纪要|归纳|捋|盘一下)|^(?:总结|概括|归纳|捋)(?:一下|下)(?!就是|来说)[^,。]{0,8}(?:聊|讨论|内容|群里|消息|刚才|上面|今天|昨天|$)|(?:刚才?|刚刚|今天|昨天|昨晚|前面|上面|之前|这两天|你们|大家)[^,。]{0,6}(?:都)?(?:聊|讨论|说)(?:了|的)?(?:些|的)?(?:什么|啥|哪些)(?!都|呢)|错过了(?:什么|啥)|(?:爬楼|楼太长|消息太多)[^。]{0,12}(?:总结|省流|说说|讲讲|谁|\?)|\b(?:can|could) (?:someone|anyone|somebody|anybody) (?:please )?(?:summari[sz]e|recap|catch me up|fill me in)|\bcatch me up\b|\bwhat did i miss\b|\btl;?dr\b[^.]{0,12}\?|\bany(?:one)? recap\b|\bquick (?:recap|summary)\b[^.]{0,12}\?/;
const POLL =
  /(?:谁|有人|能不能|帮忙?|麻烦|可以|要不|来|给)[^,。]{0,8}(?:发起?|建|开|弄|搞|做|整)(?:一?个)?(?:群)?(?:投票|接龙|表决)|^(?:发起|建|开|弄|搞)(?:一?个)(?:群)?(?:投票|接龙)|\b(?:can|could) (?:someone|anyone|we) (?:please )?(?:start|make|create|set up|do) a poll\b|\b(?:someone|anyone|please) (?:start|make|create|set up) a poll\b/;
const REMIND =
  /(?:谁|有人|有没有人|能不能|能否|可不可以|帮忙|麻烦|帮我|到时候?)[^,。]{0,16}提醒(?:一下|下)?(?:我|我们|大家|咱|各位)|(?:\d|[一二两三四五六七八九十]|早上|晚上|明天|今晚|下午|周[一二三四五六日天])[^,。]{0,10}(?:点|分|号|早|晚|上|天)[^,。]{0,6}提醒(?:一下|下)?(?:我|我们|大家|咱)|\b(?:can|could) (?:someone|anyone) (?:please )?remind (?:me|us|everyone)\b|\b(?:someone|anyone|please) remind (?:me|us|everyone)\b/;

/** Words that ask for something said before. */
const RECALL =
  /来着(?:\?|$|[啊呀呢了~ ])|(?:谁|有人|有没有人|大家|你们)(?:还)?记得[^。]*(?:说|定|约|讲|发|几点|哪|什么|谁|多少|吗|不)|(?:谁|有人|有没有人|大家|你们)知道[^。]*(?:说|定|约|讲|决定)(?:好|了|过|下来)?(?:的|在)?[^。]{0,6}(?:几点|哪|什么|谁|多少)|(?:上次|之前|昨天|前面|上面|刚才|早上|那天|当时|最后|我们|咱们?)[^,。]{0,10}(?:说|定|约|讲|商量|讨论|选|决定|发)(?:好|了|过|下来)?(?:的)?[^,。]{0,10}(?:什么|啥|哪|谁|几|多少|吗|没有|没)|(?:什么|啥|哪|谁|几|多少)[^,。]{0,10}(?:忘了|不记得了|想不起来)|(?:忘了|不记得|想不起来)[^,。]{0,10}(?:什么|啥|哪|谁|几|多少)|\b(?:does |do )?(?:anyone|anybody|someone|who) (?:still )?(?:remembers?|recalls?)\b(?! how to)|\bwhat (?:time|day|place|date)?[^.]{0,12}did (?:we|you guys|they) (?:say|agree|decide|settle)|\bwhat was the\b[^.]*\bagain\b|\b(?:when|where|who|what time|which)\b[^.?]*\bagain ?\?|\bremind me (?:what|when|where|who|which)\b/;

interface LookUp {
  asks: RegExp;
  holds: RegExp;
}

const LOOK_UPS: readonly LookUp[] = [
  { asks: /几点|什么时候|啥时候|几号|哪天|周几|星期几|多会儿|^(?:[a-z]+,? )?(?:when|what (?:time|day|date))\b/, holds: /\d|[一二两三四五六七八九十]点|周[一二三四五六日天末]|星期|礼拜|[今明后]天|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\btomorrow\b|\btonight\b/ },
  { asks: /在哪|去哪|哪里|哪儿|什么地方|哪个(?:店|地方|门|口|站|房间|酒店|餐厅)|地址|^(?:[a-z]+,? )?where(?! can| do i)\b/, holds: /在|到|去|路|号|店|站|门|口|楼|广场|酒店|公园|\b(?:at|in|near|room|street|station|gate)\b/ },
  { asks: /多少(?:钱)?|几个人|几个|多少人|^(?:[a-z]+,? )?how (?:much|many)\b/, holds: /\d|[一二两三四五六七八九十百千万]/ },
  { asks: /谁(?:带|去|来|负责|订|买|开车|报名)|\bwho(?:'s| is| will)? (?:bring|book|buy|driv|going|coming|in charge)/, holds: /我(?:来|带|去|负责|订|买|开)|(?:带|去|来|负责|订|买|开车|报名)|\bi(?:'ll| will| can)\b/ },
];

/** Asked of the one who spoke before: 你刚才说什么. */
const TO_ONE = /你(?!们)|您|\byou\b(?! (?:guys|all|folks))/;
const GENERIC = /^(?:什么|时候|几点|哪里|在哪|多少|大家|我们|你们|知道|有人|这个|那个|来着|记得|一下)$/;

/** One shared word is enough where it is a Chinese pair; a single English word is not. */
const HAN = /\p{Script=Han}/u;

/** A plain question of the kind when, where, who or how much, whose words and answer stand in an earlier message by someone else. */
function isInLog(text: string, author: string, before: readonly SpeakMessage[]): boolean {
  const kind = LOOK_UPS.find(({ asks }) => asks.test(text));
  if (!kind || TO_ONE.test(text)) return false;
  const terms = termsOf(text.replace(kind.asks, ' ')).filter((term) => !GENERIC.test(term));
  if (terms.length === 0) return false;
  return before.some((line) => {
    if (line.author === author || /[?？]|吗$/.test(line.text) || !kind.holds.test(fold(line.text))) return false;
    const said = new Set(termsOf(line.text));
    const shared = terms.filter((term) => said.has(term));
    return shared.length * 2 >= terms.length && (shared.length > 1 || HAN.test(shared[0] as string));
  });
}

/** Whether the group at large asks for what the AI member can surely give: a recap, a poll, a reminder, something said before. */
export function isOpenAsk(message: SpeakMessage, before: readonly SpeakMessage[]): boolean {
  const text = fold(message.text).trim();
  if (TO_ONE.test(text)) return false;
  return RECAP.test(text) || POLL.test(text) || REMIND.test(text) || RECALL.test(text) || isInLog(text, message.author, before);
}
