import { fold } from '../text/fold';

/** What a question asks about, and how an answer shows that it has it, whatever words it uses. */
interface Matter {
  /** In the query. */
  ask: RegExp;
  /** Words an answer may have instead. */
  words: readonly string[];
  /** What an answer looks like beside its words. */
  shape?: RegExp;
}

const COUNT = '[\\d〇零一二两三四五六七八九十百千半几]';
const PRICE = new RegExp(`[¥￥]\\s*\\d|${COUNT}+(?:元|块|毛|万)(?!人)|${COUNT}{2,}\\s*(?:一|每|/)\\s*(?:晚|人|位|天|间|张|份|次)|(?:人均|每人|一人|一位|一晚|门票|票价|房费|总共|一共|押金)\\D{0,4}${COUNT}{2,}|免费|不要钱|aa`);
const TIME = new RegExp(`${COUNT}+点|\\d{1,2}[:：]\\d{2}|(?:周|星期|礼拜)[一二三四五六日天末]|[今明后]天|[今明]晚|[今明]早|${COUNT}+[号日]|上午|下午|晚上|早上|中午`);
const PLACE = /在.{1,12}(?:门|口|站|楼|店|路|街|家|馆|院|园|厅|湖|山|区|厦|场|室)|(?:门口|地铁|车站|路口|广场|楼下|号楼|大厦|公园|酒店|民宿|商场|小区|定位|\d+号)/;
const PERSON = /我(?:来|去|负责|可以|带|买|订|做|有)|负责|让.{1,4}[来去]/;

const MATTERS: readonly Matter[] = [
  { ask: /住|酒店|民宿|宾馆|旅馆/, words: ['酒店', '民宿', '住宿', '宾馆', '旅馆', '客栈', '青旅', '房间', '标间', '大床', '入住'] },
  { ask: /吃(?!惊|力|亏)|饭店|餐厅|聚餐|伙食/, words: ['餐厅', '饭店', '火锅', '烤肉', '烧烤', '聚餐', '包间', '菜馆', '自助餐', '吃饭', '馆子', '海鲜', '早饭', '午饭', '晚饭', '中饭', '宵夜', '小吃', '川菜', '大排档', '食堂', '外卖'] },
  { ask: /怎么(?:去|走|过去|到)|交通|坐(?:什么|啥)|车次/, words: ['高铁', '火车', '飞机', '航班', '地铁', '公交', '大巴', '自驾', '开车', '打车', '拼车', '班车', '包车', '骑车'] },
  { ask: /集合|碰头|碰面|会合|见面/, words: ['集合', '碰头', '碰面', '会合', '见面', '汇合', '门口见'] },
  { ask: /多少钱|价格|费用|花费|贵不贵|预算|几块|收费|价钱|(?:要|交|收)多少/, words: ['价格', '费用', '人均', '每人', '一共', '总共', '预算', '报价', '门票', '票价'], shape: PRICE },
  { ask: /几点|什么时候|啥时候|何时|哪天|几号|周几|多久|时间/, words: ['时间', '出发', '开始', '集合'], shape: TIME },
  { ask: /哪里|哪儿|在哪|地址|地点|什么地方|啥地方|位置/, words: ['地址', '地点', '位置', '定位', '集合', '门口'], shape: PLACE },
  { ask: /谁/, words: ['负责'], shape: PERSON },
  { ask: /带(?:什么|啥|哪些)|准备(?:什么|啥|哪些)/, words: ['带上', '带好', '准备', '记得带', '别忘'] },
];

/* What an asked-for kind of thing is not about: the words of asking and of being settled. */
const ASKING =
  /什么时候|啥时候|什么地方|啥地方|几点|几号|多少钱?|多久|谁|哪(?:里|儿|天|个|些|家)?|什么|啥|怎么(?:样|办|去|走)?|为什么|有没有|是不是|能不能|要不要|定(?:下来)?了(?:吗|没|没有)|吗|呢|说过?|提到?过?|找|关于|来着|的|了|我们?|咱们?|你们?|他们?|大家|最后|到底|请问/g;

/** The query without its words of asking, folded. */
export const withoutAsking = (query: string): string => fold(query).replace(ASKING, ' ');

const mattersIn = (query: string): Matter[] => MATTERS.filter(({ ask }) => ask.test(fold(query)));

/** Words that answers to a question are likely to have though the question has not. */
export const likelyWords = (query: string): string[] => [...new Set(mattersIn(query).flatMap(({ words }) => words))];

/** The words for what a question is about; when it asks only how much, when or where, the words for that. */
export function subjectWords(query: string): string[] {
  const matters = mattersIn(query);
  const subjects = matters.filter(({ shape }) => shape === undefined);
  return (subjects.length > 0 ? subjects : matters).flatMap(({ words }) => words);
}

/** What answers to a query look like: a price, a time, a place, somebody who takes it on; one for each thing it asks for. */
export const shapesOf = (query: string): RegExp[] => mattersIn(query).flatMap(({ shape }) => shape ?? []);

/** Whether a query asks if, or what, something was settled on. */
export const asksIfSettled = (query: string): boolean => /(?:定|订|决定|选|说|约|商量)(?:好|下来)?(?:了|的)?(?:吗|没|么|哪|什么|谁|几)|最后|到底|\b(?:settled|decided|decide|agreed?)\b/.test(fold(query));

/** Whether a text settles something. */
export const isSettling = (text: string): boolean => /定了|就(?:订|定|选|去|住|用|这么)|订好|定好|那就|说好|决定|敲定|选了|\b(?:settled|decided|it is|let's go with|booked)\b/.test(fold(text));

/** Whether a text looks like an answer to a query. */
export const looksAnswered = (query: string, text: string): boolean => shapesOf(query).some((shape) => shape.test(fold(text)));
