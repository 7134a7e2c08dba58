/** What an ask for a poll holds. Fewer than two options: they have to be asked for. */
export interface PollWish {
  question: string;
  options: string[];
  many: boolean;
}

/** Whom a reminder is for: the asker, everybody, or nobody that was named. */
export interface ReminderWish {
  who: 'me' | 'all' | 'none';
}

export interface MemoryWish {
  /** Empty: it is not said what to keep. */
  fact: string;
}

const POLL = /(?:发起|组织|开|搞|弄|做|来|拉|建|发|用)?(?:一?[个次场轮下])?(?:匿名|多选|单选)?(?:投票|表决)(?:的方式|方式|一下|吧)?|投(?:一?个|一下|一|下)?票(?:吧)?|\b(?:(?:start|make|create|open|run|set up|do|have|let'?s(?: have)?)\s+)?(?:an?\s+|the\s+)?(?:multiple[- ]choice\s+)?(?:quick\s+)?(?:poll|vote)(?:\s+(?:on|about|for|between))?\b|\blet'?s vote(?:\s+(?:on|about|between))?\b/i;
/** Words about a poll that is there already. */
const ABOUT_POLLS = /(?:怎么|如何|怎样)(?:发起|用|弄|做|创建|开)?投票|投票给|投票(?:的)?(?:通过|否决|结果|情况|进度|进行|开始了|结束|截止了|没有?|了吗|怎么样|多少|记录|规则)|谁(?:还)?(?:没|都|来|在)?(?:去)?投|(?:都|已经?|刚才?|我)投(?:了|过|完|给)|投(?:过|完|了)|投(?:给|的是)|怎么投|(?:取消|删|停|结束|关掉?|撤)(?:掉|了|回)?.{0,6}(?:投票|表决)|(?:投票|表决)(?:关|删|停|取消|撤)|不(?:要|用|想)(?:再)?(?:发起)?投票|\b(?:who|how many|did|has|have)\b.{0,20}\bvoted?\b|\b(?:cancel|close|delete|end|stop)\b.{0,12}\b(?:poll|vote)|\b(?:poll|vote)s?\s+(?:results?|over|end)/i;
const MANY = /多选|可以选?(?:多|几)个?|不限(?:个数|一个)|\bmulti(?:ple)?[- ](?:choice|select)|\b(?:pick|choose) (?:any|several|more)/gi;
const POLL_NOISE = /^(?:(?:我们?|咱们?)?(?:想要?|要)(?!不要)|请|麻烦|帮忙|帮(?:我们?|大家|咱们?)?|给(?:我们?|大家|咱们?)|让(?:大家|我们|咱们)|大家|我们|咱们?|来|就|那|那么|please|can you|could you|决定(?:一下)?|关于|一下|选项(?:是|有|为)?|(?:问题|题目|主题)(?:是|为)?)\s*|^[\s，,。.:：、]+|(?:吧|一下|呢|啊|呗|大家|来|决定|定一下|好吗|行吗|please)\s*$|[\s，,。.；;!！:：、]+$/gi;
const LIST = /\s*(?:[、,，/|;；\n]|\bvs\.?\b)\s*/i;
const OR = /\s*(?:还是|或者?是?|抑或|\bor\b)\s*/i;
const LAST_OF_LIST = /\s*(?:还是|或者?是?|和|以及|\bor\b|\band\b)\s*/i;
const MOST_OPTIONS = 10;

function trimmed(text: string, noise: RegExp): string {
  let before = text;
  for (let after = before.replace(noise, ''); after !== before; after = after.replace(noise, '')) before = after;
  return before.trim();
}

const bare = (option: string): string => trimmed(option.replace(/[?？]\s*$/, '').replace(/^\s*(?:[A-Za-z0-9]{1,2}[.)、．]|[-•])\s*/, ''), /[\s，,。.;；!！?？]+$/g);

const isHan = (text: string): boolean => /\p{Script=Han}/u.test(text);

/** A question that is answered with yes or no, and how. */
const EITHER_WAY = /([\p{Script=Han}])不(\1[\p{Script=Han}]?)/u;
const WHETHER = /吗\s*[?？]?$|^(?:should|shall|do|does|are|is|can|could|will|would)\b.*\?$/i;
const ASKS = /什么|哪|几|谁|怎么|吗|呢|多少|\b(?:what|which|where|when|who|how)\b/i;

function yesOrNo(question: string): string[] {
  const either = EITHER_WAY.exec(question);
  if (either) return either[2] === '' ? [] : [either[1] as string, `不${either[1]}`];
  if (!WHETHER.test(question)) return [];
  return isHan(question) ? ['赞成', '不赞成'] : ['Yes', 'No'];
}

/**
 * “烧烤定周六还是周日去”: what stands before the first choice and after the last belongs to the question. It shows where
 * the choices begin or end with the same sign.
 */
function alike(first: string, second: string): string[] {
  const [a, b] = [[...first], [...second]];
  const start = a.length > b.length ? a.lastIndexOf(b[0] as string) : 0;
  if (start > 0) return [a.slice(start).join(''), second];
  return a[0] === b[0] && b.length > a.length && a.length > 1 ? [first, b.slice(0, a.length).join('')] : [first, second];
}

function choicesOf(text: string): string[] {
  const numbered = text.split(/\s+(?=\d{1,2}[.、)])|^(?=\d{1,2}[.、)])/).map(bare).filter(Boolean);
  if (numbered.length > 1 && /\d{1,2}[.、)]/.test(text)) return numbered;
  const spaced = text.split(/\s+/).filter(Boolean);
  if (spaced.length > 2 && spaced.every((word) => isHan(word) && word.length <= 6)) return spaced.map(bare);
  const listed = text.split(LIST).flatMap((part, i, all) => (i > 0 && i === all.length - 1 ? part.split(LAST_OF_LIST) : [part]));
  const options = listed.map(bare).filter(Boolean);
  if (options.length > 2) return options;
  const either = text.split(OR).map(bare).filter(Boolean);
  if (either.length === 2) return alike(either[0] as string, either[1] as string);
  return either.length > 2 ? either : options;
}

