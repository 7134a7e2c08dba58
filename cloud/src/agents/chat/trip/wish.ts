const DRAW_UP = '(?:排|规划|安排|计划|设计|定制|做|出|写|来|弄|搞|生成)(?:一?[下个份条]|出)?';
const PLAN = new RegExp(`${DRAW_UP}[^。！？!?\\n]{0,24}?(?:行程|路线|(?:旅行|旅游|出游|游玩)计划)`);
const DAYS_AWAY = /(?:排|规划|安排)(?:一?[下个])?[^。！？!?\n]{0,12}?(?:[\d一二两三四五六七八九十]+\s*(?:天|日)|周末|国庆|五一|假期|元旦|春节|端午|中秋|清明)/;
const PLAN_EN = /\bplan\b[\w\s'-]{0,24}\b(?:trip|itinerary|weekend|vacation|holiday|getaway|days? in)\b|\b(?:make|draw up|draft)\b[\w\s'-]{0,20}\bitinerary\b/i;
/** Other things that are planned by the day. */
const NO_TRIP = /会议|开会|值班|排班|班表|座位|复习|学习|课程?表|打扫|轮流|工作|任务|打卡|提醒|投票|meeting|shift|study/i;
const HAS_PLAN = /行程.{0,3}(?:里|中|是|呢|怎么|几点|多少|在哪|排好|定了)/;

/** Whether an ask wants a trip planned. */
export const wantsTrip = (ask: string): boolean => (PLAN.test(ask) || DAYS_AWAY.test(ask) || PLAN_EN.test(ask)) && !NO_TRIP.test(ask) && !HAS_PLAN.test(ask);

const DAY = '(?:今天|明天|后天|第\\s*[\\d一二两三四五六七八九十]+\\s*天|周[一二三四五六日末]|(?:星期|礼拜)[一二三四五六日天])';
const ABOUT = new RegExp(
  `第\\s*[\\d一二两三四五六七八九十]+\\s*站|(?:下|最后)一站|行程.{0,12}(?:几点|什么|多少|哪|怎么|[吗呢？?])|${DAY}[^，。！？!?]{0,6}(?:先去|住哪|住什么|去哪[儿里些]?玩|去哪些|怎么安排|什么安排|有什么安排|吃哪家)|第\\s*[\\d一二两三四五六七]+\\s*天[^，。！？!?]{0,6}(?:去哪|吃什么|几点)`,
);
const ABOUT_EN = /\b(?:first|second|third|next|last) stop\b|\bitinerary\b.{0,40}\?|\bon day \d\b.{0,40}\?/i;

const UNMET = /(?:要求|心愿|愿望|想法|需求)[^，。！？!?\n]{0,8}(?:没|不)(?:有|能|被)?(?:都)?(?:满足|照顾|做到|排)|(?:要求|心愿|愿望|需求)[^，。！？!?\n]{0,6}(?:都)?(?:满足|照顾到|做到|排进去)了?(?:吗|没|么)|(?:什么|哪些|哪个|谁)[^，。！？!?\n]{0,6}没(?:有|能|被)?(?:满足|照顾到?|排进去?|排下|排上)|行程[^，。！？!?\n]{0,6}(?:有什么|有啥|哪里|还有)?(?:问题|不合适)|\b(?:unmet|not met|whose wish(?:es)?|left out|all (?:of )?(?:our|the) wishes)\b/i;

/** Whether an ask asks what the plan does not meet. */
export const asksUnmet = (ask: string): boolean => UNMET.test(ask) && !NO_TRIP.test(ask);

/** Whether an ask asks what the plan says. */
export const asksTrip = (ask: string): boolean => ABOUT.test(ask) || ABOUT_EN.test(ask) || asksUnmet(ask);

const ON_THE_WAY = /(?:几点|什么时候|啥时候|何时)[^，。！？!?]{0,4}(?:出发|集合|动身|走|到)|(?:住|吃|先去|去)(?:哪|什么|啥)|在哪(?:里|儿)?(?:住|吃)|(?:一共|总共|人均|每人|每个人|大概|全部)[^，。！？!?]{0,4}(?:多少钱?|花)|花多少钱?|要花?多少钱|\bhow much\b.{0,20}\b(?:cost|in all|total|each|trip)\b|\b(?:when|what time)\b.{0,12}\b(?:leave|set off|start|go)\b|\bwhere\b.{0,12}\b(?:stay|sleep|eat|go)\b/i;

