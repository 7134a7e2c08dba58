import { fold } from '../text/fold';
import { sentencesOf } from '../text/sentences';
import { termsOf } from '../text/terms';
import { dueIn } from './due';
import { Follow, type Later } from './follow';
import type { Cited, RecapMessage } from './types';

const WITHIN_SECONDS = 6 * 3600;

const ASKS = /[？?]["”’」』）)]*$|(?:吗|呢|么)[。~～!！]*$|^(?:谁|哪|什么时候|几点|多少|有没有(?:人)?|要不要|怎么)|\b(?:does anyone|anyone know|who|what|when|where|how|which)\b.*\?$/i;
const RHETORICAL = /^(?:是吗|真的吗|对吗|好吗|是不是|对吧|不是吗|啥|什么|嗯|哈+|怎么样|在吗|干嘛|为什么呢|really|what|huh|right|are you there)[？?！!。~～]*$|怎么可能|难道|何必|谁知道呢|你说呢/i;
const FEWEST_TERMS = 1;
const SHORTEST = 4;

type Kind = 'who' | 'when' | 'number' | 'yes-no' | 'other';

function kindOf(text: string): Kind {
  if (/谁|\bwho\b/i.test(text)) return 'who';
  if (/什么时候|几点|哪天|几号|周几|\bwhen\b|what time/i.test(text)) return 'when';
  if (/多少|几(?:个|人|块|份|位|本|张)|多久|多远|\bhow (?:many|much|long|far)\b/i.test(text)) return 'number';
  if (/吗|有没有|要不要|能不能|可不可以|是不是|行不行|会不会|\b(?:is|are|do|does|did|can|could|will|would|shall|should|has|have)\b.*\?/i.test(text)) return 'yes-no';
  return 'other';
}

const ANSWERS: Record<Exclude<Kind, 'other'>, RegExp> = {
  who: /我|\b(?:i|me)\b|@|他|她|来/i,
  when: /\d|[一二两三四五六七八九十]点|早|晚|天|周|号|\b(?:at|on|after|before)\b/i,
  number: /\d|[一二两三四五六七八九十百千万半]/,
  'yes-no': /^(?:有|没|是|不|能|会|可以|要|好|行|对|嗯|应该|可能|还|已经|我|yes|no|yeah|nope|sure|of course|maybe|i )/i,
};

function isQuestion(text: string): boolean {
  return ASKS.test(text) && !RHETORICAL.test(text.trim()) && text.length >= SHORTEST && termsOf(text).length >= FEWEST_TERMS;
}

const endsAsking = (text: string): boolean => isQuestion(sentencesOf(text).at(-1)?.text ?? '');

function answers(question: string, terms: ReadonlySet<string>, next: Later, isFirst: boolean, names: readonly string[]): boolean {
  if (next.quotes) return !endsAsking(next.message.text) || !/^(?:同问|\+1|same)/i.test(next.message.text);
  if (endsAsking(next.message.text)) return false;
  if (termsOf(next.message.text).some((term) => terms.has(term))) return true;
  const kind = kindOf(question);
  if (kind === 'other') return isFirst;
  if (kind === 'when' && dueIn(next.message.text) !== null) return true;
  if (kind === 'who' && names.some((name) => name !== '' && next.message.text.includes(name))) return true;
  return ANSWERS[kind].test(fold(next.message.text.trim()));
}

/** Questions to others that nobody answered. In doubt a question counts as answered. */
export function questionsIn(messages: readonly RecapMessage[]): Cited[] {
  const follow = new Follow(messages);
  const names = [...new Set(messages.map((message) => message.author))];
  return messages.flatMap((message, index) => {
    const text = sentencesOf(message.text)
      .map((piece) => piece.text)
      .filter(isQuestion)
      .at(-1);
    if (text === undefined) return [];
    const terms = new Set(termsOf(text));
    const later = follow.by(index, WITHIN_SECONDS);
    const isAnswered = later.some((next, i) => answers(text, terms, next, i === 0, names));
    return isAnswered ? [] : [{ text, cites: [message.id] }];
  });
}
