import { aboutCheckins } from '../checkin/about';

/** Starting one: a verb of beginning before the noun, or a noun that carries how often or how long. */
const NOUN = '(?:打卡|挑战|签到活动|习惯养成)';
const START = new RegExp(
  [
    `(?:发起|组织|开始?|开启|建|做|来|搞|弄|拉|办|设|定|加|约|起|创建|新建|想要?)(?:一?个|一下|一场|一轮|个)?.{0,20}?${NOUN}`,
    `(?:一起|大家|我们|咱们?|全家).{0,24}?${NOUN}`,
    `(?:每天|天天|每日|每个?工作日|工作日|隔天|每隔?[一二两三四五六\\d]天|每个?月|周[一二三四五六]到周[二三四五六日]|每个?周[一二三四五六日末]|每个?(?:周|星期|礼拜)|(?:一|每)(?:周|星期|礼拜)[\\d一二两三四五六七]+(?:次|天)|连续|坚持|[\\d一二两三四五六七八九十百]+\\s*天|[一二两三四\\d]+个?(?:周|星期|月)).{0,24}?${NOUN}`,
    `${NOUN}(?:活动|计划|任务)?[：:，,]?.{0,8}(?:每天|每日|工作日|每周|[\\d一二两三四五六七八九十百]+\\s*天)`,
  ].join('|'),
);
const START_EN = /\b(?:start|create|set up|make|begin|run|do|have|launch|open|organi[sz]e|try)\b.{0,40}\b(?:challenge|habit tracker|check-?in)s?\b|\b(?:daily|weekly|\d+[- ]days?)\b.{0,24}\b(?:challenge|check-?ins?)\b/i;
/** About one that is there, about a sight people visit, or against it. */
const ABOUT = /(?:我|本人|俺)(?:也|想|要|先)*(?:参加|加入|报名)|谁|哪[些里个]|什么时候|吗$|了没|没有?打(?!卡?的)|(?:打卡|挑战).{0,6}改[到成为]|(?:成功|失败|完成|结束)了|打了|打过|打完|几天了|多少天了|怎么(?:打|用|发|样)|(?:取消|结束|删|停|关|退出|不(?:要|想|用)(?:再)?|别(?:再)?).{0,8}(?:打卡|挑战)|打卡(?:地|点|处|圣地|照|记录|情况|结果|排名|排行|了|过|完|成功|失败)|网红|景点|上班打卡|公司打卡/;
const ABOUT_EN = /\b(?:who|which|how many|did|does|has|have (?:i|we|you)|cancel|stop|end|delete|quit|leave)\b.{0,30}\b(?:challenge|check(?:ed)?[- ]?in)/i;

/** Asks for leave, not for an answer. */
const POLITE = /[，,\s]*(?:好吗|行吗|可以吗|怎么样|好不好|行不行|如何|怎样)?\s*[？?!！。~～]*$/;

/** No more than what it is about: 戒烟打卡. Whoever goes somewhere checks in there otherwise. */
const BARE = /^(?!.*(?:去|逛|^到|[我们]到|旅游|拍照打卡|都|还|也|昨天|刚)).{2,20}打卡(?:[，,。！!]|$)/;

/** Whether an ask wants a challenge to be started. One that is about who has done what is none. */
export function wantsChallenge(ask: string): boolean {
  const wish = ask.replace(POLITE, '');
  const begins = START.test(wish) || (BARE.test(wish) && aboutCheckins(wish) === undefined);
  return (begins && !ABOUT.test(wish)) || (START_EN.test(wish) && !ABOUT_EN.test(wish));
}

const STAKES = /(?<!不|不用|不会|没有?|无)(?:罚(?:款|钱|\d|站|酒|请)|押金|押钱|赌|奖金|(?:发|抢|赢|领)(?:个|一个)?红包|输(?:了|的|家)|没打(?:卡|的|完)?(?:的?人?)?(?:要|就|得)?(?:请客|请吃|交钱|交\s*\d+|发红包))|\b(?:bet|wager|stakes?|forfeit|loser|losers?|fined?|prize money)\b/i;

/** Whether an ask would have something won or lost: that is never so. */
export const namesStakes = (ask: string): boolean => STAKES.test(ask);
