import { fold } from '../text/fold';
import { termsOf } from '../text/terms';
import { agrees, echoes } from './agreement';
import { asks, endsAsking } from './asking';
import { partsOf, sentencesWithParts } from './clauses';
import { dueIn } from './due';
import { Follow, type Later } from './follow';
import type { Cited, RecapMessage } from './types';

const WITHIN_SECONDS = 6 * 3600;

const RHETORICAL = /^(?:是吗|真的吗|对吗|好吗|是不是|对吧|不是吗|啥|什么|嗯|哈+|怎么样|在吗|干嘛|为什么呢|really|what|huh|right|are you there)[？?！!。~～]*$|怎么可能|难道|何必|谁知道呢|你说呢/i;
const FEWEST_TERMS = 1;
const SHORTEST = 4;

type Kind = 'who' | 'when' | 'number' | 'yes-no' | 'other';

function kindOf(text: string): Kind {
  if (/谁|\bwho\b/i.test(text)) return 'who';
  if (/什么时候|几点|哪天|几号|周几|\bwhen\b|what time/i.test(text)) return 'when';
  if (/多少|几(?:个|人|块|份|位|本|张)|多久|多远|\bhow (?:many|much|long|far)\b/i.test(text)) return 'number';
  if (/吗|有没有|要不要|能不能|可不可以|是不是|行不行|会不会|([\p{Script=Han}])不\1|[不没][？?]?$|\b(?:is|are|do|does|did|can|could|will|would|shall|should|has|have)\b.*\?/iu.test(text)) return 'yes-no';
  return 'other';
}

const ANSWERS: Record<Exclude<Kind, 'other'>, RegExp> = {
  who: /我|\b(?:i|me)\b|@|他|她|来/i,
  when: /\d|[一二两三四五六七八九十]点|早|晚|天|周|号|\b(?:at|on|after|before)\b/i,
  number: /\d|[一二两三四五六七八九十百千万半]/,
  'yes-no': /^(?:有|没|是|不|能|会|可以|要|好|行|对|嗯|应该|可能|还|已经|想多|我(?:也|要|有|能|会|可以|去|来|不|没|看|觉得)|yes|no|yeah|nope|sure|of course|maybe|i )/i,
};

function isQuestion({ text, parts }: { text: string; parts: readonly string[] }): boolean {
  return parts.some(asks) && !RHETORICAL.test(text.trim()) && text.length >= SHORTEST && termsOf(text).length >= FEWEST_TERMS;
}

const SUGGESTS = /^[^谁哪什啥几多怎]{1,12}[？?]$/;
/** An answer of one word fits whatever was asked. */
const CURT = 8;

function answers(question: string, terms: ReadonlySet<string>, next: Later, isFirst: boolean, names: readonly string[]): boolean {
  const { text } = next.message;
  if (next.quotes) return !endsAsking(text) || !/^(?:同问|\+1|same)/i.test(text);
  const kind = kindOf(question);
  if (kind === 'other' && SUGGESTS.test(text)) return true;
  if (kind === 'yes-no' && partsOf(text).slice(0, 1).some((part) => echoes(part, question) || agrees(part))) return true;
  if (endsAsking(text)) return false;
  if (termsOf(text).some((term) => terms.has(term))) return true;
  if (kind === 'other') return isFirst;
  if (kind === 'yes-no' && isFirst && [...text].length <= CURT) return true;
  if (kind === 'when' && dueIn(text) !== null) return true;
  if (kind === 'who' && names.some((name) => name !== '' && text.includes(name))) return true;
  return ANSWERS[kind].test(fold(text.trim()));
}

/** Questions to others that nobody answered. In doubt a question counts as answered. */
export function questionsIn(messages: readonly RecapMessage[]): Cited[] {
  const follow = new Follow(messages);
  const names = [...new Set(messages.map((message) => message.author))];
  return messages.flatMap((message, index) => {
    const text = sentencesWithParts(message.text).filter(isQuestion).at(-1)?.text;
    if (text === undefined) return [];
    if (SUGGESTS.test(text) && endsAsking(messages[index - 1]?.text ?? '')) return [];
    const terms = new Set(termsOf(text));
    const later = follow.by(index, WITHIN_SECONDS);
    const isAnswered = later.some((next, i) => answers(text, terms, next, i === 0, names));
    return isAnswered ? [] : [{ text, cites: [message.id] }];
  });
}
