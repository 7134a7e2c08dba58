/** How something is said in English, and how the readers know it; `$1` is what stood in brackets. */
export type Phrase = readonly [words: RegExp, say: string | ((...hit: string[]) => string)];

const NUMBERS: Record<string, string> = { a: '1', an: '1', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9', ten: '10' };
const N = '(\\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)';
const SUM = '(?:rmb|cny|¥|￥)?\\s?(\\d[\\d,]*(?:\\.\\d+)?k?)\\s?(?:yuan|rmb|cny|kuai)?';
const MOST = '(?:under|below|up to|at most|max(?:imum)?(?: of)?|no more than|not more than|less than|within|not (?:over|above)|cheaper than)';
const HEAD = '(?:per person|per head|a head|each|a person|pp)';
const NIGHT = '(?:per night|a night|\\/\\s?night|nightly)';
const NOT = "(?:don'?t|do not|doesn'?t|can'?t|cannot|can not|won'?t|shouldn'?t)";

const digits = (text: string): string => NUMBERS[text.toLowerCase()] ?? text;
const yuan = (text: string): string => (/k$/i.test(text) ? String(Number(text.replace(/[,k]/gi, '')) * 1000) : text.replaceAll(',', ''));
const phrase = (words: string, say: Phrase[1]): Phrase => [new RegExp(`(?<![\\w'’-])(?:${words})(?![\\w])`, 'gi'), say];

const CITIES: Record<string, string> = {
  beijing: '北京', shanghai: '上海', guangzhou: '广州', shenzhen: '深圳', hangzhou: '杭州', suzhou: '苏州', nanjing: '南京', chengdu: '成都', chongqing: '重庆', wuhan: '武汉', "xi['’ ]?an": '西安', tianjin: '天津', qingdao: '青岛', xiamen: '厦门',
  kunming: '昆明', dali: '大理', lijiang: '丽江', guilin: '桂林', changsha: '长沙', harbin: '哈尔滨', dalian: '大连', sanya: '三亚', ningbo: '宁波', wuxi: '无锡', huangshan: '黄山', luoyang: '洛阳', zhuhai: '珠海', 'hong kong': '香港', 'maca[ou]': '澳门', lhasa: '拉萨',
};
const KINDS: readonly (readonly [string, string])[] = [
  ['art (?:museums?|galler(?:y|ies))|galler(?:y|ies)', '美术馆'], ['museums?', '博物馆'], ['temples?|monaster(?:y|ies)', '寺庙'], ['botanic(?:al)? gardens?', '植物园'], ['zoos?', '动物园'], ['aquariums?', '海洋馆'], ['(?:amusement|theme) parks?', '游乐园'], ['parks?', '公园'], ['gardens?', '园林'],
  ['(?:old|ancient) (?:streets?|towns?|quarters?)', '老街'], ['histor(?:y|ic|ical) (?:sites?|places?|buildings?|sights?)', '历史古迹'], ['nature|(?:natural )?scenery', '自然风光'], ['shopping|malls?', '商业街区'],
];
const FOODS: readonly (readonly [string, string])[] = [
  ['seafood', '海鲜'], ['hot ?pot', '火锅'], ['(?:sichuan|szechuan) (?:food|cuisine)', '川菜'], ['cantonese (?:food|cuisine)|dim sum', '粤菜'], ['local (?:food|cuisine|dishes|specialt(?:y|ies))', '当地特色菜'], ['street food|snacks?', '小吃'], ['barbe(?:cue|que)|bbq', '烧烤'], ['western food', '西餐'], ['japanese (?:food|cuisine)|sushi', '日本料理'], ['coffee|caf[eé]s?', '咖啡厅'], ['tea ?houses?', '茶馆'],
];
const AVOIDED: readonly (readonly [string, string])[] = [
  ['(?:too )?spicy(?: food| dishes| things)?|chil(?:l?i|ies)', '辣'], ['seafood|shellfish', '海鲜'], ['shrimps?|prawns?', '虾'], ['crabs?', '蟹'], ['fish', '鱼'], ['peanuts?', '花生'], ['(?:tree )?nuts?', '坚果'], ['eggs?', '鸡蛋'], ['milk|dairy', '牛奶'], ['gluten|wheat', '麸质'], ['mangoe?s?', '芒果'], ['pork', '猪肉'], ['beef', '牛肉'], ['lamb|mutton', '羊肉'], ['cilantro|coriander', '香菜'], ['alcohol', '酒'],
];

const avoided: Phrase[] = AVOIDED.flatMap(([word, food]) => [
  phrase(`(?:i['’]?m|i am|we['’]?re|(?:my \\w+|he|she|\\w+)(?: is|['’]s)|(?:very |badly |severely )?)?\\s?allergic to (?:${word})|(?:an? )?(?:${word}) allergy`, `我${food}过敏`),
  phrase(`(?:no|not|nothing|without|avoid|${NOT} (?:really )?(?:eat|like|want|have|take|do)(?: any)?)(?: too)? (?:${word})(?:,? please)?`, `不吃${food}`),
]);
/** Whether to go somewhere: what is not wanted, taken back, or wished. */
const going = (verb: string, list: readonly (readonly [string, string])[]): Phrase[] =>
  list.flatMap(([word, kind]) => [
    phrase(`(?:actually,? |ok(?:ay)?,? )?(?:forget(?: about)?|scrap|drop|cancel|never ?mind) (?:the |any |those )?(?:${word})`, `算了不${verb}${kind}了`),
    phrase(`(?:no(?: more)?|skip|avoid|without|not interested in|(?:i |we )?(?:hate|dislike|${NOT} stand)|${NOT} (?:really )?(?:want|like|need|care for)(?: to (?:go to|see|visit|eat|have|do))?(?: any)?) (?:the |any )?(?:${word})`, `不${verb}${kind}`),
    phrase(`(?:${word})`, `${verb}${kind}`),
  ]);

/** Longer phrases stand before those that are in them: of two that overlap the first is taken. */
export const PHRASES: readonly Phrase[] = [
  // what asks for facts, tells of the past or jokes is no wish
  [/(?<=^|[.!?]\s*)(?:is|are|was|were|does|did|do|what|when|where|which|how|who)\b(?![^.!?]*\b(?:about|we|us|i)\b)[^.!?]*\?/gi, '?'],
  phrase('yesterday|last (?:night|week|month|year|time|trip|summer|winter)|(?:i|we|they|he|she) (?:had|went|was|were|saw|visited|ate|stayed|did)|was|were|(?:have|has|had) been|ago', '上次'),
  phrase('(?:if|when) (?:i|we) (?:win the lottery|(?:get|were|are) rich)', '要是中了彩票'),
  phrase('(?:just |only )?(?:kidding|joking)|jk', '开玩笑'),
  phrase('(?:forget|ignore|scratch) (?:what|everything) i (?:just )?said|scratch that|i take (?:that|it) back', '当我没说'),
  // money
  phrase(`(?:(?:my|our|the|total|overall) )*budget(?: is|['’]s| of|:)?(?: about| around)? ?(?:${MOST} )?${SUM} ${HEAD}`, (_, sum) => `预算人均${yuan(sum as string)}元以内`),
  phrase(`(?:${MOST} )?${SUM} ${HEAD}(?: (?:in total|all in|for (?:the )?(?:whole )?trip))?`, (_, sum) => `每人${yuan(sum as string)}元以内`),
  phrase(`(?:(?:a |the )?(?:hotel|room|stay)s? )?(?:${MOST} )${SUM} ${NIGHT}`, (_, sum) => `酒店每晚${yuan(sum as string)}元以内`),
  phrase(`${SUM} ${NIGHT}`, (_, sum) => `酒店每晚${yuan(sum as string)}元左右`),
  phrase(`(?:(?:my|our|the|total|overall) )*budget(?: is|['’]s| of|:)?(?: about| around)? ?(?:${MOST} )?${SUM}(?: (?:in total|altogether|all in|in all))?`, (_, sum) => `总预算${yuan(sum as string)}元以内`),
  phrase(`(?:${MOST} )?${SUM} (?:in total|altogether|all in|in all|for (?:all of us|everything|the whole trip))`, (_, sum) => `总预算${yuan(sum as string)}元以内`),
  // the day
  phrase('(?:back (?:at|to|in) the hotel|in bed|back home|back) (?:by|before) (\\d{1,2}(?::\\d\\d)?)\\s?pm', (_, clock) => `晚上${clock}点前回酒店`.replace(/:(\d\d)点/, '点$1分')),
  phrase(`(?:not before|no earlier than|never before|nothing before|${NOT} (?:want to )?(?:start|leave|get up|set off|go out) before|(?:start|leave|set off|go out) after) (\\d{1,2}(?::\\d\\d)?)(?:\\s?am)?`, (_, clock) => `早上${clock}点以后出门`.replace(/:(\d\d)点/, '点$1分')),
  phrase(`(?:not|nothing|never) (?:too|so|very) early(?: in the morning)?|sleep in|late start|${NOT} (?:want to )?(?:get|wake) up (?:too )?early|no early (?:mornings?|starts?)|i['’]?m not a morning person`, '不要太早出门'),
  phrase('early nights?|(?:not|nothing) too late(?: at night)?|no late nights?', '晚上早点休息'),
  phrase('(?:a |an )?(?:afternoon )?naps?', '要午睡'),
  phrase(`(?:slow|relaxed|easy|leisurely|gentle)(?: |-)?(?:pace|paced|trip)?|take it (?:easy|slow)|(?:no|not too|${NOT}) (?:rush(?:ed|ing)?|packed|hectic|busy)`, '慢一点'),
  phrase(`(?:no more than|at most|max|only) (?:one or two|two|2) (?:sights?|places?|attractions?|stops?)(?: (?:a|per|each) day)?`, '每天两个景点就够'),
  phrase('(?:see|do) as (?:much|many)(?: \\w+)? as (?:possible|we can)|packed (?:schedule|days?)', '多安排景点'),
  // people
  phrase(`${N} adults?(?:,? and|,| \\+|,? with| plus)? ${N} (?:kids?|child(?:ren)?)`, (_, adults, kids) => `${digits(adults as string)}大${digits(kids as string)}小，带孩子`),
  phrase(`(?:we['’]?re|we are|there (?:are|will be)|party of|group of|for) ?${N}(?: people| persons?| of us| adults?| friends)?(?! (?:days?|nights?|hours?|weeks?|sights?|places?))`, (_, n) => `我们${digits(n as string)}个人`),
  phrase(`${N} (?:people|persons|of us|adults|pax)`, (_, n) => `我们${digits(n as string)}个人`),
  phrase(`(?:with )?(?:(?:my|our|a|the|two|three|\\d) )*(?:kids?|child(?:ren)?|sons?|daughters?|toddlers?|bab(?:y|ies))`, '带孩子'),
  phrase("(?:my|our|with) (?:\\w+ )?(?:grand(?:ma|pa|mother|father|parents)|parents are old|elderly \\w+)|elderly(?: people| parents)?|seniors", '带老人'),
  phrase('(?:\\w+ )?(?:uses? a |in a |is in a )?wheelchairs?(?: accessible| user)?', '坐轮椅'),
  phrase('strollers?|prams?|buggy', '带婴儿车'),
  phrase(`${NOT} climb(?: (?:stairs|mountains|hills|steps|much|anything))?|no (?:climbing|hiking|stairs|steps|hills)|afraid of heights|pregnant|bad (?:knees?|back|leg|hip)`, '爬不动'),
  phrase(`${NOT} walk (?:much|far|a lot|long|too (?:much|far))|(?:not too much|less|little|no long|minimal) walk(?:s|ing)?`, '少走路'),
  ...avoided,
  // where, how, how long
  ...Object.entries(CITIES).flatMap(([name, city]) => [phrase(`(?:leav(?:e|ing)|depart(?:ing)?|start(?:ing)?|com(?:e|ing)|fly(?:ing)?|travel(?:l?ing)?)? ?from ${name}`, `从${city}出发`), phrase(`(?:let['’]?s |we |i )?(?:(?:go|going|travel|fly|trip|head|off|get) )?(?:to|in|visit|around|for) ${name}|${name}`, `去${city}`)]),
  phrase(`${N}[ -]days?(?: and ${N} nights?)?`, (_, n) => `玩${digits(n as string)}天`),
  phrase(`${N}[ -]nights?`, (_, n) => `住${digits(n as string)}晚`),
  phrase(`(?:no|not|avoid|${NOT} (?:want to )?(?:take|use|go by)) (?:by |the |a )*(?:plane|flights?|flying)|${NOT} (?:want to )?fly`, '不坐飞机'),
  phrase('by (?:plane|air)|(?:take|taking) (?:a|the) (?:plane|flight)|fly(?:ing)?', '坐飞机'),
  phrase('by (?:high[- ]speed )?(?:train|rail)|(?:take|taking) (?:a|the) (?:high[- ]speed )?train', '坐高铁'),
  phrase(`(?:no|avoid|${NOT} (?:want to )?(?:take|use)) (?:the |a )*(?:metro|subway)`, '不坐地铁'),
  phrase('(?:take |by |use |using )?(?:the )?(?:metro|subway)', '坐地铁'),
  phrase(`(?:no|avoid|${NOT} (?:want to )?(?:take|use)) (?:a |any )*(?:taxis?|cabs?)`, '不打车'),
  phrase('(?:take |by |use |using )?(?:a )?(?:taxis?|cabs?|didi)', '打车'),
  phrase('leaving|departing|setting off|set off', '出发'),
  phrase('(?:coming|going|get(?:ting)?) (?:back|home)|returning', '回来'),
  // where to sleep
  phrase('(?:stay|sleep|(?:a |the )?hotel) (?:near|by|next to|close to|around) (?:the )?((?:\\w+ )?\\w+)', (_, place) => `住${place}边`),
  phrase('(?:stay (?:in|at) )?(?:a |an )?(?:b&b|homestays?|guest ?houses?)', '住民宿'),
  phrase('(?:stay (?:in|at) )?(?:a |an )?(?:luxury|five[- ]star|5[- ]star) hotels?', '住豪华型酒店'),
  phrase('(?:stay (?:in|at) )?(?:a |an )?(?:cheap|budget) hotels?', '住经济型酒店'),
  phrase('(?:hotel )?(?:with )?(?:a )?(?:swimming )?pool', '酒店要有泳池'),
  ...going('去', KINDS),
  ...going('吃', FOODS),
  [/\s(?:really )?(?:wants?|likes?|(?:would|['’]d) (?:like|love))(?: to(?: (?:see|visit|go to|eat|try))?)?\b/gi, '想'],
];
