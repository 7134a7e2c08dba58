import { asksMine, asksToday } from './wish';

/** What an ask wants to know of challenges that run: `act`: to have a check-in made, `manage`: to have a challenge changed or left. */
export const ABOUT = ['today', 'own', 'ranks', 'makeup', 'rules', 'act', 'manage', 'week'] as const;
export type About = (typeof ABOUT)[number];

const CARD = '(?:打\\s*卡|签到)';
const WITHIN = '[^，,。！？!?\\n]';

const RANKS = new RegExp(
  [
    `${CARD}${WITHIN}{0,8}(?:排行|排名|名次|[榜前][三3五5]?)`,
    '^(?:看看?一?下?|发一?下?|我们|大家|今天|现在|目前|的)*(?:连续|累计|总)?(?:排行榜?|排名|榜单|名次)',
    '(?:连续|累计|总)榜',
    '我(?:现在|目前)?(?:排|是|在)?第几',
    `谁${WITHIN}{0,4}(?:连续|坚持|累计|${CARD})${WITHIN}{0,6}最(?:多|久|长|好)`,
    '^谁(?:现在|目前)?(?:是|排)?(?:第一|最多|最久|领先)',
  ].join('|'),
);
const RANKS_EN = /\bleader ?board\b|\brankings?\b|\bwho(?:'s| is) (?:leading|ahead|winning|first)\b|\bmy rank\b|\b(?:longest|best) streak\b/i;

const MAKEUP = new RegExp('(?:帮|替|给)(?:我|俺)?补一?[下个张]?(?:卡|签)|^(?:我)?(?:想|要|能|能不能|可以|怎么|如何|需要)*补一?[下个张]?(?:卡|签)(?:吗|吧)?[。！!？?\\s]*$|补一?下?(?:昨[天日]|前[天日]|上?周|那天|[\\d一二两三四五六七八九十月]+[号日])' + `${WITHIN}{0,4}(?:卡|签)`);
const MAKEUP_EN = /\bmake up\b.{0,20}\b(?:yesterday|day|check-?in|missed)\b|\buse a make-?up\b/i;

const ACT = new RegExp(`^(?:我)?(?:要|想|来|现在|帮我|替我|给我|帮忙)*${CARD}(?:了|啦|一下|吧)*[。！!～~\\s]*$|^我?(?:今天|已经|刚刚?)*打(?:完|好)?卡(?:了|啦)[。！!\\s]*$`);
const ACT_EN = /^(?:please |can you )?check me in\b|^i(?:'ve| have)?(?: just)? checked in\b|^check(?:ing)?[- ]in[.!\s]*$/i;

const RULES = new RegExp(`${CARD}(?:的|有)?(?:什么|哪些)?(?:规则|要求)|${CARD}(?:要|得|该|需要)?(?:交|写|拍|录|填)(?:什么|啥|多少)|(?:几点|什么时候)(?:截止|结束|能|可以)?${CARD}|${CARD}${WITHIN}{0,4}(?:几点|什么时候|还[有剩](?:几天|多久|多少天))|还[有剩](?:几天|多久|多少天)${WITHIN}{0,4}${CARD}|怎么${CARD}`);
const RULES_EN = /\b(?:rules?|deadline)\b.{0,16}\bchallenges?\b|\bchallenges?\b.{0,16}\b(?:rules?|deadline|end|close)s?\b|\bhow do (?:i|we) check in\b/i;

const MANAGE = new RegExp(`(?:改|换)一?下?(?:${CARD}|挑战)(?:的)?(?:规则|时间|名字|要求)|(?:${CARD}|挑战)${WITHIN}{0,6}(?:改[到成为]|延长|提前结束)|(?:结束|关|删|停止|取消|退出)(?:掉|闭|除)?${WITHIN}{0,6}(?:${CARD}|挑战)(?!提醒)|不(?:想|要)再?(?:参加)?${CARD}了|(?:取消|提前结束|销)(?:我的)?请?假`);
const MANAGE_EN = /\b(?:leave|quit|end|close|cancel|change|edit)\b.{0,20}\bchallenge\b|\b(?:cancel|end) my (?:leave|pause)\b/i;

const WEEK = new RegExp(`(?:这|本|上|最近)一?个?(?:周|星期|礼拜|月)${WITHIN}{0,6}${CARD}${WITHIN}{0,4}(?:怎么样|如何|咋样|情况)|${CARD}(?:的)?(?:周报|小结|总结|报告)`);
const WEEK_EN = /\bchallenge report\b|\bhow did we do\b.{0,16}\bweek\b/i;

/** Speaking of a place people go to, of work, or of being reminded. */
const OTHER = /发起|组织|网红|景点|打卡(?:地|点(?!名)|处|圣地|照)|上班|公司|考勤|提醒|\bremind|\bhotel\b|\bflight\b/i;

const READINGS: readonly (readonly [About, RegExp, RegExp])[] = [
  ['week', WEEK, WEEK_EN],
  ['makeup', MAKEUP, MAKEUP_EN],
  ['manage', MANAGE, MANAGE_EN],
  ['ranks', RANKS, RANKS_EN],
  ['rules', RULES, RULES_EN],
  ['act', ACT, ACT_EN],
];

/** What an ask wants to know of challenges that run; undefined: nothing. */
export function aboutCheckins(ask: string): About | undefined {
  if (asksMine(ask)) return 'own';
  const hit = OTHER.test(ask) ? undefined : READINGS.find(([, zh, en]) => zh.test(ask) || en.test(ask));
  return hit?.[0] ?? (asksToday(ask) ? 'today' : undefined);
}
