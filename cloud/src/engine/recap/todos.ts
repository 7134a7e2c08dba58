import { sentencesOf } from '../text/sentences';
import { dueIn } from './due';
import type { RecapMessage, Todo } from './types';

const ACTS =
  '(?:订|买|发|写|做|联系|准备|带|整理|查|问|预约|通知|打印|提交|交|更新|报名|安排|拍|转|取|送|接|定|约|搜|找|拿|收|统计|建|改|填|办|打|寄|借|还|付|垫|负责|确认|检查|核对|搬|洗|煮|烤|开车|跟进|处理|看看|统筹|记账|催|领|上传|下载|复习|预习|背|读|画|录|剪|修|盯)';
const WHEN = '(?:今天|今晚|明天|明早|明晚|后天|周.|星期.|下周.?|回头|等下|一会儿?|待会儿?|到时候?|晚点|先|再|会|就|也|马上|现在|中午|下午|晚上|早上)*';
/** The speaker takes it on. */
const MINE = new RegExp(`(?:^|[，,。；;！!\\s])(?:那|好的?[，,]?)?我${WHEN}(?:来|去|负责|来负责|帮(?:大家|你们?)?|把.{1,12})?${ACTS}`);
/** Somebody is asked by name. */
const YOURS = new RegExp(`^[\\s，,：:]*(?:你|就)?(?:${WHEN})(?:来|去|负责|记得|帮(?:忙|我|大家)?|麻烦|别忘了?|要|得|把.{1,12})*${ACTS}`);
/** Everybody, or nobody in particular, is reminded. */
const OURS = new RegExp(`(?:记得|别忘了?|务必|请|需要|要|得|必须|麻烦)(?:大家|各位|每个?人|都|在|先|各自|提前|于)?.{0,16}?${ACTS}`);

const MINE_EN = /\b(?:i'?ll|i will|i'?m going to|i can|let me)\s+(?:also\s+)?(?!(?:be|see|think|try|not|never|go to bed)\b)[a-z]{2,}\s+\S+/i;
const YOURS_EN = /^[\s,:]*(?:please|can you|could you|will you|would you|you(?:'?ll| will| should| need to)?|needs? to|has to|will|is (?:going to|in charge of))\s+[a-z]{2,}/i;
const OURS_EN = /\b(?:remember to|don'?t forget to|please|everyone (?:should|must|needs to)|we (?:need|have) to|must)\s+[a-z]{2,}/i;

const NOT_A_TASK = /[？?吗]["”’]?$|没(?:有)?(?:来得及|空)|不(?:用|必|要|想|去|来|会|能)|已经|刚(?:刚|才)?|昨天|前天|上(?:周|次|个?月)|如果|要是|当时|以前|小时候|\b(?:already|yesterday|last (?:week|night)|if|used to|don'?t (?:need|want)|won'?t|can'?t)\b|了[。！!~～]*$/i;

interface Claim {
  owner: string | null;
  needsDue: boolean;
}

/** Who is meant when the sentence begins with (or mentions by @) a member's name. */
function addressed(text: string, authors: readonly string[]): string | null {
  for (const author of authors) {
    const at = text.startsWith(author) ? 0 : text.indexOf(`@${author}`) + 1;
    if (at === 0 && !text.startsWith(author)) continue;
    const rest = text.slice(at + author.length);
    if (YOURS.test(rest) || YOURS_EN.test(rest)) return author;
  }
  return null;
}

function claimIn(text: string, speaker: string, authors: readonly string[]): Claim | null {
  if (NOT_A_TASK.test(text)) return null;
  const owner = addressed(text, authors);
  if (owner !== null) return { owner, needsDue: false };
  if (MINE.test(text) || MINE_EN.test(text)) return { owner: speaker, needsDue: false };
  return OURS.test(text) || OURS_EN.test(text) ? { owner: null, needsDue: true } : null;
}

/**
 * A to-do is an action with an owner or a time. `authors` are the names people are called by, longest first; the owner
 * is one of them or null.
 */
export function todosIn(messages: readonly RecapMessage[]): Todo[] {
  const authors = [...new Set(messages.map((message) => message.author))].filter((name) => name !== '').sort((a, b) => b.length - a.length || (a < b ? -1 : 1));
  return messages.flatMap((message) =>
    sentencesOf(message.text).flatMap(({ text }) => {
      const claim = claimIn(text, message.author, authors);
      const due = claim === null ? null : dueIn(text);
      return claim === null || (claim.needsDue && due === null) ? [] : [{ text, owner: claim.owner, due, cites: [message.id] }];
    }),
  );
}
