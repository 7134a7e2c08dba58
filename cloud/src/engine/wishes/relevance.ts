import type { ReadConstraint } from './types';

const JOKE = /哈哈哈*$|开玩笑|逗你|说着玩|狗头|\[doge\]|🐶|才怪|做梦|梦里|下辈子|(?:要是|如果|假如|假设|等我?|万一)[^,。]{0,8}(?:中(?:奖|彩票|了)|有钱|发财|暴富|富了|退休|老板请|彩票|有时间机器)/;
const REPORTED = /听说|据说|网上(?:说|都)|小红书(?:上|说)|攻略(?:上|里)?说|(?<![我咱])(?:他|她)们?(?:家|公司)?(?:说|想|要|喜欢|不想|不吃|打算|准备)|别人|人家(?:说|想|都)|朋友圈|抖音|新闻|(?:隔壁|楼下|邻居|老板|领导|同学|同事)[^,。]{0,6}(?:说|要去|想去|去了|他们)/;
/** Who is with the speaker: 我妈不能爬山 is his party's wish. */
const OWN = /我(?:的|们)?(?:家)?(?:爸|妈|父母|爷爷|奶奶|外公|外婆|姥姥|姥爷|老公|老婆|媳妇|爱人|对象|女朋友|男朋友|女友|男友|孩子|娃|儿子|女儿|闺女|宝宝|公公|婆婆|岳|哥|姐|弟|妹|朋友|闺蜜|室友|同学|同事|老人)|我家|孩子|老人|爸妈/;
const WORK = /出差|报告|开会|上班|加班|作业|考试|论文|快递|面试|项目(?!必玩)|客户|周报|日报|打卡上班|交(?:了|给|报|上)|ddl|deadline|合同|发票|报销|简历|课(?!程)|体检|取件|外卖|医院/;
const FACT = /几点|多少钱?|怎么(?:走|去|坐|买|订|预约)|在哪|哪里有卖|为什么|啥时候|什么时候|谁(?:去过|知道|有)|有人|多久|多远|好玩[吗么]|贵[吗么]|远[吗么]|冷[吗么]|开门|关门|闭馆|要(?:门票|预约|排队)[吗么]|去过[^,。]{0,8}[吗么没]|够[吗么不]/;
const PROPOSES = /要不|怎么样|如何|吧|想|能不能|可不可以|可以[^,。]{0,8}[吗么]|行[吗么不]|好[吗么不]|[吗么不]?好吗|希望|最好|建议|安排/;
const WISHES =
  /想|要|希望|最好|别|不|喜欢|爱|得|必须|一定|求|投|建议|提议|可以|吧|就|行|预算|人均|以内|除了|算了|改|换|忌口|吃素|能|需要|安排|打算|准备|计划|去|住|吃|坐|玩|看|逛|\+1|➕1|带|一起|咱|我们/;
const TRIP = /去|玩|旅|行程|出发|游|酒店|民宿|机票|车票|高铁|飞机|火车|景点|假期|国庆|五一|元旦|春节|清明|端午|中秋|返程|回来|订房|攻略|天|晚|目的地|出行|人/;

/** Types that other talk is full of as well: a date is mostly no date of the trip. */
const EVERYDAY = new Set(['date', 'arrive', 'leave', 'people', 'days', 'from_city', 'rest']);
/** A bare word or two is a wish where the trip is talked of: 火锅, 杭州. */
const BARE = 14;

const saysOther = (clause: string, people: readonly string[]): boolean =>
  !OWN.test(clause) && (REPORTED.test(clause) || people.some((name) => name.length > 1 && new RegExp(`${name.replace(/[^\p{L}\p{N}]/gu, '.')}(?:他|她)?(?:说|想|要(?!不)|喜欢|不想|不吃|打算|爱|不能)`, 'u').test(clause)));

/** Whether a clause with constraints in it wishes something of the trip under talk, or tells, jokes, asks or reports. */
export function isWish(clause: string, message: string, constraints: readonly ReadConstraint[], people: readonly string[]): boolean {
  if (JOKE.test(message) || saysOther(clause, people)) return false;
  if (FACT.test(clause) && !PROPOSES.test(clause)) return false;
  const everyday = constraints.every(({ type }) => EVERYDAY.has(type));
  if (everyday && (WORK.test(message) || !TRIP.test(message))) return false;
  return WISHES.test(clause) || clause.length <= BARE || !everyday;
}