/** Where the question ends and its choices begin: the last colon that is none of a time, else a question mark inside, else a comma after words that ask. */
function titleEnd(text: string): number {
  for (let at = text.length - 1; at > 0; at--) if ((text[at] === '：' || text[at] === ':') && !/^\d/.test(text.slice(at + 1))) return at;
  const mark = text.search(/[?？](?=.*\S)/);
  if (mark >= 0) return mark;
  const comma = text.search(/[，,]/);
  return comma > 0 && ASKS.test(text.slice(0, comma)) && choicesOf(text.slice(comma + 1)).length > 1 ? comma : -1;
}

/** Whether an ask wants a poll, and which. Undefined: it does not; being reminded to vote is a reminder. */
export function wantsPoll(ask: string): PollWish | undefined {
  if (!POLL.test(ask) || ABOUT_POLLS.test(ask) || wantsReminder(ask)) return undefined;
  const many = ask.search(MANY) >= 0;
  const body = trimmed(ask.replace(MANY, '').replace(POLL, '，').replace(/[（(]\s*[)）]/g, '').replace(/[，,\s]*，[，,\s]*/g, '，'), POLL_NOISE);
  const end = titleEnd(body);
  const title = end < 0 ? '' : trimmed(body.slice(0, end), POLL_NOISE);
  const rest = end < 0 ? body : trimmed(body.slice(end + 1), POLL_NOISE);
  const options = [...new Set(choicesOf(rest))].slice(0, MOST_OPTIONS);
  const mark = isHan(ask) ? '？' : '?';
  if (options.length < 2) {
    const either = yesOrNo(title || body);
    return { question: either.length > 0 ? bare(title || body) + mark : title || body, options: either, many };
  }
  const whole = OR.test(rest) && options.length === 2 ? bare(rest) : isHan(ask) ? '选哪个' : 'Which one';
  return { question: bare(title || whole) + mark, options, many };
}

const REMIND = /提醒(?!过|了|得|的|到位|事项)|(?:到时候?|时候?|[点分半刻时后早晚天])\s*(?:记得)?(?:叫|喊)(?:一?[下声])?(?:我|大家|我们|咱们?|他|她|醒|起床)|(?:别|不要)忘(?:了|记)?(?:提醒|叫|喊)|(?:设|定|上|开|弄|调)(?:一?个|置)?(?:.{0,12}的)?(?:闹钟|闹铃|提醒|定时|倒计时|计时器?)|\b(?:remind|wake|ping|nudge)\s+(?:me|us|everyone|everybody|all|the group|them|him|her)\b|\bset\s+(?:up\s+)?(?:an?|the)\s+(?:[\w: ]{0,20})?(?:alarm|timer|reminder)\b/i;
const ABOUT_REMINDERS = /(?:谢谢?|感谢|多谢).{0,6}提醒|提醒(?:了吗|过吗|没有?[？?]|功能)|(?:谁|哪些|几个|多少|什么(?:时候)?)\S{0,6}提醒|有(?:哪些|什么|没有)提醒|(?:取消|删|关|停|改|撤)(?:掉|了|回)?.{0,8}(?:提醒|闹钟|定时)|(?:不用|不要|别|不必|没)(?:再)?提醒|你(?:能|会|可以)(?:设|定)?提醒吗|\b(?:thanks?|thank you)\b.{0,20}\bremind|\b(?:cancel|delete|stop|remove)\b.{0,20}\b(?:reminder|alarm|timer)|\b(?:don'?t|do not|did|didn'?t)\b.{0,10}\bremind|\b(?:which|what|who)\b.{0,20}\bremind/i;
const FOR_ALL = /(?:提醒|叫|喊)(?:一?[下声])?(?:大家|所有人|全体|各位|我们|咱们?|全家|同学们|家人们)|@(?:所有人|大家|all)|\b(?:remind|wake|ping|nudge)\s+(?:us|everyone|everybody|all|the group)\b/i;
const FOR_ME = /(?:提醒|叫|喊)(?:一?[下声])?(?:我|自己|俺)|\b(?:remind|wake|ping|nudge)\s+me\b/i;

