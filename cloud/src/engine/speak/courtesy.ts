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
/** Pieces of a nod, longest first: a clause made of nothing else is one. Taken off piece by piece, so that no length of 哈哈哈 costs more than its letters. */
const NODS =
  /(?:你|您)(?:真|太|好|最)?(?:是)?(?:棒|厉害|牛|聪明|好|贴心|专业|强)|you're welcome|works for me|sounds good|no problem|that works|all right|of course|perfect|awesome|alright|exactly|will do|got it|agreed|me too|right|i see|great|noted|haha+|okay|原来如此|原来这样|\+1|yeah|nope|sure|cool|nice|fine|hmm+|true|没问题|没关系|不客气|不用谢|应该的|是这样|真的?|有道理|说得对|yes|yep|yup|lol|wow|可以|ok|收到|知道|明白|了解|清楚|记下|记住|记好|没事|客气|同意|赞同|支持|厉害|爱你|笑死|不错|挺好|很好|太好|真好|真棒|太棒|好极|这样|非常|学到|辛苦|加油|no|np|oh|ah|好|行|中|成|对|是|嗯|恩|唔|哦|噢|喔|啊|哇|哈|呵|嘿|嘻|害|唉|哎|诶|k|懂|赞|棒|牛|逗|我|都|全|就|那|也|冲|1|[啊呀哦哟啦了吧呢哈嘛么呗的滴诶~ ]/g;
const isNod = (text: string): boolean => !/[\p{L}\p{N}]/u.test(text.replace(NODS, ''));
const DONE =
  /(?:没有?|没啥|没什么|不)(?:其他|其它|别的|更多|什么|啥)?(?:的)?(?:问题|疑问|事)(?:要问|想问|需要问)?|问完了|(?:我|就|先)*(?:没有|没什么|没啥)(?:了|要问的|别的)|有(?:问题|需要|事)(?:我)?(?:再|会)|不用了|不需要了|先这样|就这样|(?:问|帮|解答)[^,]{0,8}(?:这么|那么)多|\b(?:that's all|that is all|no more questions|nothing else|all good|i'm good|never ?mind)\b/;

const KINDS: readonly (readonly [Courtesy, RegExp])[] = [
  ['thanks', THANKS],
  ['farewell', FAREWELL],
  ['greeting', GREETING],
  ['acknowledgement', DONE],
];

/** What a clause does that wants no answer, if that is all it does. */
export function courtesyOf({ text, end }: Clause): Courtesy | undefined {
  const kind = KINDS.find(([, pattern]) => pattern.test(text))?.[0] ?? (isNod(text) ? 'acknowledgement' : undefined);
  return kind === 'acknowledgement' && end.includes('?') && !DONE.test(text) ? undefined : kind;
}

/** What a whole text does when all its clauses are of that kind; thanks and farewells outweigh the rest. */
export function onlyCourtesy(clauses: readonly Clause[]): Courtesy | undefined {
  const kinds = clauses.map(courtesyOf);
  if (kinds.includes(undefined)) return undefined;
  return KINDS.find(([kind]) => kinds.includes(kind))?.[0];
}
