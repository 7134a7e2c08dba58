/** An act the AI member could be believed to have done. */
const THING = '行程|打卡|挑战|提醒|闹钟|闹铃|定时器?|计时器?|倒计时|投票|表决|日程|日历|备忘|通知|邮件|短信|消息|私信|红包|订单|位子|座位|机票|车票|门票|餐厅|酒店|预约|预订|群公告';
const DONE_ZH = new RegExp(
  [
    // “提醒设好了”, “已经创建投票”, “给大家发了消息”
    `(?:${THING}).{0,8}(?:排|设|定|建|创建|发|开|加|存|安排|约|订|买|启动|添加|开启|生效|上线).{0,3}(?:好|了|成|完|妥|上)`,
    `(?:${THING}).{0,4}(?:发起|开始|设置|设定|建立|创建|开启|上线|生效)(?:了|啦)`,
    `(?:已|已经|刚|刚刚|成功|都|帮|替|为|给).{0,10}(?:设|定|建|创|发|开|加|存|安排|约|订|买|启动|添加|开启|提醒|通知|转告|联系|告诉|叫|记).{0,8}(?:${THING}|好|了|过|下|住)`,
    `(?:设|定|建|创建|发|开|加|存|安排|约|订|买|启动|添加|开启)(?:好|了|成功|完|妥|上).{0,12}(?:${THING})`,
    `(?:${THING}).{0,4}(?:已|已经)`,
    // “搞定了”, “记住了”
    '(?:搞定|办好|办妥|安排上|弄好|处理好|设好|设置好|记住|记下|存好|发出去|发送|订好|约好)(?:了|啦|咯|完毕|成功)|已(?:搞定|办妥|完成|设|定|记|存|发|建|创建|订|约)(?!计|价|期|金)',
    '(?:设置|设定|创建|发送|预订|预约|提交|添加|保存|开启)(?:成功|完成|完毕|好了?)',
  ].join('|'),
);
const PROMISE_ZH = /(?:我|小\S|到时候?|届时|到点).{0,12}(?:会|将|一定|来|再).{0,12}(?:提醒|叫|喊|通知|告诉|转告|联系|发|打电话|@)|我(?:来|这就|马上|现在就|立刻)(?:去|来)?(?:设|定|建|发|开|订|约|买|提醒|通知|转告|叫)|(?:提醒|叫|喊|通知)(?:你|您)|(?:明早|明天|今晚|到时候?|到点|\d点|[一二三四五六七八九十]点).{0,4}(?:提醒|叫|喊)[。！!~～]*$/;
const DONE_EN = /\b(?:i(?:'ve| have)?|we(?:'ve| have)?)\s+(?:just\s+|now\s+|already\s+)?(?:set|created|scheduled|sent|started|made|booked|saved|added|noted|remembered|posted|opened|reminded|notified|told|ordered|paid|pinged|messaged|e-?mailed|alerted|texted|called|informed)\b|\b(?:reminders?|timers?|alarms?|polls?|votes?|challenges?|messages?|e-?mails?|notes?|events?|notifications?|bookings?|orders?)\b.{0,24}?\b(?:(?:is|are|has been|have been|was|were)\s+(?:now\s+|all\s+)?)?(?:set|created|scheduled|sent|started|live|saved|booked|added|active|placed)\b|^\s*(?:ok(?:ay)?[,.!]?\s*)?(?:all\s+)?(?:done|set)\b[.!]?|\ball set\b|\bconsider it done\b|^\s*noted\b/i;
const PROMISE_EN = /\bi(?:'ll| will|'m going to| am going to)\b.{0,16}\b(?:remind|notify|tell|send|message|wake|ping|alert|e-?mail|call|set|schedule|create|start)\b|\bwill (?:remind|notify|ping|wake|alert|message) (?:you|everyone|everybody|them|all)\b|\b(?:i'll|i will) let \w+ know\b|\byou(?:'ll| will) (?:be|get) (?:reminded|notified|a reminder|an alert)\b/i;
/** Says it did not, cannot, or only asks. */
const DENIED = /(?:没(?!问题|事|关系)|不能|无法|不会|做不到|并未|尚未|未(?!来)|不可以|等.{0,8}确认)|\b(?:not|cannot|can'?t|haven'?t|hasn'?t|won'?t|unable|never|isn'?t|aren'?t|no (?:reminder|timer|poll))\b|[?？]\s*$|(?:吗|呢)[。！!]?\s*$/i;
const ONCE_CONFIRMED = /(?:确认|同意)(?:之?后|了?才|一下)|点(?:一下|「|击).{0,6}(?:才|就|后)|等.{0,8}(?:确认|同意)|\b(?:once|after|when|if|until|as soon as)\b.{0,24}\bconfirm/i;

/** Where a name of somebody else stands before the act, it is told of them. */
function toldOf(text: string, at: number, names: readonly string[]): boolean {
  const before = text.slice(0, at + 1);
  return !/我|\bI\b/.test(before) && names.some((name) => name !== '' && before.includes(name));
}

interface Claimer {
  /** Members other than the AI member. */
  names: readonly string[];
  /** The sentence cites messages: it may tell what somebody did. */
  cites: boolean;
  /** A proposal comes with the answer: what happens once it is confirmed may be said. */
  proposes: boolean;
}

/**
 * Whether a sentence says that something was set, sent or promised. Tools only propose, so that is never true of the
 * turn it stands in: “I set a timer” cannot be said without a stored reminder.
 */
export function claimsAct(said: string, { names, cites, proposes }: Claimer): boolean {
  // what stands in quotation marks is somebody's message: that it does, its source is held against
  const text = cites ? said.replace(/[“「][^”」]*[”」]/g, ' ') : said;
  if (DENIED.test(text) || (proposes && ONCE_CONFIRMED.test(text))) return false;
  const hits = [DONE_ZH, PROMISE_ZH, DONE_EN, PROMISE_EN].flatMap((pattern) => pattern.exec(text)?.index ?? []);
  if (hits.length === 0) return false;
  return !(cites && toldOf(text, Math.max(...hits), names));
}
