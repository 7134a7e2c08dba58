import type { Finding, Fix, Rule, State } from './check';
import type { DiffLine } from './diff';
import type { Constraint } from './types';
import { EN } from './words/en';
import { saidOf, type Sentences } from './words/said';
import { ZH } from './words/zh';

export type Lang = 'zh' | 'en';
/** What a day of the plan is called, from 0: 周六 28, 第 1 天 … */
export type DayName = (day: number) => string;

const LANGS: Record<Lang, Sentences> = { zh: ZH, en: EN };

/** A wish in a few plain words: 人均不超过 1500. */
export const sayWish = (constraint: Constraint, lang: Lang): string => LANGS[lang].wish[constraint.type](saidOf(constraint));

/** What was held against the plan, and what was found: 人均不超过 1500, 现在 1562，超 62. Findings of faults name their place and day. */
export function sayFinding(finding: Finding, lang: Lang, dayName: DayName = LANGS[lang].day): { title: string; finding: string } {
  const words = LANGS[lang];
  const day = finding.day === undefined ? undefined : dayName(finding.day);
  const said = words.code[finding.code](finding, day ?? '');
  if (finding.constraint) return { title: sayWish(finding.constraint, lang), finding: said };
  const rule = words.rule[finding.rule as Exclude<Rule, 'wish'>];
  return finding.state === 'pass' ? { title: rule, finding: words.holds } : { title: words.faultTitle(finding.place, day, rule), finding: said };
}

/** One line of what differs between two plans. */
export const sayDiff = (line: DiffLine, nameOf: (placeId: string) => string, lang: Lang, dayName: DayName = LANGS[lang].day): string => LANGS[lang].diff(line, nameOf, dayName);

export interface SaidCheck {
  rule: string;
  state: State;
  title: string;
  finding: string;
  wishId?: string | undefined;
  memberId?: string | undefined;
  day?: number | undefined;
  itemId?: string | undefined;
  fix?: Fix | undefined;
}

/** A finding as it goes over the wire. A way out is offered only where something is amiss. */
export function wireCheck(finding: Finding, lang: Lang, dayName?: DayName): SaidCheck {
  const { rule, state, wish, member, day, item, fix } = finding;
  return {
    rule,
    state,
    ...sayFinding(finding, lang, dayName),
    ...(wish === undefined ? {} : { wishId: wish }),
    ...(member === undefined ? {} : { memberId: member }),
    ...(day === undefined ? {} : { day }),
    ...(item === undefined ? {} : { itemId: item }),
    ...(fix === undefined || state === 'pass' ? {} : { fix }),
  };
}
