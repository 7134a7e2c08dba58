import type { ProofRule } from '@shared/wire/challengeRules';
import { NUM, numberOf } from '../../../engine/time/numbers';

/* What an ask says besides times: how often one may make up, and what a check-in brings. */

const COUNT = `(${NUM})\\s*`;
const ENGLISH: Record<string, number> = { one: 1, two: 2, three: 3, four: 4, five: 5 };
const MAKEUPS = new RegExp(`(?:补卡|补签|补打|补)(?:机会|卡)?(?:最多|至多)?(?:可以)?(?:补)?${COUNT}(?:次|天|回|张)|${COUNT}(?:次|张)补(?:卡|签)|(\\d+|one|two|three|four|five) make-?ups?`, 'i');
const WORDS = new RegExp(`(?:写|至少|不少于|最少|打|发)(?:上)?(?:至少|不少于)?${COUNT}个?字|\\b(\\d+)[- ]words?\\b`, 'i');
const UNITS = '公里|千米|公斤|km|kg|ml|毫升|升|米|步|页|本|个|下|组|分钟|小时|杯|道|题|遍|章|篇|首|圈|层|千卡|大卡|斤|句|pages?|steps?|minutes?|hours?|miles?|kilomet(?:er|re)s?|push-?ups?|squats?|glasses|lit(?:er|re)s?';
/* 三个人 and 两个月 are none of what is done. */
const AMOUNT = new RegExp(`(?<![每\\d.第])(\\d+(?:\\.\\d+)?\\s*[千万k]?|${NUM})\\s*(?:个(?=小时))?(${UNITS})(?![补人月周半队家]|星期|礼拜|工作日|朋友|小伙伴|同学)`, 'gi');
const PICTURE = /拍(?:张|个)?照|照片|发图|晒图|上图|传图|截图|图片|\b(?:photo|picture|screenshot)s?\b/i;
const VOICE = /语音|录音|\b(?:voice|recording)\b/i;
const PLACE = /定位|位置|到场|到店|\blocation\b/i;
const TEXT = /写(?:一?句|心得|感想|日记|几句|点|总结|笔记)|心得|感想|文字|\b(?:write|journal)\b/i;

const value = (word: string | undefined): number => (word === undefined ? 0 : (ENGLISH[word.toLowerCase()] ?? numberOf(word)));
const first = (hit: RegExpExecArray | null): number => value(hit?.slice(1).find((group) => group !== undefined));

const MOST_CARDS = 100;

/** How often a missed day may be made up; 0 where it may not, undefined where nothing is said. */
export function makeupsIn(text: string): { cards: number; said: string } | undefined {
  const none = /(?:不能|不可以?|不许|不准|没有|不设|不允许)补(?:卡|签)?|\bno make-?ups?\b/i.exec(text);
  if (none) return { cards: 0, said: none[0] };
  const hit = MAKEUPS.exec(text);
  return hit ? { cards: Math.min(first(hit), MOST_CARDS), said: hit[0] } : undefined;
}

const FOLD: Record<string, number> = { 千: 1000, k: 1000, 万: 10_000 };

/** 1.5, 8千, 一万. */
function quantity(said: string): number {
  const [, digits, fold = ''] = /^([\d.]+)\s*([千万k]?)$/i.exec(said) ?? [];
  return digits === undefined ? numberOf(said) : Number(digits) * (FOLD[fold.toLowerCase()] ?? 1);
}

/** 半小时, 一个半小时: minutes. */
function halfHoursIn(text: string): { rule: ProofRule; said: string } | undefined {
  const hit = new RegExp(`(?:(${NUM})个)?半个?小时|half an hour`, 'i').exec(text);
  return hit ? { said: hit[0], rule: { kind: 'number', unit: /半/.test(hit[0]) ? '分钟' : 'minutes', min: 30 + 60 * value(hit[1]) } } : undefined;
}

/** So much of something: 5公里. 一个 alone is no amount. */
function amountIn(text: string): { rule: ProofRule; said: string } | undefined {
  for (const [said, number = '', unit = ''] of text.matchAll(AMOUNT)) if (!(unit === '个' && quantity(number) === 1)) return { said, rule: { kind: 'number', unit, min: quantity(number) } };
  return halfHoursIn(text);
}

/** A title with how much is to be done, where a check-in brings something else than the figure: nothing that was said is lost. */
export function withAmount(title: string, text: string, proof: ProofRule | undefined): string {
  const said = proof?.kind === 'number' ? undefined : amountIn(text)?.said.trim();
  return said === undefined || title.includes(said) ? title : `${title} ${said}`;
}

/** What a check-in must bring. An amount stays in the title: it is what is done. */
export function proofIn(text: string): ProofRule | undefined {
  const words = first(WORDS.exec(text));
  if (words > 0) return { kind: 'text', minWords: Math.min(words, 2000) };
  if (PICTURE.test(text)) return { kind: 'picture' };
  if (VOICE.test(text)) return { kind: 'voice' };
  if (PLACE.test(text)) return { kind: 'place' };
  const amount = amountIn(text);
  if (amount) return amount.rule;
  return TEXT.test(text) ? { kind: 'text', minWords: 1 } : undefined;
}

/** The words that ask for a proof, which are no part of a title. */
export const PROOF_WORDS = /(?<!\p{L})(?:语音|录音|拍照片?|照片|定位)(?!\p{L})|(?:要|得|需要?|必须|每次|还要|并且?|都)*(?:拍(?:张|个)?照(?:片)?|(?:发|传|上传|晒|带)(?:一?张)?(?:照片|图片?|截图|语音|定位|位置)|录(?:一?段)?(?:语音|音)|写?(?:至少|不少于|最少)?[\d一二两三四五六七八九十百千]+个?字(?:以上)?(?:的?(?:心得|感想|总结))?|写(?:一?句|几句|点)(?:心得|感想|总结|话)?|写(?:心得|感想|总结)|with (?:an? |the |your )?(?:photo|picture|recording|location|screenshot|voice)s?)/giu;
