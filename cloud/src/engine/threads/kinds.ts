/** What can be asked for and, in an answer, be recognised: how asking for it and giving it look, folded. */
const KINDS: readonly (readonly [asks: RegExp, gives: RegExp])[] = [
  [/电话|联系方式|号码|手机|\bphone\b/, /\d{7,}|\d{3,4}-\d{6,8}/],
  [/地址|在哪|哪里|哪儿|位置|怎么走|\bwhere\b|\baddress\b/, /[路街巷道镇村区]\S{0,8}\d|\d号|路口|胡同|位于|就在|https?:|www\.|(?:^|\s)\/[a-z]+\//],
  [/多少钱|价格|价位|票价|门票|消费|费用|贵不贵|\bhow much\b|\bcosts?\b|\bprice\b/, /\d\s*(?:元|块|rmb|usd)|[¥$€]\s*\d|免费|不收费|\bfree\b/],
  [/评分|几分|评价|口碑|\brat(?:ed|ing)\b|\bscore\b/, /\d分|\b\d\/(?:5|10)\b/],
  [/多久|多长时间|时长|游玩时间|几个小时|\bhow long\b/, /\d\s*(?:个?小时|分钟|天|周|hours?|min|days?)|半天|一整?天/],
  [/几点|什么时候|啥时候|营业时间|开放时间|哪天|几号|\bwhen\b|\bwhat time\b/, /\d(?::\d\d|点)|周[一二三四五六日末]|全天|[今明后]天|\b(?:am|pm|today|tomorrow)\b/],
  [/周边|附近|旁边|有(?:什么|哪些|啥)|都有|哪些|\bnear(?:by)?\b/, /、.+、|、.*等|周边|附近|都有|没有/],
  [/推荐|介绍|找(?:个|一|家)|哪(?:家|个|款)|\brecommend|\bsuggest|\bbest\b|\bany\b/, /推荐|建议|可以(?:去|选|试)|不妨|为您找|\btry\b|\bcheck\b|\buse\b|\byou (?:can|could|need|should)\b/],
  [/吗|么$|有没有|是不是|能不能|可不可以|是否|^(?:is|are|do|does|did|can|could|has|have|will)\b/, /^(?:有|没|是|不|可以|能|对|嗯|抱歉|不好意思|yes|yeah|yep|no|nope|sure|it (?:is|does|can)|not)/],
  [/谁|\bwho\b/, /我|\bi\b|\bme\b/],
  [/多少|几(?:个|人|位|张)|\bhow many\b/, /\d/],
  [/怎么|如何|咋|\bhow\b/, /先|然后|点击|可以|\b(?:sudo|apt-get|install|run|type|click|go to|open|edit)\b/],
  [/为什么|为啥|\bwhy\b/, /因为|所以|\bbecause\b|\bcause\b|\bsince\b/],
  [/车型|车牌|什么车/, /车牌|车型|[a-z]\w{4,6}|\bplate\b/],
];

const bits = (text: string, side: 0 | 1): number => KINDS.reduce((mask, kind, i) => (kind[side].test(text) ? mask | (1 << i) : mask), 0);

/** Kinds a folded text asks for, as bits. */
export const asksFor = (text: string): number => bits(text, 0);
/** Kinds a folded text gives, as bits. */
export const gives = (text: string): number => bits(text, 1);
