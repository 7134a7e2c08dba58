import type { ReadConstraint } from './types';

const JOKE = /开玩笑|逗你|说着玩|狗头|\[doge\]|🐶|才怪|做梦|梦里|下辈子|(?:要是|如果|假如|假设|等我?|万一)[^,。]{0,8}(?:中(?:奖|了?彩票|了)|有钱|发财|暴富|富了|退休|老板请|彩票)/;
const REPORTED = /你们(?:去|吃|玩|逛|住)(?!哪|不|吗)|听说|据说|网上(?:说|都)|小红书(?:上|说)|攻略(?:上|里)?说|(?<![我咱])(?:他|她)们?(?:家|公司)?(?:说|想|要|喜欢|不想|不吃|打算|准备)|别人|人家(?:说|想|都)|朋友圈|抖音|新闻|(?:隔壁|楼下|邻居|老板|领导|同学|同事)[^,。]{0,6}(?:说|要去|想去|去了|他们)/;
/** Who is with the speaker: 我妈不能爬山 is a wish of his party. */
const OWN = /我(?:的|们)?(?:家)?(?:爸|妈|父母|爷爷|奶奶|外公|外婆|姥姥|姥爷|老公|老婆|媳妇|爱人|对象|女朋友|男朋友|女友|男友|孩子|娃|儿子|女儿|闺女|宝宝|公公|婆婆|岳|哥|姐|弟|妹|朋友|闺蜜|室友|同学|同事|老人)|我家|孩子|老人|爸妈/;
const WORK = /出差|报告|开会|上班|加班|作业|考试|论文|快递|面试|项目(?!必玩)|客户|周报|日报|交(?:了|给|报|上)|ddl|deadline|合同|发票|报销|简历|课(?!程)|体检|取件|外卖|医院|答复|汇总|排练|合练|修(?:好|修|车|一下)|水电|房租|电费|份子|值日|药/;
/** What somebody will see to: 机票我来订, 费用先收200. */
const TASK = /(?<!给)我(?:来|去|先|一起|统一|负责|这就|可以)*(?:买|订|挑|查|找|发|问|印|收|做|剪|洗|修|抢|垫)|我(?:来|负责|包了)|我带(?!.{0,6}(?:孩子|娃|爸|妈|老人|宝|女朋友|男朋友|老公|老婆|爷爷|奶奶|小孩|朋友|儿子|女儿))|(?:发|私|报给|转)我|发给|给(?:你们?|大家)(?!安排|推荐|个)|给我(?!们?(?:家|的)?(?:安排|推荐|找|选|挑|来|整|个|[爸妈爷奶公婆姥娃儿女闺]))|收\d|每人(?:先)?[收交]|先(?:交|付|收|转)|我家有|多退少补/;
const FACT = /几点|多少钱?|怎么(?:走|去|坐|买|订|预约)|在哪|哪里有卖|为什么|啥时候|什么时候|谁(?:去过|知道|有|说(?:要|想)|(?:想|要|会|敢|愿意|还|高兴)+去?)|干(?:嘛|吗|啥|什么)|有人|多久|多远|(?:好[玩吃喝看逛]|值得?|贵|远|冷|热|够|挤|堵|方便|安全|干净)[吗么]|够不|开门|关门|闭馆|(?:要|让|用|有|得)[^,。]{0,8}[吗么]$|去过[^,。]{0,8}[吗么没]|怎么这么|(?:要|得|需要?)(?:提前|预约|排队)/;
const COMPLAINS = /人(?:太|超|好|很)?多|太?贵|太?堵|怕|没意思|不好玩|无聊|踩雷|后悔/;
/** What somebody thinks little of: told, not wished. */
const BELITTLES = /无所谓|一般般|不怎么样|不咋[样的地]|没啥(?:意思|好?[看玩吃逛])|坑(?:钱|人|爹)|难吃|智商税|名不副实/;
/** 太贵了吧 proposes nothing. */
const EXCLAIMS = /太[^,。]{1,3}了吧?/;
const WEATHER = /下(?:[大小中暴阵])?[雨雪]|台风|[降升]温|气温|天气|雾霾|[晴阴]天/;
const PROPOSES = /要不|怎么样|如何|吧|想|能不能|可不可以|可以[^,。]{0,8}[吗么]|行[吗么不]|好[吗么不]|希望|最好|建议|安排/;
const WISHES =
  /想|要|希望|最好|别|不|喜欢|爱|得|必须|一定|求|投|建议|提议|可以|吧|就|行|预算|人均|以内|除了|算了|改|换|忌口|吃素|能|需要|安排|打算|准备|计划|去|住|吃|坐|玩|看|逛|\+1|带|一起|咱|我们/;
const TRIP = /[早中午晚]上?到$|去|玩|飞|到家|旅|行程|出发|游|酒店|民宿|机票|车票|高铁|飞机|火车|景点|假期?|国庆|五一|元旦|春节|清明|端午|中秋|返程|回|订房|攻略|[\d一二两三四五六七八九十几](?:天|晚|个?人|位|口)|目的地|出行|到达|走|有空|呗|吧|咱|夫妻|[大两]小|我们/;
/** A child or an elder is of the party where he comes along: not 爷爷的药. */
const COMES_ALONG = /都有|带|陪|一起|跟|和|有(?:个|两|老|小|孩)|[去玩来走爬坐吃]|岁|照顾|考虑|适合|腿|[大两]小/;

/** Types that other talk is full of as well: a date is mostly no date of the trip. */
const EVERYDAY = new Set(['date', 'arrive', 'leave', 'people', 'days', 'from_city']);
const PERSON = new Set(['child', 'elder']);
/** A bare word or two is a wish where the trip is talked of: 火锅, 杭州. */
const BARE = 14;

const saysOther = (clause: string, people: readonly string[]): boolean =>
  !OWN.test(clause) && (REPORTED.test(clause) || people.some((name) => name.length > 1 && new RegExp(`${name.replace(/[^\p{L}\p{N}]/gu, '.')}(?:他|她)?(?:说|想|要(?!不)|喜欢|不想|不吃|打算|爱|不能)`, 'iu').test(clause)));

/** Whether a clause says, tells or asks something that is no wish, whatever it speaks of. */
const isOther = (clause: string, people: readonly string[]): boolean =>
  saysOther(clause, people) || TASK.test(clause) || (!PROPOSES.test(clause.replace(EXCLAIMS, '')) && (FACT.test(clause) || BELITTLES.test(clause) || (COMPLAINS.test(clause) && !/[别不]/.test(clause))));

/** Whether a clause with constraints in it wishes something of the trip under talk, or tells, jokes, asks or reports. */
export function isWish(clause: string, message: string, constraints: readonly ReadConstraint[], people: readonly string[]): boolean {
  if (JOKE.test(message) || isOther(clause, people)) return false;
  if (constraints.every(({ value }) => PERSON.has(String(value))) && !COMES_ALONG.test(clause)) return false;
  const everyday = constraints.every(({ type }) => EVERYDAY.has(type));
  if (WEATHER.test(clause) && constraints.every(({ type }) => EVERYDAY.has(type) || type === 'to_city')) return false;
  if (WORK.test(clause) || (everyday && (WORK.test(message) || !TRIP.test(clause)))) return false;
  return WISHES.test(clause) || clause.length <= BARE || !everyday;
}
