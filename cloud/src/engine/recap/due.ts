import { time } from '../time';

/* Only the words are wanted; whatever the day, they are the same. */
const WHENEVER = { now: '2026-01-07T09:00:00+08:00', zone: 'Asia/Shanghai' };

/** Cheaper than the grammar: a text without any of these has no time in it. */
const MAY_HOLD = /[\d０-９][点号日:：.月-]|[一二两三四五六七八九十末]|[今明后]|[早晚午]|[周月年节]|星期|礼拜|国庆|元旦|中秋|端午|清明|除夕|圣诞|月底|\b(?:to(?:day|night|morrow)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|week|month|noon|midnight|\d|jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)/i;
const PAST = /去年|昨|前天|前年|(?<![早晚])上(?:个?月|一?周|个?星期|个?礼拜|次)|今年|这(?:几)?年|刚才|\b(?:yesterday|last)\b/i;
const BOUND_AFTER = /^\s*(?:(?:上班|下班|放学|睡觉?|出发|饭|下课)?(?:之前|以前|前|左右|截止))/;
const BOUND_BEFORE = /\b(?:(?:by|before|on|at|until|this|next)\s+)+$/i;
const SOON = /马上|待会儿?|等会儿?|一会儿|(?:下班|放学|睡觉?|出发|吃饭|下课)[之以]?[前后]|\b(?:end of (?:the )?(?:week|month|day)|tonight)\b/i;

/** The words in a text that say by when something is to be, the most exact of several, or null. */
export function dueIn(text: string): string | null {
  const items = MAY_HOLD.test(text) ? time({ text, ...WHENEVER }).items : [];
  const fit = items.filter(({ kind, text: words }) => (kind === 'point' || kind === 'range') && !PAST.test(words));
  const item = fit.sort((a, b) => b.text.length - a.text.length)[0];
  if (item === undefined) return SOON.exec(text)?.[0] ?? null;
  const [start, end] = item.span;
  const before = BOUND_BEFORE.exec(text.slice(0, start))?.[0] ?? '';
  const after = BOUND_AFTER.exec(text.slice(end))?.[0] ?? '';
  return (before + item.text + after).trim();
}
