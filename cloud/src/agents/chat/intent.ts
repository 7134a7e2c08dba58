import type { Skill } from '@shared/wire/aiRole';
import { wantsMemory, wantsPoll, wantsReminder } from './cardIntents';
import { wantsChallenge } from './challenge/wish';
import { aboutCheckins, type About } from './checkin/about';
import { dropsReminder, wantsPause } from './checkin/wish';
import { asksPlaces, asksTrip, changesTrip, wantsTrip } from './trip/wish';
import type { Locale, Range } from './types';

export type Intent =
  | { kind: 'recap'; range?: Range; topic?: string }
  | { kind: 'search'; queries: string[] }
  | { kind: 'who'; name?: string }
  | { kind: 'poll' | 'memory' | 'challenge' | 'trip' | 'tripEdit' | 'tripAsk' | 'places'; ask: string }
  /** `of`: the asker whose own it is. */
  | { kind: 'pause' | 'reminder'; ask: string; of?: string }
  | { kind: 'checkin'; about: About; ask: string; of?: string }
  | { kind: 'hello' | 'thanks' | 'abilities' | 'other' };

const RECAP = /总结|(?:理|捋|盘|顺)(?:一下|一理|一捋|一盘|清|个)|(?:哪些|什么|有啥)(?:事)?(?:已经|都)?(?:定|说定|敲定|决定)(?:了|下来)|(?:定|决定)(?:了|下来)(?:些|的)?(?:哪些|什么|啥)|(?:还)?(?:有)?(?:哪些|什么)(?:事)?(?:还)?没(?:定|决定|做|人答|回答)|回顾|概括|归纳|梳理|纪要|摘要|聊了?(?:些|点)?(?:什么|啥|哪些)|说了?(?:些|点)?(?:什么|啥|哪些)$|错过|补(?:一)?课|爬楼|没(?:来得及)?看(?:到|消息)?|讲到哪|聊到哪|进展(?:如何|怎么样)|\b(?:recap|summar(?:y|ize|ise)|catch(?: me)? up|tl;?dr|what(?:'s| is| has| have)?.{0,12}(?:miss(?:ed)?|going on|been said|happened|discussed)|what did (?:i|we) miss|minutes)\b/i;
const RANGES: readonly (readonly [RegExp, Range])[] = [
  [/错过|未读|没(?:来得及)?看|自?从?我?上次|\b(?:miss(?:ed)?|unread|since i (?:left|was))\b/i, 'unread'],
  [/(?:最近|这|近|过去)(?:两|二|2|几|三|3)天|昨天|\b(?:last|past) (?:two|2|few|three) days\b|yesterday/i, 'two-days'],
  [/今天|今日|今早|刚才|刚刚|\btoday\b|this (?:morning|afternoon|evening)/i, 'today'],
  [/(?:这|本|一|最近)(?:个)?(?:周|星期|礼拜)|\b(?:this|last|past) week\b/i, 'week'],
  [/全部|所有|一直以来|从头|从开始|\b(?:all|everything|from the (?:start|beginning))\b/i, 'all'],
];
const TOPIC = /(?:关于|有关)\s*[“"「]?(.{1,20}?)[”"」]?(?:的|方面|这件?事|这块|[，,。！!？?\s]|$)|\b(?:about|on|regarding)\s+(?:the\s+)?([^?.!,]{2,40})/i;
const THANKS = /^(?:谢谢|多谢|感谢|谢啦|辛苦(?:了|啦)?|thanks?|thank you|thx|ty|cheers)(?:你|啦|了|大家|小派|so much|a lot|very much)*[\s。！!.~～]*$/i;
const HELLO = /^(?:你好|您好|嗨|哈喽|hello|hi|hey|在吗|在不在|早(?:上好)?|晚上好|下午好|good (?:morning|afternoon|evening))(?:呀|啊|啦|there|everyone)*[\s。！!.?？~～]*$/i;
const ABILITIES = /你(?:都)?(?:会|能|可以)(?:做|干|帮)?(?:些|点|我们?|大家)*(?:做|干)?(?:什么|啥|哪些)|怎么用你|有什么功能|\b(?:what can you do|help|how do (?:i|we) use you)\b/i;
const QUESTION = /[？?]|谁|哪|什么|几点|多少|怎么|有没有|是不是|能不能|要不要|吗$|呢$|在哪|\b(?:who|what|when|where|which|how|did|does|is|are|was)\b/i;
const FIND = /^(?:请|麻烦)?(?:帮我?|给我)?(?:找|搜|查)(?:一下|一找|找|查)?|\b(?:find|search(?: for)?|look up)\b/i;
/** Who is here, and who does what. */
const WHO = /(?:派|群|这)(?:里|里面|儿|边)?(?:都|现在|一共)?有(?:谁|哪些人|几个人|多少人)|(?:成员|人员)(?:有|是|名单|都)|谁(?:都)?在(?:派|群)里|(?:派主|群主|管理员|创建者|组长)(?:都)?是(?:谁|哪)|谁是(?:派主|群主|管理员)|谁(?:都)?(?:负责|管)(?:什么|啥|哪些)|(?:每个人|大家|各自|各位)(?:都|各)?(?:负责|分工|要做|该做)(?:的)?(?:什么|啥|哪些)?|(?:怎么|咋)分工|\bwho(?:'s| is| are)? (?:here|who|in (?:this|the) (?:group|pai)|the (?:owner|admins?)|does what|doing what|responsible for what)\b|\bwho(?:'s| is)? who\b|\bmembers?\b.{0,12}\b(?:here|list)\b/i;
const DOES = /^(.{1,20}?)(?:要|该|得|需要|负责|答应|说(?:要|过要)?)(?:去)?(?:做|干|办|带|买|准备|管)?(?:些|点|的)?(?:什么|啥|哪些)(?:事)?[？?。\s]*$/;
/** Asks for an act or for making something up: nothing the messages can answer. */
const ACT = /(?:提醒|设个?闹钟|定时|订(?:个|一)|下单|付款|转账|发(?:邮件|红包)|画(?:一|个|张)|写(?:一|首|个|篇)|讲(?:个|一)|唱|翻译|拉黑|踢|禁言|改名|删(?:除|掉))|\b(?:remind|set an? (?:alarm|timer|reminder)|book|order|pay|draw|write|translate|kick|delete)\b/i;
/** A question of so few characters says too little by itself. */
const LEANS = 6;
const POLITE = /^(?:@\S+\s*)+|^(?:请问|请|麻烦|帮忙?|那|那么|嗯|哎|小派)[，,\s]*/;

/** The words of an ask without the call to the AI member. */
export function askOf(text: string, selfName: string): string {
  let ask = text.split(`@${selfName}`).join(' ').trim();
  if (selfName !== '' && ask.startsWith(selfName)) ask = ask.slice(selfName.length).replace(/^[，,：:\s]+/, '');
  return ask.replace(POLITE, '').trim();
}

const rangeOf = (ask: string): Range | undefined => RANGES.find(([pattern]) => pattern.test(ask))?.[1];

function topicOf(ask: string): string | undefined {
  const hit = TOPIC.exec(ask);
  const topic = (hit?.[1] ?? hit?.[2])?.trim();
  return topic && rangeOf(topic) === undefined ? topic : undefined;
}

/** Of a challenge that runs, whatever else its words look like. */
const ABOUT_ONE: readonly (About | undefined)[] = ['own', 'week', 'manage'];

/** A card an ask calls for. */
function actOf(ask: string): Intent | undefined {
  if (wantsPoll(ask)) return { kind: 'poll', ask };
  if (wantsReminder(ask) || dropsReminder(ask)) return { kind: 'reminder', ask };
  if (wantsPause(ask)) return { kind: 'pause', ask };
  if (wantsChallenge(ask) && !ABOUT_ONE.includes(aboutCheckins(ask))) return { kind: 'challenge', ask };
  if (wantsTrip(ask)) return { kind: 'trip', ask };
  if (changesTrip(ask)) return { kind: 'tripEdit', ask };
  return wantsMemory(ask) ? { kind: 'memory', ask } : undefined;
}

const MOST_QUESTIONS = 3;

/** The questions of an ask. A short one leans on the first: “住哪里定了吗？多少钱？” asks what the place costs. */
function questionsIn(ask: string): string[] {
  const questions = ask.split(/(?<=[？?])/).map((question) => question.trim()).filter((question) => /[\p{L}\p{N}]/u.test(question));
  const [first = ask, ...rest] = questions;
  return [first, ...rest.map((question) => ([...question].length <= LEANS ? `${first} ${question}` : question))].slice(0, MOST_QUESTIONS);
}

/** What an ask wants, by rules. */
export function intentOf(ask: string): Intent {
  if (ask === '' || HELLO.test(ask)) return { kind: 'hello' };
  if (THANKS.test(ask)) return { kind: 'thanks' };
  if (ABILITIES.test(ask)) return { kind: 'abilities' };
  const range = rangeOf(ask);
  const topic = topicOf(ask);
  const act = actOf(ask);
  if (act) return act;
  const about = aboutCheckins(ask);
  if (about) return { kind: 'checkin', about, ask };
  if (asksTrip(ask)) return { kind: 'tripAsk', ask };
  if (asksPlaces(ask)) return { kind: 'places', ask };
  if (WHO.test(ask)) return { kind: 'who' };
  if (RECAP.test(ask) && !ACT.test(ask)) return { kind: 'recap', ...(range ? { range } : {}), ...(topic ? { topic } : {}) };
  if (ACT.test(ask) && !QUESTION.test(ask)) return { kind: 'other' };
  const doer = DOES.exec(ask)?.[1];
  if (doer !== undefined && !/谁|哪|什么|我|你|大家/.test(doer)) return { kind: 'who', name: doer.trim() };
  if (FIND.test(ask)) return { kind: 'search', queries: [ask.replace(FIND, '').trim() || ask] };
  if (QUESTION.test(ask)) return { kind: 'search', queries: questionsIn(ask) };
  return topic ? { kind: 'recap', ...(range ? { range } : {}), topic } : { kind: 'other' };
}

/** The language of an ask: Chinese when it has a Chinese character, English when its letters are Latin, else `otherwise`. */
export function languageOf(text: string, otherwise: Locale): Locale {
  if (/\p{Script=Han}/u.test(text)) return 'zh';
  return /\p{Script=Latin}{2}/u.test(text) ? 'en' : otherwise;
}

const SKILLS: Partial<Record<Intent['kind'], Skill>> = { recap: 'recap', search: 'search', who: 'search', poll: 'poll', reminder: 'reminder', memory: 'memory', challenge: 'supervision', trip: 'itinerary', tripEdit: 'itinerary', tripAsk: 'itinerary', places: 'itinerary', checkin: 'supervision', pause: 'supervision' };

/** The skill an ask needs; looking things up where it is nothing in particular. */
export const skillFor = (ask: string): Skill => SKILLS[intentOf(ask).kind] ?? 'search';
