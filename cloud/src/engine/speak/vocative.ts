import type { Clause } from './clauses';
import { isAsk } from './ask';
import { nameAt, type Names } from './names';

/** What may stand before a name in an address: interjections, greetings, thanks. */
const LEAD =
  /^(?:(?:嗨+|嘿+|喂+|哎+呀?|诶+|欸+|哈喽|哈啰|嗯+|哦+|啊+|你好呀?|您好|那个|那么?|然后|对了|话说|请问|请|麻烦|拜托|求求?|谢谢|谢啦|多谢|感谢|辛苦了?|好的?|早安?|早上好|晚上好|下午好|晚安|再见|拜拜|亲爱的|我的|ok(?:ay)?|hey|hi|hello|yo|dear|thanks?(?: you)?|thank you|please|pls|sorry|so|and|well|but|good (?:morning|night|evening)|bye) *)+/;

const VERB =
  '帮|请|麻烦|拜托|告诉|告知|来|出来|快|别|不要|先|再|继续|闭嘴|停|安静|住口|住嘴|推荐|介绍|总结|归纳|整理|汇总|翻译|提醒|记|统计|发起|发|建|开|设|解释|说明|分析|列|写|画|做|算|查|找|搜|看|选|挑|订|安排|讲|说|报|念|猜|评|回答|回复|投票|抽|点名|打卡|排|改|换|删|取消|加|讲';
/** Verbs that also tell what someone did: a command only when softened or doubled. */
const COMMAND = new RegExp(
  `^(?:帮|请|麻烦|拜托|告诉|告知|快|别|不要|先|再|继续|闭嘴|停|安静|住口|住嘴|出来|推荐|介绍|提醒(?:我|一下|下|大家|我们|咱)|给(?:我|我们|大家|他|她|咱|个|点)|来(?:个|一|点|首|段|算|讲|说|帮|看|吧|呀|$)|(${VERB})(?:一下|下|个|一?\\1)|(?:总结|归纳|整理|汇总|翻译|投票|发起|取消|列|发(?!现|生|烧|疯|火|呆)|建|开(?!心|始|玩笑|口|会)|写|画|做(?!梦|主)|算(?!是)|查|找|搜|订|记|加|删|设)(?!了|过|的|得|好|完|出来|错|不|没|到|起来)|出(?:个|一|来|题|份|张)|陪(?:我|大家|聊)|救(?:命|我|急|场)|问(?:你|您)|唱歌|把(?![^,]*(?:了|吗|的)$)[^,]*(?:一下|一遍|下|出来|给|发|删|改|关|列|整理|再))`,
);
/** A verb of any kind, made a request by what follows it: AA一下, 投个票, 唱首歌. */
const SOFTENED = /^(?![是有像叫这那上每两几第好一又都还没])[^,的了过得是有]{1,5}?(?:一下|下$|一(?:遍|次|首|段|个)|个(?![人月]都)|[首段句张份遍](?=\p{Script=Han}))/u;
/** A question about the world: its "what" is not what the bearer of the name does. */
const OF_THE_WORLD = /^(?:这|那|附近|周边|旁边|今|明|后天|大后天|周|星期|本周|下周|现在|最近|从|去|到|离|北京|上海)[^,]*(?:什么|哪|几|多少|多远|多久|谁|怎么(?:做|办|走|去|弄|用|样|坐|买|回事)|下雨|天气|冷不冷|热不热)/;
/** … unless it asks for what the bearer said or did. */
const OF_ITSELF = /(?:说|讲|回复?|回答|推荐|总结|提醒|算|发|写|给)(?:的|了|过)|怎么(?:又|老|还|不|没|这么|那么)/;
const SECOND = /^(?:你|您|能不能|能否|可不可以|可否|可以不可以|有没有|在(?:吗|么|不在|不|嘛)|我(?:想|要|们|的|可以|能|需要|该|应该|今天|明天)|咱|什么时候|几点|几号|谁|哪|多少|为什么(?!又|老|总|不|没|这么|那么)|怎么(?!了|回事|又|这么|那么|还|不|没|老|总|样|说|会|知道|想|变|突然)|那(?![个边条次天样些种家年时里])|早|晚安|好$|起床)/;
const ABLE = /^(?:能|可以|会|知道|知不知道|记得|记不记得|觉得)/;
const EN_CALL =
  /^(?:(?:can|could|would|will|do|did|are|have) (?:you|u|we|i|anyone|someone|it)|what|when|where|who|how|why|which|is (?:there|it|the)|are there|please|pls|plz|tell|give|show|find|help|remind|summari[sz]e|recap|list|make|create|start|book|check|look|search|explain|translate|write|draw|stop|shut up|be quiet|you|i (?:need|want)|we (?:need|want)|let|any|read|add|set|count|pick|choose|recommend|suggest|plan|note|save|answer|repeat|thanks?|thank you|good (?:morning|night))\b/;
