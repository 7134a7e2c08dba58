import { termsOf } from '../text/terms';
import { endsAsking } from './asking';
import { partsOf, plain } from './clauses';

const TAIL = '(?:啊|呀|哇|呢|吧|的|了|嘞|哒|滴|耶|啦|哈|噢|哦|哟|嘛|呗)*';
const WORDS =
  '好(?:主意|想法|提议|办法|极了|多了)?|行|可以?|没问题|木问题|没毛病|同意|赞成|赞同|赞|支持|附议|成|中|妥|稳|稳妥|走|走起|冲|必须|必|定了?|就这么(?:定|办|着)|就这样(?:定|办)?|一言为定|没意见|无异议|听(?:你|您|大家|老婆|老公|老大)的|都(?:行|可以|好|ok)|收到|得令|遵命|嗯+|恩+|对|也对|有道理|有空|有时间|有|ok(?:ay)?|okk+|yes|1|安排|准了?|舍命陪君子|(?:这|这个|那)(?:个)?(?:太)?(?:好|可以|行|不错|赞|棒|主意)|不错|太(?:好|棒)|可|挺好|蛮好|完美|正好|正合我意|巴适|要得|阔以|欧克|想|来';
const AGREES = new RegExp(`^(?:那|那就|好像|我|我们|咱们?|我们家|俺|哈哈|全家|本人)?(?:也|都|觉得|完全|举双手|没有?|双手|挺|很|太)?(?:${WORDS})${TAIL}$`, 'i');
const OPENS = new RegExp(`^(?:那|我)?(?:也|都)?(?:好|行|可以|没问题|同意|赞成|支持|附议|成|ok|嗯+|没意见|听.{1,6}的|也对|必须|不错|一言为定|收到)${TAIL}(?![\\p{Script=Han}a-z])|^(?:行吧|好吧|好嘞|好的|没问题|同意|赞成|附议)`, 'iu');
const PICTURES = /^(?:👌|👍|🙆|💪|✅|\+\s*1|＋1)+/u;
const PLUS = /[+＋]\s*1$|^[+＋]1/;
const EN = /^(?:yes|yeah|yep|sure|ok(?:ay)?|sounds (?:good|great|fine)|agreed?|i agree|works for me|deal|great(?: idea)?|good (?:idea|plan)|fine (?:by|with) me|i'?m in|count me in|perfect|done|let'?s do (?:it|that))\b/i;

const OBJECTS =
  /不行|不同意|不太好|不好(?!意思)|不可以|不想|(?<!受)不了(?!起)|算了|没空|没时间|来不及|反对|换(?:个|一)|不如|要不|再(?:想|看|议|说吧)|不过|可是|但(?:是|我)|太(?:远|贵|早|晚|累|赶|吵|丧|恐怖|挤)|不去|吃腻|不要|不喜欢|上不了|\b(?:no|nope|can'?t|cannot|not sure|disagree|rather not|but|too (?:far|late|early|expensive)|instead)\b/i;

const SHORT = 30;
const ECHO = 14;
const NEGATED = /不|没|别|甭|未必/;

export const objects = (text: string): boolean => OBJECTS.test(text);

/** What is left of a clause without the pictures, the laughter and the repeating of signs in it. */
const core = (part: string): string =>
  plain(part)
    .replace(/(?:哈|嘿|呵){2,}$/, '')
    .replace(/(\p{Script=Han})\1+/gu, '$1')
    .trim();

/** Whether a message agrees in so many words, whatever it is about. */
export function agrees(text: string): boolean {
  const line = text.trim();
  if ([...line].length > SHORT || objects(line)) return false;
  if (PICTURES.test(line) || EN.test(line)) return !endsAsking(line);
  const [first = '', ...rest] = partsOf(line);
  if (!(AGREES.test(core(first)) || OPENS.test(core(first)) || PLUS.test(core(first)))) return false;
  return rest.length > 0 || !/[？?]\s*$/.test(line);
}

/** Whether a short message takes up the words of a proposal: 走南门？ — 南门; 去不去 — 去. */
export function echoes(text: string, proposal: string): boolean {
  const line = plain(text);
  if (line === '' || [...line].length > ECHO || NEGATED.test(line) || endsAsking(text)) return false;
  const verb = /(\p{Script=Han})不(?:\1|$)/u.exec(plain(proposal))?.[1];
  if (verb !== undefined && new RegExp(`^${verb}${TAIL}$`).test(line)) return true;
  const wanted = new Set(termsOf(proposal));
  const own = termsOf(line);
  return own.length > 0 && own.filter((term) => wanted.has(term)).length * 2 >= own.length;
}
