import { amount, isWholeDays, shifted, type Amount } from './amounts';
import type { Base, DayNode } from './base';
import { DAY, HOUR } from './civil';
import { longest, skip, type Hit, type Parse } from './match';

/** A stretch of time counted from now: [from, to) as wall times. */
export type Stretch = (base: Base) => readonly [number, number] | null;
/** A moment counted from now, as a wall time. */
export type Instant = (base: Base) => number | null;

const LEAD_LATER = skip('(?:(?:再过|(?<=^|[\\s,。!?;、我你他她们咱就先得要])过|等)\\s?|in (?=[\\dahotfsen]))');
const TAIL_LATER = skip('\\s?(?:之后|以后|后(?![面备勤台果天])|(?:later|from now|after)(?!\\w))');
const TAIL_EARLIER = skip('\\s?(?:之前|以前|前(?![面往台后])|ago(?!\\w))');

interface Shift {
  amount: Amount;
  sign: 1 | -1;
}

const shift: Parse<Shift> = (text, at) => {
  const lead = LEAD_LATER(text, at);
  const hit = amount(text, lead);
  if (!hit) return null;
  const later = TAIL_LATER(text, hit.end);
  if (later > hit.end || lead > at) return { end: later, value: { amount: hit.value, sign: 1 } };
  const earlier = TAIL_EARLIER(text, hit.end);
  return earlier > hit.end ? { end: earlier, value: { amount: hit.value, sign: -1 } } : null;
};

/** 三天后, 两周前, 再过一个月: a day. */
export const shiftedDay: Parse<DayNode> = (text, at) => {
  const hit = shift(text, at);
  if (!hit || !isWholeDays(hit.value.amount)) return null;
  const { amount: by, sign } = hit.value;
  return {
    end: hit.end,
    value: {
      of: ({ today }) => {
        const wall = shifted(today * DAY, by, sign);
        return wall === null ? null : wall / DAY;
      },
    },
  };
};

const NOW = skip("(?:(?<![实表体呈出])现在|(?<=[至迄])今(?![年天日晚早晨夜])|此时此刻|此刻|眼下|刚才|(?<!\\w)(?:right now|now)(?!\\w))");

/** 半小时后, 5 minutes ago, 现在: a moment. */
export const instant: Parse<Instant> = (text, at) => {
  const now = NOW(text, at);
  if (now > at) return { end: now, value: (base) => base.now };
  const hit = shift(text, at);
  if (!hit || isWholeDays(hit.value.amount)) return null;
  const { amount: by, sign } = hit.value;
  return { end: hit.end, value: (base) => shifted(base.now, by, sign) };
};

const SOME = '(?=\\s?(?:一?个|[\\d一二两三四五六七八九十半百]))';
const FORWARD = skip(`(?:未来|今后|接下来|接下去|往后|此后|之后|随后|(?<![之以最然今先])后|(?<![以如放留剩脚楼地])下)(?:的|这)?${SOME}\\s?|(?:in )?(?:the )?(?:next|coming|following) (?=\\d|[a-z]+ [a-z]+s)`);
const BACKWARD = skip(`(?:过去|之前|此前|近来|最近|(?<![之以目提])前|(?<![早晚以马玩待呆等花用住做学坐聊干练读看追加忙])上|(?<![附靠接最将])近)(?:的|这)?${SOME}\\s?|(?:in )?(?:the )?(?:past|last|previous) (?=\\d|[a-z]+ [a-z]+s)`);
const THESE = skip('这(?=[两三四五六七八九十\\d])');
const INSIDE = skip('\\s?(?:之内|以内|内(?![容部存在心衣])|里(?![面边程]))');
const WITHIN = skip('within (?:the next )?');

/* A count of days begins tomorrow or ends yesterday: 未来两天 is not today. */
const ahead = (by: Amount, daysFrom = 1): Stretch => ({ now, today }) => {
  const from = isWholeDays(by) ? (today + daysFrom) * DAY : now;
  const to = shifted(from, by);
  return to === null ? null : [from, to];
};
const behind = (by: Amount): Stretch => ({ now, today }) => {
  const to = isWholeDays(by) ? today * DAY : now;
  const from = shifted(to, by, -1);
  return from === null ? null : [from, to];
};

function led(lead: (text: string, at: number) => number, build: (by: Amount) => Stretch): Parse<Stretch> {
  return (text, at) => {
    const start = lead(text, at);
    const hit = start > at ? amount(text, start) : null;
    return hit && { end: hit.end, value: build(hit.value) };
  };
}

const inside: Parse<Stretch> = (text, at) => {
  const lead = WITHIN(text, at);
  const hit = amount(text, lead);
  if (!hit) return null;
  const end = INSIDE(text, hit.end);
  return end > hit.end || lead > at ? { end, value: ahead(hit.value, 0) } : null;
};

const ONE_HOUR: Amount = { months: 0, days: 0, ms: HOUR };
const HOUR_WORD = skip('(?<![早晚以])[上下]一?个(?:小时|钟头)');
const hour: Parse<Stretch> = (text, at): Hit<Stretch> | null => {
  const end = HOUR_WORD(text, at);
  return end === at ? null : { end, value: text[at] === '上' ? behind(ONE_HOUR) : ahead(ONE_HOUR) };
};

/** 未来三天, 过去十年, 两小时内, the next 2 weeks. */
export const stretch: Parse<Stretch> = longest(led(FORWARD, (by) => ahead(by)), led(BACKWARD, behind), led(THESE, (by) => ahead(by, 0)), inside, hour);
