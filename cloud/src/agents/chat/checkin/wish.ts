const CARD = '(?:打\\s*卡|签到)';
const DONE = `(?:${CARD}|打了?卡|打过卡)`;
const WHO = '(?:谁|哪些人|哪[几些]?个人?|几个人?|多少人)';
const ALL = '(?:大家|所有人|全员|有人|都)';
const TODAY = new RegExp(
  [
    `${WHO}[^，。！？!?\\n]{0,10}${DONE}`,
    `${ALL}[^，。！？!?\\n]{0,10}${DONE}[^，。！？!?\\n]{0,3}(?:吗|没|[？?])`,
    `${DONE}(?:的|了)人?都?(?:有|是)?(?:${WHO}|哪些)`,
    `(?:今天|今日)[^，。！？!?\\n]{0,6}${CARD}[^，。！？!?\\n]{0,6}(?:怎么样|如何|了吗|没有?[？?]?$)`,
    `${CARD}(?:的)?(?:情况|进度|名单)`,
    '^(?:今天)?(?:还有)?(?:谁|几个人?|多少人)(?:今天)?还?没(?:有)?打[？?。\\s]*$',
    '^(?:今天)?(?:都)?有?谁(?:今天|已经|都)*打(?:完|过)?了[？?。\\s]*$',
    // of one other person: told as of all, so that nobody is named who must not be
    `^[^，。！？!?我你\\n]{1,10}打(?:过|了)?卡了?(?:吗|没有?)[？?。\\s]*$`,
    '^[^，。！？!?我你\\n]{1,10}今天打(?:过|了)(?:吗|没有?)[？?。\\s]*$',
  ].join('|'),
);
const TODAY_EN = /\b(?:who|anyone|everyone|everybody|how many (?:people|of us|members))\b.{0,24}\bcheck(?:ed)?[- ]?in\b/i;
const ME = '我(?:的|现在|已经|一共|总共|目前|自己|都|在|到现在)*';
const COUNT = '(?:几|多少)';
const MINE = new RegExp(
  [
    `${ME}[^，。！？!?\\n]{0,12}(?:${CARD}|打了|打过|连续|坚持)[^，。！？!?\\n]{0,6}${COUNT}(?:天|次|周|回)`,
    `${ME}[^，。！？!?\\n]{0,8}(?:连续|打卡|坚持)(?:的)?(?:天数|次数|记录|情况|进度|成绩)`,
    `${ME}[^，。！？!?\\n]{0,4}(?:今天)?[^，。！？!?\\n]{0,4}打(?:过|了)?卡了?(?:吗|没)`,
    '我今天打(?:过|了)(?:吗|没有?)[？?。\\s]*$',
    `^我的${CARD}[？?。！!\\s]*$`,
    `我(?:的)?(?:连续|打卡)(?:呢|多久|怎么样)|我打卡(?:了)?(?:多久|几)`,
    `(?:补卡|补签)(?:卡|机会)?[^，。！？!?\\n]{0,3}(?:剩|有)(?:下)?${COUNT}|(?:剩|有)${COUNT}(?:张|次)?(?:补卡|补签)`,
  ].join('|'),
);
const MINE_EN = /\bmy (?:streak|check-?ins)\b|\bhow many (?:days|times|weeks)\b.{0,16}\b(?:have|did|do) i\b.{0,16}|\b(?:have|did) i check(?:ed)? in\b|\bhow many make-?ups\b|\bhow long (?:is|has) my\b|\bhow am i doing\b/i;
/** Starting one, being reminded, or speaking of a place people go to. */
const OTHER = /发起|组织|网红|景点|打卡(?:地|点|处|圣地|照)|上班|公司|考勤|提醒|\bremind|\bhotel\b|\bflight\b/i;

/** Whether an ask asks where it stands with today's check-ins, of everybody. */
export const asksToday = (ask: string): boolean => (TODAY.test(ask) || TODAY_EN.test(ask)) && !OTHER.test(ask) && !asksMine(ask);

/** Whether an ask asks for the asker's own count. */
export const asksMine = (ask: string): boolean => (MINE.test(ask) || MINE_EN.test(ask)) && !OTHER.test(ask);

/* Of 请假三天 the 请 may have been taken for a please. */
const LENGTH = '(?:[\\d一二两三四五六七八九十半几]{1,3}个?(?:天|周|星期|礼拜|月)(?:的)?假)';
const PAUSE = new RegExp(`请个?假|请${LENGTH}|^${LENGTH}|^个?假(?=[到至几半\\d一二两三四五六七八九十，,！!。]|$)|(?:暂停|停)(?:一下|一停)?${CARD}|${CARD}[^，。！？!?\\n]{0,4}(?:暂停|停(?:几|[\\d一二两三四五六七八九十]+)[天周])`);
const PAUSE_EN = /\b(?:pause|skip|suspend|a break from)\b.{0,24}\b(?:check-?ins?|challenges?|me)\b|\b(?:pause|take leave)\b.{0,12}\b(?:until|till|for|through)\b/i;
/** Somebody else's leave, or a question about how it works. */
const NOT_MINE = /[他她谁]们?(?:要|想|也)?请个?假|请个?假(?:的|条|了|过|流程|制度|规定|申请|系统)|(?:帮|替|给)(?!我)\S{1,6}请个?假|怎么请|能请几|可以请几|(?:取消|不|别|没)(?:要|用)?请?个?假|谁请|批/;

/** Whether an ask wants the asker's own check-ins to rest for some days. */
export const wantsPause = (ask: string): boolean => (PAUSE.test(ask) && !NOT_MINE.test(ask)) || PAUSE_EN.test(ask);

const BEFORE_OWN = /^(?:我|俺|本人|想|要|得|需要|打算|先|再|可以|可能|能|也|就|那|打卡|签到|从|到|至|起|开始|今[天日]|明天|后天|这|本|下|个|几|周[一二三四五六日末]?|星期[一二三四五六日天]?|[\d一二两三四五六七八九十]+|[月号日天]|的|\s)*$/;

/** Whether the leave an ask speaks of is its author's: nobody else stands before it. `titles`: of challenges, which may. */
export function isOwnLeave(ask: string, titles: readonly string[]): boolean {
  const at = ask.search(/请(?:个|.{1,5})?假/);
  const clause = ask.slice(0, Math.max(at, 0)).split(/[，,。；;！!？?\n]/).at(-1) ?? '';
  return BEFORE_OWN.test(titles.reduce((text, title) => text.replace(title, ''), clause));
}

/** Whether an ask wants to be reminded of checking in no more. */
export const dropsReminder = (ask: string): boolean => (new RegExp(`(?:取消|关|删|停|撤|不用|不要|不必|别)(?:掉|了|再)?[^，。！？!?\\n]{0,6}${CARD}[^，。！？!?\\n]{0,4}提醒|(?:不用|不要|不必|别|停止)(?:再)?提醒我?[^，。！？!?\\n]{0,4}${CARD}`).test(ask) && !/大家|他|她/.test(ask)) || /\b(?:stop|cancel|don'?t|no more)\b.{0,12}\bremind(?:ing|er)?s?\b.{0,16}\bcheck(?:ing)?[- ]?in\b|\b(?:stop|cancel|delete|turn off)\b.{0,8}\bcheck-?in reminders?\b/i.test(ask);

/** Whether an ask speaks of checking in. */
export const namesCheckin = (ask: string): boolean => new RegExp(CARD).test(ask) || /\bcheck(?:ing)?[- ]?in\b/i.test(ask);
