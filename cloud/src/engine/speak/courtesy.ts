import type { Clause } from './clauses';

export type Courtesy = 'thanks' | 'greeting' | 'farewell' | 'acknowledgement';

const PARTICLE = '[啊呀哦哟啦了吧呢哈嘛呗的滴诶~ ]*';

const THANKS =
  /谢|感激|感恩|辛苦(?:你|您|大家|啦|了|$)|(?:麻烦|打扰)(?:你|您|大家)?(?:了|啦)|添麻烦|帮(?:了)?(?:我|我们)?(?:个)?大忙|\b(?:thanks?|thx|tks|ty|cheers|appreciate|much obliged)\b|^3q$/;
const GREETING = new RegExp(
  `^(?:(?:大家|各位|你|您|你们|朋友们|小伙伴们|hi|hello|亲)?(?:早上|上午|中午|下午|晚上)?(?<=[家位你您们友伴亲早上午晚])好|早(?:安|上好)?|嗨+|嘿+|喂+|哈喽|哈啰|在(?:吗|么|不在|不)|有人(?:在)?(?:吗|么)|hi+|hello|hey|yo|good (?:morning|afternoon|evening|day)|morning|anyone here|(?:hi|hello|hey|good (?:morning|evening)) (?:all|everyone|guys|there|folks|team))${PARTICLE}$`,
);
const FAREWELL = new RegExp(
  `^(?:(?:那|我|大家)?(?:先)?(?:再见|拜拜|拜|回见|回头见|明天见|明儿见|一会儿?见|待会儿?见|下次见|改天聊|晚安|886?|下线|走|撤|睡)|(?:good ?)?bye(?: ?bye)?|see (?:you|ya)(?: (?:later|tomorrow|there|all|soon))?|good ?night|gn|cya|later|take care)${PARTICLE}$`,
);
const ACK = new RegExp(
  `^(?:(?:好|行|可以|没问题|中|成|对|是|嗯|恩|唔|哦|噢|喔|啊|哇|哈|呵|嘿|嘻|害|唉|哎|诶|ok|okay|k|收到|知道|明白|了解|清楚|懂|记下|记住|记好|没事|没关系|不客气|不用谢|应该的|客气|同意|赞同|支持|赞|棒|厉害|牛|(?:你|您)(?:真|太|好|最)?(?:是)?(?:棒|厉害|牛|聪明|好|贴心|专业|强)|爱你|笑死|逗|不错|挺好|很好|太好|真好|真棒|太棒|好极|原来如此|这样|原来这样|是这样|我|都|全|就|那|也|真的?|非常|有道理|说得对|学到|辛苦|加油|冲|\\+1|1|yes|yeah|yep|yup|no|nope|sure|right|got it|i see|cool|great|nice|perfect|awesome|fine|alright|all right|agreed|noted|np|no problem|you're welcome|lol|haha+|wow|oh|ah|hmm+|of course|sounds good|me too|exactly|true|will do|that works|works for me)${PARTICLE})+$`,
);
const DONE =
  /(?:没有?|没啥|没什么|不)(?:其他|其它|别的|更多|什么|啥)?(?:的)?(?:问题|疑问|事)(?:要问|想问|需要问)?|问完了|(?:我|就|先)*(?:没有|没什么|没啥)(?:了|要问的|别的)|有(?:问题|需要|事)(?:我)?(?:再|会)|不用了|不需要了|先这样|就这样|(?:问|帮|解答)[^,]{0,8}(?:这么|那么)多|\b(?:that's all|that is all|no more questions|nothing else|all good|i'm good|never ?mind)\b/;

const KINDS: readonly (readonly [Courtesy, RegExp])[] = [
  ['thanks', THANKS],
  ['farewell', FAREWELL],
  ['greeting', GREETING],
  ['acknowledgement', ACK],
  ['acknowledgement', DONE],
];

/** What a clause does that wants no answer, if that is all it does. */
export function courtesyOf({ text, end }: Clause): Courtesy | undefined {
  const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0];
  return kind === 'acknowledgement' && end.includes('?') && !DONE.test(text) ? undefined : kind;
}

/** What a whole text does when all its clauses are of that kind; thanks and farewells outweigh the rest. */
export function onlyCourtesy(clauses: readonly Clause[]): Courtesy | undefined {
  const kinds = clauses.map(courtesyOf);
  if (kinds.includes(undefined)) return undefined;
  return KINDS.find(([kind]) => kinds.includes(kind))?.[0];
}
