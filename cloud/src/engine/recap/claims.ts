import { ACT, NO_ACT } from './acts';
import { asks } from './asking';
import { verbAfter } from './between';
import { briefSentences, plain } from './clauses';
import { dueIn } from './due';
import type { People } from './people';
import type { RecapMessage } from './types';

/** Something somebody is to do. */
export interface Claim {
  text: string;
  owner: string | null;
  due: string | null;
  /** The verb, by which a later 不用… or 我不…了 takes it back. */
  verb: string;
}

/** After 来 and 负责 any verb is a task; after 去 it may be a place. */
const ANY = '(?<=(?:来|负责))(?!自|年|的|得|到|世|哪|着)\\p{Script=Han}(?=[\\p{Script=Han}\\d])';
const MINE = new RegExp(`(?<verb>${ACT}|${ANY})(?!不|没|得(?!把))`, 'uy');
const YOURS = new RegExp(`(?<verb>${ACT}|${ANY})(?!不|没)`, 'uy');
/** 我 as the one who does it, whatever is done standing before it: 酒店我来订. */
const I = /(?<![给帮让跟叫等和把被对向找问教借陪骂请像比替到交发归是|算])我(?!们|的|记得|家|妈|爸|哥|姐|弟|妹|爷|奶|同事|朋友|室友|觉得|以为|想|说|看(?:好像|是)|靠|擦|哪|不|没|又不|也不|也没|从来|去[，,！!。~～]|去$|们都)/gu;
const SAYS_MINE = /\S{2,}(?:包在我身上|交给我(?:吧|了|就行)?$|我负责$|我来$|算我的$)/;
/** Without a subject it is still the speaker who will: 马上转, 给你带一根. */
const DROPPED = new RegExp(`^(?:(?:马上|这就|现在就|立马|回头|待会儿?|等会儿?|晚点|一会儿?)(?:就|去|来|再|给你们?|给大家|把.{1,10}){0,2}|(?:给|帮)(?:你们?|大家))(?<verb>${ACT})`);
const EN_MINE = /\b(?:i'?ll|i will|i'?m going to|i can|let me)\s+(?:also\s+)?(?!(?:be|see|think|try|not|never|go to bed)\b)(?<verb>[a-z]{2,})\s+\S+/i;
const EN_YOURS = /^[\s,:]*(?:please|can you|could you|will you|would you|you(?:'?ll| will| should| need to)?|needs? to|has to|will|is (?:going to|in charge of))\s+(?<verb>[a-z]{2,})/i;
/** A question in form only. */
const EN_REQUEST = /^\s*(?:please\s+)?(?:can|could|will|would) you (?:please |also )?(?!be\b|see\b|make it\b|come\b|hear\b)(?<verb>[a-z]{2,})/i;
const EN_OURS = /\b(?:remember to|don'?t forget to|please|everyone (?:should|must|needs to)|we (?:need|have) to|must)\s+(?<verb>[a-z]{2,})/i;

const YOU = /^(?:那|那么|就|对了|麻烦|请|辛苦)?(?:你|您)(?=把|去|来|负责|记得|别忘|帮|先|也把|顺便|到时候|统计|联系|准备|安排|订|买|查)/;
/** What a name is followed by before it is told what to do. */
const CALLED = /^(?:你|您|就|，|,|:|：|\s|哥|姐|老师|总|叔|阿姨)*/;
const ALL = new RegExp(`(?:大家|各位|每个?人|所有人|全体|都|各自|统一|记得|别忘了?|务必|请|抓紧|需要|要|得|必须|麻烦|截止).{0,18}?(?<verb>${ACT})`);
const EVERYBODY = /大家|各位|每个?人|所有人|全体|记得|别忘|\b(?:please|everyone|remember|forget)\b/i;
const BY = /(?:之?前|以前|截止)/;
const HANDED = new RegExp(`(?:之?前|以前|截止)[^，]{0,10}?(?<verb>${ACT})`);

const NOT_NOW = /没(?:有)?(?:来得及|空)|不(?:用|必|要|想|去|来|会|能|了|行)|甭|已经|刚(?:刚|才)?|昨|前天|上(?:周|次|个?月|回)|去年|如果|要是|万一|当时|以前|小时候|(?:可以|能|行|好)(?:吗|不$)|要不|可能|也许|大概|估计|\b(?:already|yesterday|last (?:week|night)|if|used to|don'?t (?:need|want)|won'?t|can'?t)\b/i;
/** Done already, where nothing says that it is about to be done. */
const DONE = /(?<!马上|这就|把.{1,12})了$|过了?$|着呢$|的$/;

interface Verb {
  verb: string;
  at: number;
}

function verbIn(match: RegExpExecArray | null): Verb | undefined {
  const verb = match?.groups?.verb;
  return verb === undefined || match === null ? undefined : { verb, at: match.index + match[0].length - verb.length };
}

/** The verb, where it stands for a task. */
function taskOf(text: string, found: Verb | undefined): string | undefined {
  if (found === undefined) return undefined;
  const { verb, at } = found;
  const end = at + verb.length;
  if (/[不没未]$/.test(text.slice(0, at))) return undefined;
  if (/^(?:[了着]|过(?!来|去))/.test(text.slice(end)) && !/把/.test(text.slice(0, at))) return undefined;
  return NO_ACT.test(text.slice(at, end + 3)) ? undefined : verb;
}

function mine(line: string): string | undefined {
  if (SAYS_MINE.test(line)) return '负责';
  for (const hit of line.matchAll(I)) {
    const rest = line.slice(hit.index + 1);
    const verb = taskOf(rest, verbAfter(rest, MINE));
    if (verb !== undefined) return verb;
  }
  return taskOf(line, verbIn(DROPPED.exec(line))) ?? EN_MINE.exec(line)?.groups?.verb;
}

/** Who is to do something is said in a short clause. */
const LONGEST = 40;

interface Found {
  owner: string | null;
  verb: string;
}

/** Somebody is asked by name, wherever the name stands: 饭店胖子订一下. */
function named(line: string, people: People, speaker: string): Found | undefined {
  const hit = people.namedIn(line);
  if (hit === undefined || (hit.author === speaker && !/^\p{Script=Latin}/u.test(line))) return undefined;
  if (/[给帮让跟叫等和把被对向找问陪替像比听带送接教喂看夸谢]$/.test(line.slice(0, hit.start)) && !/(?:让|叫|请)$/.test(line.slice(0, hit.start))) return undefined;
  const rest = line.slice(hit.end);
  const told = rest.replace(CALLED, '');
  const verb = taskOf(told, verbAfter(told, YOURS)) ?? EN_YOURS.exec(rest)?.groups?.verb;
  return verb === undefined ? undefined : { owner: hit.author, verb };
}

/** Everybody, or nobody in particular, is to do something by a time that the clause names. */
function everybody(line: string): Found | undefined {
  if (/吧$|怎么样$/.test(line)) return undefined;
  const match = ALL.exec(line) ?? (BY.test(line) ? HANDED.exec(line) : null);
  const verb = taskOf(line, verbIn(match)) ?? EN_OURS.exec(line)?.groups?.verb;
  return verb === undefined || (!EVERYBODY.test(line) && dueIn(line) === null) ? undefined : { owner: null, verb };
}

/** What one clause asks of somebody. `addressee` is whom 你 means. */
function foundIn(part: string, speaker: string, people: People, addressee: string | null): Found | undefined {
  const line = plain(part);
  if ([...line].length > LONGEST) return undefined;
  const please = addressee === null ? undefined : EN_REQUEST.exec(part)?.groups?.verb;
  if (please !== undefined) return { owner: addressee, verb: please };
  if (asks(part) || NOT_NOW.test(line.replace(/(\p{Script=Han})不\1/gu, ''))) return undefined;
  const isOver = DONE.test(line) && !/把|别忘/.test(line);
  const byName = isOver ? undefined : named(line, people, speaker);
  if (byName !== undefined) return byName;
  if (isOver && !/^(?:那|好)/.test(line)) return undefined;
  const own = mine(line);
  if (own !== undefined) return { owner: speaker, verb: own };
  const you = addressee === null ? undefined : YOU.exec(line)?.[0];
  const asked = line.slice(you?.length);
  const verb = you === undefined ? undefined : taskOf(asked, verbAfter(asked, YOURS));
  if (verb !== undefined) return { owner: addressee, verb };
  return everybody(line);
}

/** Whom 你 means in a message: whoever it names, else whom it answers. */
const addresseeOf = (message: RecapMessage, people: People, before: string | null): string | null => {
  const hit = people.namedIn(message.text);
  return hit !== undefined && hit.author !== message.author ? hit.author : before;
};

/**
 * What somebody is to do by a message: an action with an owner or a time. One for each owner in a sentence. `before` is
 * the author of the message it answers.
 */
export function claimsIn(message: RecapMessage, people: People, before: string | null): Claim[] {
  const addressee = addresseeOf(message, people, before);
  return briefSentences(message.text).flatMap(({ text, parts }) => {
    const claims = new Map<string | null, Claim>();
    for (const part of parts) {
      const found = foundIn(part, message.author, people, addressee);
      if (found === undefined || claims.has(found.owner)) continue;
      const due = dueIn(part) ?? dueIn(text);
      if (found.owner !== null || due !== null) claims.set(found.owner, { text, owner: found.owner, due, verb: found.verb });
    }
    // beside a task with an owner, what else the sentence says is part of it
    return [...claims.values()].filter(({ owner }) => owner !== null || claims.size === 1);
  });
}
