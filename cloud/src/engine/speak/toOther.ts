import { MENTION_ALL } from '../../../../shared/domain/mention';
import { fold } from '../text/fold';
import type { Clause } from './clauses';
import { nameAt, type Names } from './names';
import type { Self, SpeakMessage } from './types';
import { spokenToAt } from './vocative';

/* Most Chinese surnames by bearers: 老王, 小李, 张总 are people wherever they stand before a pause. */
const SURNAME = '[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]';
const TITLE = '(?:总|哥|姐|叔|伯|婶|姨|爷|奶|老师|同学|经理|主任|医生|大夫|师傅|教练|队长|班长|工|导|董|局|处|老板)';
const KIN = '(?:老?爸爸?|老?妈妈?|爹|娘|哥哥?|姐姐?|弟弟?|妹妹?|爷爷|奶奶|外公|外婆|姥姥|姥爷|老公|老婆|媳妇|叔叔?|阿姨|舅舅?|姑姑?|婶婶?|伯伯|师傅|老师|老板|班长|队长|组长|群主|兄弟|哥们儿?|姐妹|宝贝|宝宝)';
/** Somebody spoken to at the start: 老王，…  张总你…  妈，… */
const SOMEBODY = new RegExp(`^(?:[嘿嗨喂诶哎]|那个|请问|谢谢|辛苦)?(?:[老小阿大]${SURNAME}|${SURNAME}${TITLE}|${KIN})(?=$|[,!?~:]|你(?!好)|您(?!好)|咱)`);
/** Tom, can you …: a Latin word that is no interjection, before a question to "you". */
const LATIN_SOMEBODY =
  /^(?:(?:hey|hi|hello|yo) )?(?!(?:ok|okay|hi|hey|yes|yeah|no|so|well|and|but|also|please|thanks|now|then|hello|hmm|oh|ah|wow|cool|great|nice|sure|right|sorry|actually|anyway|btw|guys|all|everyone|folks|team|there|look|wait|again|first|finally|today|tomorrow|tonight)\b)[a-z][a-z'-]+, (?:can|could|would|will|do|did|are|have|when|where|what|how|why)\b[^,]*\byou\b/;

const EVERYBODY = '(?:所有人|全体|大家|各位|all\\b|everyone\\b|here\\b)';
const AT_ALL = new RegExp(`@${EVERYBODY}`);
const AT_ONE = new RegExp(`(?<![a-z0-9._-])@(?!${EVERYBODY})(?=\\S)`, 'g');

/** An `@` with a name that is none of its own. */
function attsAnother(folded: string, { own, others }: Names): boolean {
  return [...folded.matchAll(AT_ONE)].some((hit) => nameAt(folded, hit.index + 1, own, others) === undefined);
}

/** The message that is quoted, where it is known. */
export const quotedBy = (message: SpeakMessage, before: readonly SpeakMessage[]): SpeakMessage | undefined =>
  message.replyTo == null ? undefined : before.findLast(({ id }) => id === message.replyTo);

/** Whether the structure of a message points to other people: mention, `@`, quote. */
export function pointsToOther(message: SpeakMessage, before: readonly SpeakMessage[], self: Self, names: Names): boolean {
  if (message.mentions?.some((id) => id !== self.id && id !== MENTION_ALL)) return true;
  if (attsAnother(fold(message.text), names)) return true;
  const quoted = quotedBy(message, before);
  return quoted !== undefined && quoted.author !== self.id && quoted.author !== message.author;
}

/** The place of the first clause that speaks to other people, by name or by what they are to the speaker; Infinity when none does. */
export function otherSpokenToAt(clauses: readonly Clause[], { own, others }: Names): number {
  const first = clauses[0];
  if (first !== undefined && nameAt(first.text, 0, own) === undefined) {
    const opening = clauses.map(({ text, end }) => text + end).join(' ');
    if (SOMEBODY.test(first.text) || (LATIN_SOMEBODY.test(opening) && !own.some((name) => first.text.endsWith(name)))) return 0;
  }
  return spokenToAt(clauses, others, own);
}

/** A message to everybody at once. */
export const isToAll = (message: SpeakMessage): boolean => message.mentions?.includes(MENTION_ALL) === true || AT_ALL.test(fold(message.text));