const HOURS = /(?:几点|什么时候|啥时候|哪几?天)[^，。！？!?]{0,2}(?:[开关]门|开放|[开闭]馆|营业)|开放时间|营业时间|\bopening hours\b|\b(?:when|what time)\b.{1,40}\b(?:open|close)s?\b/i;

/** Whether an ask asks when a place is open. */
export const asksHours = (ask: string): boolean => HOURS.test(ask);

/** Whether a question that no message answers may be one the plan answers. */
export const mayAskTrip = (ask: string): boolean => ON_THE_WAY.test(ask) || asksHours(ask);

const TO = '(?:换成|换到|改成|改为|改到|改去|挪到|挪去|移到|放到|调到|提前到|推迟到)';
const WHEN_OR_WHERE = '(?:去|看|吃|住|逛|玩|早上|上午|中午|下午|傍晚|晚上|第\\s*[\\d一二两三四五六七]+\\s*天|周|星期|[\\d一二两三四五六七八九十]+点)';
const CHANGE = new RegExp(`${TO}[^。！？!?\\n]{0,6}?${WHEN_OR_WHERE}|(?:站|景点|餐厅|酒店|午饭|晚饭|行程)[^。！？!?\\n]{0,10}${TO}|把.{1,16}(?:去掉|删掉|删了|拿掉|划掉|换成|挪到|移到)|第\\s*[\\d一二两三四五六七]+\\s*[站天][^。！？!?\\n]{0,12}(?:去掉|删掉|不去|换成)`);
const CHANGE_EN = /\b(?:move|swap|replace|change|drop|remove)\b.{1,40}\b(?:to day \d|to the (?:morning|afternoon|evening)|to \d{1,2}(?::\d\d)?\s?[ap]m|with|for an?(?:other)? \w+ (?:one|hotel|place|restaurant)|from the (?:plan|itinerary|trip))\b/i;
/** How a stop is called by what it is. */
const STOP = '(?:景点|餐厅|饭店|酒店|民宿|早饭|早餐|午饭|午餐|中饭|晚饭|晚餐|夜市|站|[馆寺塔湖山街园宫庙城村镇桥岛滩])';
const SWAP = new RegExp(`换掉[^。！？!?，,\\n]{0,8}${STOP}|${STOP}[^。！？!?，,\\n]{0,4}换(?:掉|一?[个家])|换一?[个家](?:别的|(?:便宜|近|好|大)[一点些]*的?)?${STOP}`);
const LEAVE_OUT = new RegExp(`(?:取消|跳过|别去|不去)(?!哪)[^。！？!?，,吗\\n]{0,10}${STOP}|${STOP}[^。！？!?，,\\n]{0,4}(?:取消|跳过|不去了|别去了)`);
const PUT_IN = new RegExp(`(?:加上|加进|加一?个|再排一?个)[^。！？!?，,\\n]{0,8}${STOP}|把[^。！？!?，,\\n]{1,10}${STOP}(?:加上|加进|加到|排进)`);
/** A day with too much in it. */
export const TOO_FULL = /(?:太满|太赶|太累|太紧|太多了|少排|少去|少安排|排松|松一?点|轻松(?:一?点|些)|too (?:full|packed|much|tight))/i;
const FULL_DAY = new RegExp(`(?:第\\s*[\\d一二两三四五六七]+\\s*天|行程|\\bday \\d)[^。！？!?\\n]{0,10}${TOO_FULL.source}`, 'i');
const NO_STOP = /提醒|闹钟|投票|打卡|群名|派名|名字|公告|昵称/;

/** Whether an ask wants the plan changed. */
export const changesTrip = (ask: string): boolean => [CHANGE, CHANGE_EN, SWAP, LEAVE_OUT, PUT_IN, FULL_DAY].some((pattern) => pattern.test(ask)) && !NO_STOP.test(ask);

