const NUMBER = '[0-9０-９一二两三四五六七八九十百]+';
const DAY = `(?:今天|今晚|今早|明天|明晚|明早|后天|大后天|(?:这|本|下|下下)?(?:个)?(?:周|星期|礼拜)[一二三四五六日天末]|(?:${NUMBER}月)?${NUMBER}[号日]|${NUMBER}月(?:初|中|底|末)|月底|月初|年底|下(?:周|个?月)|周末|国庆|五一|元旦|春节)`;
const HOUR = `(?:凌晨|早上|上午|中午|下午|傍晚|晚上|晚|早)?\\s*(?:${NUMBER}点(?:半|${NUMBER}刻|${NUMBER}分?)?|[0-9]{1,2}[:：][0-9]{2})`;
const PART = '(?:凌晨|早上|上午|中午|下午|傍晚|晚上)';
const SOON = '(?:马上|待会儿?|等会儿?|一会儿|(?:下班|放学|睡觉?|出发|吃饭|下课)[之以]?[前后]|周内)';
const ZH = new RegExp(`(?:${DAY}\\s*(?:的)?\\s*(?:${HOUR}|${PART})?|${HOUR}|${PART}|${SOON})(?:之?前|以前|左右)?`);

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const CLOCK = '[0-9]{1,2}(?::[0-9]{2})?\\s*(?:am|pm)|[0-9]{1,2}:[0-9]{2}|noon|midnight';
const MONTH = '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?\\s+[0-9]{1,2}';
const EN = new RegExp(
  `\\b(?:(?:by|before|on|at|until|this|next)\\s+)*(?:(?:tomorrow|tonight|today|${WEEKDAY}|(?:this |next )?week(?:end)?|${MONTH}|end of (?:the )?(?:week|month|day))(?:\\s+(?:morning|afternoon|evening|night))?(?:\\s+(?:at|by|before)\\s+(?:${CLOCK}))?|(?:by|before|at|until)\\s+(?:${CLOCK}))\\b`,
  'i',
);

/** The words in a sentence that say by when, or null. */
export function dueIn(text: string): string | null {
  return (ZH.exec(text)?.[0] ?? EN.exec(text)?.[0] ?? null)?.trim() ?? null;
}