/** Whether an ask wants a reminder. Its time is read by the engine. */
export function wantsReminder(ask: string): ReminderWish | undefined {
  if (!REMIND.test(ask) || ABOUT_REMINDERS.test(ask)) return undefined;
  return { who: FOR_ALL.test(ask) ? 'all' : FOR_ME.test(ask) ? 'me' : 'none' };
}

const REMIND_WORDS = /(?:请|麻烦|帮忙|帮(?:我们?|大家)?|给我们?)?\s*(?:到时候?|记得|别忘了?|不要忘(?:了|记)|要|再)?\s*(?:提醒|叫醒?|喊)(?:一[下声]|下(?=大家|我|咱|各|所|全))?\s*(?:大家|所有人|全体|各位|我们?|咱们?|自己|全家)?(?:一[下声])?|(?:请|帮我们?|给我们?)?(?:设|定|上|开|弄|调)(?:一?个|置)?\s*(?:的)?(?:闹钟|闹铃|提醒|定时|倒计时|计时器?)|\b(?:please\s+)?(?:can you\s+|could you\s+)?(?:remind|wake|ping|nudge)\s+(?:me|us|everyone|everybody|all|the group)(?:\s+up)?(?:\s+(?:to|that|about|of|when))?\b|\b(?:please\s+)?set\s+(?:up\s+)?(?:an?|the)\s+(?:alarm|timer|reminder)(?:\s+(?:to|that|about|for|of))?\b/gi;
const EDGE = /^(?:请|麻烦|帮忙)(?=[\s，,在于帮给把])|^(?:(?:在|到了?|以后|今后)(?=[^达])|于|的时候?|的|时|要|去?记得|就|，|提前|前|之前|at|on|in|by|to|that|for|and|please)(?=[\s\p{Script=Han}]|$)\s*|^[\s，,。.:：、；;!！?？~～…"“”「」]+|(?:的时候?|在|吧|哦|啊|呀|哈|好吗|行吗|可以吗|谢谢|提前|(?:this |tomorrow |in the )?(?:morning|afternoon|evening)|tomorrow|tonight|at|on|in|by|for|please|thanks?)\s*$|[\s，,。.:：、；;!！?？~～…"“”「」]+$/giu;

/** The words a reminder is to say: an ask without its times and without the wish. Empty: it only names a time. */
export function reminderText(ask: string, times: readonly (readonly [number, number])[]): string {
  let rest = ask;
  for (const [start, end] of [...times].sort((a, b) => b[0] - a[0])) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  return trimmed(rest.replace(REMIND_WORDS, ' ').replace(/\s+/g, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''), EDGE);
}

const REMEMBER = /(?:以后|今后)(?:要)?记得|(?:请|麻烦)?(?:你|帮(?:我们?|大家|忙))?(?:要|一定)?(?:记住(?!了|吗)|记一下|记个?一?笔|记着|记下来?(?!了)|存一下|长期记住)(?:这[件个]?事?|哈|啊|了)?|\b(?:please\s+)?(?:remember|keep in mind|note(?:\s+down)?|make a note)(?:\s+(?:that|this|of))?\b/i;
const ABOUT_MEMORY = /记(?:住|得|下)?了?(?:吗|没有?|什么|哪些|多少)|(?:还|不|没)记得|记住了|别记|不(?:要|用)记|忘掉|\b(?:do|did|can|what)\b.{0,12}\b(?:you\s+)?remember\b|\bi (?:don'?t )?remember\b/i;
const FACT_EDGE = /^[\s，,。.:：、；;]+|[\s，,、；;:：]+$/g;

/** Whether an ask wants something kept in mind, and what. A wish to be reminded is none. */
export function wantsMemory(ask: string): MemoryWish | undefined {
  if (!REMEMBER.test(ask) || ABOUT_MEMORY.test(ask) || wantsReminder(ask)) return undefined;
  return { fact: trimmed(ask.replace(REMEMBER, ' '), FACT_EDGE) };
}