const PLACE = '(?:餐[厅馆]|饭[店馆]|馆子|小吃|美食|好吃的?|吃的|吃饭的?|[^，。！？!?\\n的]{1,4}菜|素食|火锅|咖啡|茶馆|酒吧|景[点区]|好玩的?|玩的|去处|酒店|民宿|宾馆|客栈|住处|住的|公园|寺庙?|古镇|古迹|夜市|商场|步行街|书店|乐园|[动植]物园|海洋馆|[^，。！？!?\\n的]{1,3}[馆塔湖山园])';
const WORTH = '(?:值得|可以|能|适合|好)(?:再|顺便|一起)?(?:[去逛玩看吃住]|打卡|带[^，。！？!?\\n]{1,4}[去玩])';
/* Not what is recommended to somebody: 推荐您去…. */
const RECOMMENDS = '(?:推荐|介绍|安利)(?!的|了|过|信|人|码|系统|算法|您|你|大家|给)';
const FINDS = '(?:(?:^|[，,。\\s])我?们?|帮[我们忙]*|给[我们]+|想|要|请|麻烦|再|能不能|可以)找(?!的|了|过|到|不到)';
const SUGGEST = new RegExp(
  [
    // 推荐个吃素的餐厅, 推荐几个地方逛逛, 帮我找家便宜的酒店
    `${RECOMMENDS}[^，。！？!?\\n]{0,14}?(?:${PLACE}|地方)`,
    `${FINDS}[^，。！？!?\\n]{0,14}?${PLACE}`,
    // 杭州有什么博物馆, 有没有吃素的餐厅, 有什么地方值得去
    `有(?:什么|啥|哪些|没有|哪几[个家])[^，。！？!?\\n]{0,8}?(?:${PLACE}|地方[^，。！？!?\\n]{0,2}${WORTH})`,
    `(?:哪里|哪儿|哪些地方|什么地方)(?:还)?(?:有)?(?:${WORTH}|好玩|好吃|好逛)`,
    // 附近还能逛什么, 还可以去哪玩
    '(?:附近|周边|旁边|顺路|还)[^，。！？!?\\n]{0,4}(?:能|可以|有什么|有啥)(?:去|再)?[^，。！？!?\\n]{0,3}(?:逛|吃|玩|看|住|去)[^，。！？!?\\n]{0,3}(?:什么|啥|哪|的)',
  ].join('|'),
);
const SUGGEST_EN = /\b(?:recommend|suggest|find|know(?: of)?|any(?: good| nice| other)?|what(?: other)?|which|are there)\b(?:(?!\bfor (?:the|our) plan)[^.?!]){0,40}\b(?:restaurants?|places? to (?:go|eat|stay|see|visit|sleep)|museums?|sights?|attractions?|hotels?|hostels?|parks?|temples?|caf[eé]s?)\b|\bwhere (?:else )?(?:can|could|should) (?:we|i) (?:go|eat|stay|visit)\b|\bwhat else (?:can|could|is there to) (?:we )?(?:see|visit|do)\b/i;
/** Books and films are recommended too; and what somebody said of places is looked up in the talk. */
const OTHER_THING = /书(?![店城院吧])|电影|影片|[看追]剧|电视剧|综艺|歌|音乐(?!厅)|游戏|播客|漫画|小说|软件|手机|电脑|股票|基金|医院|医生|律师|老师|公司|简历|优惠|券|发票|开会|会议|团建场地|博客|菜谱|做菜|谁|说过|说的|提到|提过|聊|上次|之前|昨天|刚才|定了|定的|选了|选的|投票|公众号|\bapp\b|\b(?:books?|films?|movies?|songs?|series|games?|podcasts?|who|said|mentioned|decided|booked)\b/i;

/** Whether an ask wants places suggested: where to go, eat or sleep. */
export const asksPlaces = (ask: string): boolean => (SUGGEST.test(ask) || SUGGEST_EN.test(ask)) && !OTHER_THING.test(ask) && !NO_STOP.test(ask);
