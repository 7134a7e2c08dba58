import { fold } from '../text/fold';

const SAID = '说|讲|问|答|提议|建议|表示|提到|提出|觉得|认为|补充|回复|答应|同意|决定|主张|反对|提醒|告诉|催|通知';
/** What one may do by one's own word or by another's. */
const DOES = '想|要|会|负责|让|叫';
const WHEN = '(?:在?\\s*[\\d:：月日号年\\s]*(?:上午|下午|晚上|早上|中午|凌晨)?[\\d:：\\s点半分]*)?';
const SAID_EN = 'said|says|asked|asks|suggested|suggests|proposed|proposes|thinks|thought|agreed|agrees|wrote|mentioned|added|replied|noted|will|wants';

/* Where no member is known by the name: a name-like opening before a quotation or a verb of saying. */
const UNKNOWN = /(?:^|[，,。；;！!？?\s])([\p{Script=Han}A-Za-z][\p{L}\p{N}_·]{0,9}?)(?:在?\s*[\d:：点半]*\s*)?(?:说过?|提议|表示|问道|写道|回复)?[：:]\s*[“"「『]/gu;
const NOBODY = /^在$|^(?:于是|然后|接着|最后|后来|其中|有人|大家|他们?|她们?|它|我们?|你们?|咱们|原话|原文|例如|比如|也|还|并|时间|地点|提到|待办|决定|结论|定了|问题|关于|还没答案|要做的|there|someone|they|he|she|it|we|you)/i;
/** Where somebody's words end although no other speaker begins. */
const ENDS = /[。；;\n]|[，,](?=最后|最终|大家|于是|然后|结果|都|其他|另外|还有人)/;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const ALSO = '(?:也|就|还|已|先|都)?';

const saysAt = (text: string, name: string): number => {
  const n = escaped(fold(name));
  return text.search(new RegExp(`${n}\\s*${WHEN}${ALSO}(?:${SAID})|${n}\\s*${WHEN}[：:]|\\b${n}\\s+(?:also\\s+)?(?:${SAID_EN})\\b`, 'u'));
};

/** Who is said to do something, with the verb: 阿楠负责. */
function doings(text: string, names: readonly string[]): { who: string; verb: string }[] {
  return names.flatMap((who) => {
    const verb = who === '' ? undefined : new RegExp(`${escaped(fold(who))}\\s*${WHEN}${ALSO}(${DOES})`, 'u').exec(text)?.[1];
    return verb === undefined ? [] : [{ who, verb }];
  });
}

/** A part of a sentence that tells what one person said. */
export interface Speech {
  who: string;
  text: string;
}

/**
 * What a folded sentence says that people among `names` said, each with the part that tells it, and openings of
 * quotations that are nobody's name there.
 */
export function speechesIn(sentence: string, names: readonly string[]): { known: Speech[]; unknown: string[] } {
  const starts = names
    .filter((name) => name !== '')
    .map((who) => ({ who, at: saysAt(sentence, who) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at);
  const known = starts.map(({ who, at }, i) => {
    const rest = sentence.slice(at, starts[i + 1]?.at);
    const end = rest.search(ENDS);
    return { who, text: end < 0 ? rest : rest.slice(0, end) };
  });
  const folded = names.map(fold);
  const unknown = [...sentence.matchAll(UNKNOWN)]
    .map((hit) => hit[1] as string)
    .filter((opening) => !NOBODY.test(opening) && !folded.some((name) => name !== '' && (opening.includes(name) || name.includes(opening))));
  return { known, unknown };
}

/**
 * Somebody whom the folded sentence has do something (负责, 要, 让) that the cited messages lay on somebody else: they
 * neither wrote a message of it without another's name before the verb nor are named with it.
 */
export function wronglyDoing(sentence: string, cited: readonly { author: string; text: string }[], names: readonly string[]): string | undefined {
  const others = (who: string): string[] => names.filter((name) => name !== who && [...name].length >= 2).map(fold);
  const isOwn = (who: string, verb: string): boolean =>
    cited.some(({ author, text }) => {
      const clauses = fold(text).split(/[，,。；;！!？?\n]/);
      if (clauses.some((clause) => clause.includes(fold(who)))) return true;
      if (fold(author) !== fold(who)) return false;
      const about = clauses.filter((clause) => clause.includes(verb));
      return about.length === 0 || about.some((clause) => !others(who).some((name) => clause.includes(name)));
    });
  return doings(sentence, names).find(({ who, verb }) => !isOwn(who, verb))?.who;
}
