import { fold } from '../text/fold';
import { homophones } from '../text/sounds';
import { looksAnswered, subjectWords } from './asked';
import { bm25, fieldOf, type Query } from './field';
import { kinIn } from './kin';
import { termsIn, viewsOf, type Terms } from './views';

export interface SearchCandidate {
  id: string;
  text: string;
}

const JOINT = /[的了与和及或对在中是所从为以跟把被吗呢吧]/;
/** What almost every headline and question has: it says what kind of thing is sought, hardly ever which. */
const GENERIC =
  '原因 措施 看法 建议 分享 作用 意义 方式 理解 思考 经验 观点 介绍 背景 总结 方案 对策 问题 认识 关系 展望 体现 影响 情况 内容 方法 特点 过程 相关 有关 什么 怎么 时候 哪里 多少 为什么 what when where who how the about is are do does did of to in'.split(' ');
const GENERIC_WEIGHT = 0.3;
/** How much each view of a message counts beside the pairs of the whole of it. */
const WEIGHTS = { characters: 0.8, head: 0.3, passage: 0.5, passageCharacters: 0.3, kin: 1 };

/** A word the query has not, and the look of an answer, count less than its own words. */
const LIKELY_WEIGHT = 0.5;
const ANSWER_BONUS = 0.5;

/** What only sounds like a word of the query: speech turned into text and input by sound write one for the other. */
const ALIKE_SHARE = 0.3;
/** A longer query has words enough of its own; what sounds like each of its pairs would be hundreds of thousands. */
const ALIKE_MOST_TERMS = 30;
const HAN_PAIR = /^\p{Script=Han}{2}$/u;

function weighed(terms: readonly string[], generic: ReadonlySet<string>): Map<string, number> {
  const useful = terms.filter((term) => !JOINT.test(term));
  return new Map((useful.length > 0 ? useful : terms).map((term) => [term, generic.has(term) ? GENERIC_WEIGHT : 1]));
}

const soundAlike = (pair: string): string[] => [...homophones(pair[0] as string)].flatMap((first) => [...homophones(pair[1] as string)].map((second) => first + second));

const exactly = (weights: ReadonlyMap<string, number>): Query => new Map([...weights].map(([term, weight]) => [term, { term, weight, share: 1 }]));

function withAlike(weights: ReadonlyMap<string, number>): Query {
  if (weights.size > ALIKE_MOST_TERMS) return exactly(weights);
  const alike = [...weights].filter(([term]) => HAN_PAIR.test(term)).flatMap(([term, weight]) => soundAlike(term).map((heard) => [heard, { term, weight, share: ALIKE_SHARE }] as const));
  return new Map([...alike, ...exactly(weights)]);
}

function queryOf(query: string): { pairs: Query; characters: Query } {
  const folded = fold(query);
  const { pairs, characters } = termsIn(folded);
  const generic = termsIn(GENERIC.filter((word) => folded.includes(word)).join(' '));
  const likely = termsIn(subjectWords(query).join(' ')).pairs.map((pair): [string, number] => [pair, LIKELY_WEIGHT]);
  const own = withAlike(weighed(pairs, new Set(generic.pairs)));
  return { pairs: new Map([...exactly(new Map(likely)), ...own]), characters: exactly(weighed(characters, new Set(generic.characters))) };
}

/** What each text has instead of words of the query: all that stand for one count as one term, so that many do not drown the rest. */
function kinScores(query: string, texts: readonly string[]): number[] {
  const { standsFor, matcher } = kinIn(texts, query);
  const wanted: Query = new Map([...standsFor].map(([other, term]) => [other, { term, weight: 1, share: 1 }]));
  const found = texts.map((text) => [...new Set(fold(text).match(matcher) ?? [])]);
  return bm25(fieldOf(found, wanted), wanted, 1, 0);
}

/** The highest score among the passages of each text. */
function best(owners: readonly number[], scores: readonly number[], texts: number): number[] {
  const top = new Array<number>(texts).fill(0);
  scores.forEach((score, passage) => {
    const owner = owners[passage] as number;
    top[owner] = Math.max(top[owner] as number, score);
  });
  return top;
}

/** How well each text answers the query: by pairs and characters of the whole, of its beginning and of its best passage. */
function scoresOf(query: string, texts: readonly string[]): number[] {
  const asked = queryOf(query);
  const views = texts.map(viewsOf);
  const owners = views.flatMap(({ passages }, i) => passages.map(() => i));
  const score = (some: readonly Terms[], kind: keyof Terms, k1: number, b: number): number[] => {
    return bm25(fieldOf(some.map((terms) => terms[kind]), asked[kind]), asked[kind], k1, b);
  };
  const wholes = views.map(({ whole }) => whole);
  const passages = views.flatMap((view) => view.passages);
  const parts: [number, number[]][] = [
    [1, score(wholes, 'pairs', 2, 1)],
    [WEIGHTS.characters, score(wholes, 'characters', 2, 1)],
    [WEIGHTS.head, score(views.map(({ head }) => head), 'pairs', 1.2, 0.3)],
    [WEIGHTS.passage, best(owners, score(passages, 'pairs', 1.2, 0.5), texts.length)],
    [WEIGHTS.kin, kinScores(query, texts)],
    [WEIGHTS.passageCharacters, best(owners, score(passages, 'characters', 1.2, 0.5), texts.length)],
  ];
  return texts.map((text, i) => parts.reduce((sum, [weight, scores]) => sum + weight * (scores[i] as number), looksAnswered(query, text) ? ANSWER_BONUS : 0));
}

/** The candidates that share something with the query with their scores, best first; of equals the one given first. */
export function ranked(query: string, candidates: readonly SearchCandidate[]): { id: string; score: number }[] {
  const scores = scoresOf(query, candidates.map(({ text }) => text));
  return candidates
    .map(({ id }, i) => ({ id, score: scores[i] as number, i }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.i - b.i);
}

/** Ids of the candidates that share something with the query, best first. */
export const rank = (query: string, candidates: readonly SearchCandidate[]): string[] => ranked(query, candidates).map(({ id }) => id);