/** What is told of somebody: a thing done, with its result. */
const TOLD = /^(?:帮|给|替|请|推荐|介绍|告诉|总结|整理|翻译|提醒)[^,]{0,10}(?:好了|过了?|完了|出来了|错了|的|得)|^(?:帮|给|提醒|告诉|推荐|介绍)(?!.*(?:一下|下|个|吧|呗))[^,]*了$|^(?:你|您)好(?:像|多|笨|厉害)/;
/** After a pause: told to do something, or what the speaker is about, as one says to somebody's face. */
const PAUSED = /^(?:(?:换|改|删|加|减|少|去掉|拿掉|挪|移|调|取消|跳过|提前|推迟|把)(?!.*(?:[的过]|吗|[错好完]了?|得.{1,4})$)|(?!.*(?:昨|前天|刚|已经?|上次|总|老|又|也|都|每次)).{0,12}(?:提醒|叫|喊)(?:我|我们|大家|咱)|我(?!.{0,4}(?:用|试|问|觉得|喜欢|讨厌|信|关|看|听)))/;
const NAMING = /^(?:这个(?:名字|ai|机器人|东西|助手)|这名字|就是(?!说)|是(?:谁|什么|个|一))/;

/** Whether what follows a name at the start of a clause speaks to its bearer. */
function speaksTo(tail: string, clause: Clause): boolean {
  const rest = tail.trimStart();
  const paused = rest.length < tail.length;
  if (TOLD.test(rest) || NAMING.test(rest)) return false;
  if (COMMAND.test(rest) || SECOND.test(rest) || EN_CALL.test(rest) || SOFTENED.test(rest)) return true;
  if (paused && PAUSED.test(rest)) return true;
  if (OF_THE_WORLD.test(rest) && !OF_ITSELF.test(rest)) return true;
  const asks = isAsk([{ text: rest, end: clause.end }]);
  if (ABLE.test(rest)) return asks && (paused || /吗|么|不|[我咱]|\?/.test(rest + clause.end));
  return paused && asks && /[\u3400-\u9fff]/.test(rest[0] ?? '') && !/^(?:是|说|昨|又|也|都|还|已经|真|太|挺|很|的|和|跟|被|把|在|会|不|没)/.test(rest);
}

const SOFT_END = /(?:[吧呢吗呀啊呗哦啦嘛么]|一下|下|谢谢|多谢|辛苦了?|[好早晚]安?|再见|拜拜)$/;

/** A name at the end of a clause: 几点集合呀小派. */
function closesWith(clause: Clause, names: readonly string[], rivals: readonly string[]): boolean {
  const name = names.find((own) => clause.text.endsWith(own) && nameAt(clause.text, clause.text.length - own.length, [own], rivals) !== undefined);
  if (name === undefined) return false;
  const before = clause.text.slice(0, -name.length);
  if (/[\u3400-\u9fff]$/.test(before)) return SOFT_END.test(before);
  return /\s$/.test(before) && isAsk([{ text: before.trim(), end: clause.end }]) && !/\b(?:to|about|of|with|for|ask|asked|tell|told|use|used|tried?|and|or|is|was|the|called?|问|用|找|叫|跟|和|是)\s+$/.test(before);
}

/** 我想问小派，… */
const asksOf = ({ text }: Clause, names: readonly string[]): string | undefined =>
  names.find((name) => /^(?:那)?我(?:想|要|来)?(?:问|请教|求)(?:一下|下|问)?$/.test(text.split(name)[0] ?? '') && /^[哈啊呀哦哟]?$/.test(text.split(name)[1] ?? '-'));

function addresses(clause: Clause, index: number, clauses: readonly Clause[], names: readonly string[], rivals: readonly string[]): boolean {
  const at = nameAt(clause.text, 0, [...names, ...rivals].sort((a, b) => b.length - a.length)) === undefined ? (LEAD.exec(clause.text)?.[0].length ?? 0) : 0;
  const name = nameAt(clause.text, at, names, rivals);
  if (name === undefined) return closesWith(clause, names, rivals) || asksOf(clause, names) !== undefined;
  const tail = clause.text.slice(at + name.length).replace(name, (again, offset: number) => (offset === 0 ? '' : again));
  if (/^[呀啊哟哎诶吖酱~ ]*$/.test(tail)) return !NAMING.test(clauses[index + 1]?.text ?? '');
  return speaksTo(tail, clause);
}

/** The place of the first clause that uses one of the names to speak to its bearer, not about them; Infinity when none does. */
export function spokenToAt(clauses: readonly Clause[], names: readonly string[], rivals: readonly string[]): number {
  const place = names.length === 0 ? -1 : clauses.findIndex((clause, index) => addresses(clause, index, clauses, names, rivals));
  return place < 0 ? Infinity : place;
}

/** Whether a text has `@` before one of the names. */
export function isAtted(folded: string, { own, others }: Names): boolean {
  for (let i = folded.indexOf('@'); i >= 0; i = folded.indexOf('@', i + 1)) {
    if (/[a-z0-9._-]/.test(folded[i - 1] ?? '')) continue;
    if (nameAt(folded, i + 1, own, others) !== undefined) return true;
  }
  return false;
}
