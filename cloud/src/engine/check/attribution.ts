import { fold } from '../text/fold';

const SAID = '说|讲|问|答|提议|建议|表示|提到|提出|觉得|认为|补充|回复|答应|同意|决定|主张|反对|提醒|告诉|想|要|会|负责';
const WHEN = '(?:在?\\s*[\\d:：月日号年\\s]*(?:上午|下午|晚上|早上|中午|凌晨)?[\\d:：\\s点半分]*)?';
const SAID_EN = 'said|says|asked|asks|suggested|suggests|proposed|proposes|thinks|thought|agreed|agrees|wrote|mentioned|added|replied|noted|will|wants';

/* Where no member is known by the name: a name-like opening before a quotation or a verb of saying. */
const UNKNOWN = /(?:^|[，,。；;！!？?\s])([\p{Script=Han}A-Za-z][\p{L}\p{N}_·]{0,9}?)(?:在?\s*[\d:：点半]*\s*)?(?:说过?|提议|表示|问道|写道|回复)?[：:]\s*[“"「『]/gu;
const NOBODY = /^在$|^(?:于是|然后|接着|最后|后来|其中|有人|大家|他们?|她们?|它|我们?|你们?|咱们|原话|原文|例如|比如|也|还|并|时间|地点|提到|待办|决定|结论|定了|问题|关于|还没答案|要做的|there|someone|they|he|she|it|we|you)/i;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function speaksOf(text: string, name: string): boolean {
  const n = escaped(fold(name));
  return new RegExp(`${n}\\s*${WHEN}(?:也|就|还|已|先)?(?:${SAID})|${n}\\s*${WHEN}[：:]|\\b${n}\\s+(?:also\\s+)?(?:${SAID_EN})\\b`, 'u').test(text);
}

/** Names among `names` to which the folded sentence puts words, plus openings of quotations that are nobody's name there. */
export function speakersIn(sentence: string, names: readonly string[]): { known: string[]; unknown: string[] } {
  const known = names.filter((name) => name !== '' && speaksOf(sentence, name));
  const folded = names.map(fold);
  const unknown = [...sentence.matchAll(UNKNOWN)]
    .map((hit) => hit[1] as string)
    .filter((opening) => !NOBODY.test(opening) && !folded.some((name) => name !== '' && (opening.includes(name) || name.includes(opening))));
  return { known, unknown };
}
