import { countOf } from '../amounts';
import { ADJECTIVE, AGE, CHILD, COLLECTIVE, COUPLE, KIN, MEASURE, NOUN, NUMBER, PAIR, ROLE, VAGUE, WHOSE } from './words';

/** Some people of a text: 我, 老婆, 两个孩子, 一家三口. */
export interface Term {
  /** NaN where nobody knows. */
  people: number;
  hasSpeaker: boolean;
  /** Whether they may be a party without anybody else said. */
  isGroup: boolean;
  isCounted: boolean;
  isChild: boolean;
  /** Whose children may be named elsewhere: 带两个孩子，夫妻俩. */
  isCouple?: boolean;
  end: number;
}

type Made = Omit<Term, 'end'>;
type Groups = Record<string, string | undefined>;

const OURS = /^(?:我|咱|俺)/;
const IS_CHILD = new RegExp(`(?:${CHILD})$`);
/** Of them alone no party is made: two children go with somebody. */
const DEPENDENT = new RegExp(`(?:${CHILD}|老人家?|司机|导游|保姆)$`);
const sticky = (source: string): RegExp => new RegExp(source, 'yu');

const group = (people: number, hasSpeaker: boolean): Made => ({ people, hasSpeaker, isGroup: true, isCounted: true, isChild: false });

function counted({ n = '', pairs, who = '' }: Groups): Made {
  return { people: countOf(n) * (pairs ? 2 : 1), hasSpeaker: false, isGroup: !DEPENDENT.test(who), isCounted: true, isChild: IS_CHILD.test(who) };
}

function role({ who = '', many }: Groups): Made {
  const people = many || VAGUE.test(who) ? NaN : new RegExp(`^(?:${PAIR})$`).test(who) ? 2 : 1;
  return { people, hasSpeaker: false, isGroup: false, isCounted: false, isChild: IS_CHILD.test(who) };
}

/** What names people; `first`: only where nobody was named before, 我跟闺蜜两个 are two. */
const HEADS: readonly (readonly [pattern: RegExp, made: (groups: Groups) => Made, isFirst?: 'first'])[] = [
  [sticky(`(?<whose>(?:${WHOSE})|(?:${ROLE}))(?:一大?家子?|全家|家)(?:老小|老少|大小)?(?<n>${NUMBER})口人?`), ({ whose = '', n = '' }) => group(countOf(n), whose === '' || OURS.test(whose))],
  [sticky(`(?<whose>我们|咱们?|俺们|他们|她们)(?:这)?(?<n>${NUMBER})(?:${MEASURE}[\\p{Script=Han}]{0,4}?(?:${NOUN})|${MEASURE}(?=[想要去打都一准计从在周就,、和带]|$)|(?=[想要去打都一准计从在周就,、和带]|$|人|${NOUN}))(?:${NOUN})?`), ({ whose = '', n = '' }) => group(countOf(n), OURS.test(whose))],
  [sticky(`(?<who>${KIN})(?<n>俩|仨)`), ({ who, n = '' }) => ({ ...group(countOf(n), true), isCouple: who === '夫妻' })],
  [sticky(`(?:(?<whose>我们?|咱们?|俺们?)|(?:她|他))(?<n>俩|仨)(?:人)?`), ({ n = '', whose }) => group(countOf(n), whose !== undefined)],
  [sticky(`(?<whose>${WHOSE})(?:一对)?(?:${COUPLE})`), ({ whose = '' }) => ({ ...group(2, whose === '' || OURS.test(whose)), isCouple: true })],
  [sticky(`(?:${WHOSE})(?<n>${NUMBER})(?:${MEASURE}[\\p{Script=Han}]{0,4}?|(?<pairs>对))?${AGE}${ADJECTIVE}(?<who>${NOUN}|${COUPLE})(?![均民间份次气文床房])`), counted],
  [sticky(`(?:(?:${WHOSE})${ADJECTIVE}(?<who>${ROLE})(?<n>${NUMBER})(?:${MEASURE}人?|人|口)|(?:我们|咱们?)?(?:${COLLECTIVE})[^,\\d一二两三四五六七八九十]{0,3}(?<all>${NUMBER})(?:${MEASURE}人?|人|口))(?![均间份次])`), ({ n, all, who = '' }) => (all ? group(countOf(all), true) : counted({ n, who })), 'first'],
  [sticky(`(?:${WHOSE})${AGE}${ADJECTIVE}(?<who>${PAIR}|${ROLE})(?<many>们)?`), role],
  [sticky('(?:我(?:自己|本人)?|俺|本人)(?![们家的])'), () => ({ ...group(1, true), isGroup: false })],
];
/** Him who was spoken of: only behind a word of going along. */
const PRONOUN = sticky(`(?:她|他)(?<many>们)?(?:(?<n>${NUMBER})${MEASURE}?)?`);

/** The people named at a place of a text. `isJoined`: behind 和, 带; `isFirst`: nobody was named right before. */
export function termAt(text: string, at: number, isJoined: boolean, isFirst: boolean): Term | null {
  for (const [pattern, made, first] of HEADS) {
    if (first && !isFirst) continue;
    pattern.lastIndex = at;
    const hit = pattern.exec(text);
    if (hit) return { ...made(hit.groups ?? {}), end: pattern.lastIndex };
  }
  PRONOUN.lastIndex = at;
  const hit = isJoined ? PRONOUN.exec(text) : null;
  if (!hit) return null;
  const { many, n } = hit.groups ?? {};
  return { people: n ? countOf(n) : many ? NaN : 1, hasSpeaker: false, isGroup: false, isCounted: false, isChild: false, end: PRONOUN.lastIndex };
}
