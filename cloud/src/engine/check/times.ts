/**
 * Words that say when, each group under one name, so that 周六, 星期六 and Saturday are the same. Clock digits and day
 * numbers are numbers and checked as such.
 */
const GROUPS: readonly (readonly [string, RegExp])[] = [
  ['mon', /(?:周|星期|礼拜)[一1]|\bmon(?:day)?\b/],
  ['tue', /(?:周|星期|礼拜)[二2]|\btue(?:s(?:day)?)?\b/],
  ['wed', /(?:周|星期|礼拜)[三3]|\bwed(?:nesday)?\b/],
  ['thu', /(?:周|星期|礼拜)[四4]|\bthu(?:rs(?:day)?)?\b/],
  ['fri', /(?:周|星期|礼拜)[五5]|\bfri(?:day)?\b/],
  ['sat', /(?:周|星期|礼拜)[六6]|\bsat(?:urday)?\b/],
  ['sun', /(?:周|星期|礼拜)[日天7]|\bsun(?:day)?\b/],
  ['weekend', /周末|\bweekends?\b/],
  ['today', /今(?:天|日|晚|早|晨)|\b(?:today|tonight)\b/],
  ['tomorrow', /明(?:天|日|晚|早|晨)|\btomorrow\b/],
  ['after-tomorrow', /后天|后日|\bday after tomorrow\b/],
  ['yesterday', /昨(?:天|日|晚)|\byesterday\b/],
  ['before-yesterday', /前天|\bday before yesterday\b/],
  ['next-week', /下(?:个)?(?:周|星期|礼拜)|\bnext week\b/],
  ['last-week', /上(?:个)?(?:周|星期|礼拜)|\blast week\b/],
  ['this-week', /(?:这|本)(?:个)?(?:周|星期|礼拜)|\bthis week\b/],
  ['next-month', /下个?月|\bnext month\b/],
  ['month-end', /月底|月末|\bend of (?:the )?month\b/],
  ['year-end', /年底|年末|\bend of (?:the )?year\b/],
  ['morning', /早上|早晨|上午|清晨|[今明]早|\bmornings?\b/],
  ['noon', /中午|正午|\bnoon\b/],
  ['afternoon', /下午|午后|\bafternoons?\b/],
  ['evening', /晚上|傍晚|夜里|[今明昨]晚|\b(?:evenings?|nights?|tonight)\b/],
  ['small-hours', /凌晨|半夜|\bmidnight\b/],
  ['half-past', /点半|\bhalf past\b/],
  ['spring-festival', /春节|过年|\bspring festival\b/],
  ['national-day', /国庆|\bnational day\b/],
  ['mid-autumn', /中秋/],
  ['dragon-boat', /端午/],
  ['qingming', /清明/],
  ['new-year', /元旦|\bnew year\b/],
  ['christmas', /圣诞|\bchristmas\b/],
];

const MONTHS = ['jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may(?= \\d)', 'june?', 'july?', 'aug(?:ust)?', 'sep(?:t(?:ember)?)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?'];
const ENGLISH_MONTHS = MONTHS.map((name) => new RegExp(`\\b${name}\\b`));

/** The names of the times a folded text speaks of. */
export function timesIn(text: string): Set<string> {
  const found = new Set(GROUPS.filter(([, words]) => words.test(text)).map(([name]) => name));
  ENGLISH_MONTHS.forEach((name, i) => {
    if (name.test(text) || new RegExp(`(?<!\\d)${i + 1}月`).test(text)) found.add(`month-${i + 1}`);
  });
  return found;
}
