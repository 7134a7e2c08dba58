import type { ConstraintOp, ConstraintType, ConstraintValue } from '../../../../shared/domain/itinerary/types';
import { clauseAt, type Said } from './said';
import type { ReadConstraint } from './types';
import { walksIn } from './walks';

interface Habit {
  type: ConstraintType;
  op: ConstraintOp;
  value: ConstraintValue;
  words: RegExp;
}

const habit = (type: ConstraintType, op: ConstraintOp, value: ConstraintValue, words: RegExp): Habit => ({ type, op, value, words });

/** Ways of travelling and needs of people, by what is said of them. Values: see the types of this folder. */
const HABITS: readonly Habit[] = [
  habit('diet', 'has', '素食', /(?:我|妈|爸|她|他|人|[个位口]|是|只|要|朋友|一直|长期|们)(?:们|都|也|只|得|要|在|能)?吃素(?!菜|的?小吃)|素食(?:者|主义)|吃全素|纯素|不吃肉|不吃荤|吃斋|vegan|vegetarian|(?:有|来|点|要|吃|订|备|找|安排|准备|提供|能)[^,。;]{0,3}素的(?=吃|选|餐|菜|饭|馆|吗|吧|$|[,。;!、?]|就|才|可以|行)|(?:茹素|持素|蛋奶素|锅边素|信佛不沾荤|不沾荤腥?|戒荤)/g),
  habit('diet', 'ne', '素食', /不(?:再)?吃素了|不再吃素|开荤/g),
  habit('diet', 'has', '清真', /(?:我|他|她|朋友|人|要|只|得)(?:们|是|只能|只|得|要|能)*吃清真|回民|回族|穆斯林|清真(?:饮食|的?(?:就行|才行))|(?:有|来|点|要|吃|订|找|安排|准备|提供|能)[^,。;]{0,3}清真的(?=吃|选|餐|菜|饭|吗|吧|$|[,。;!、?]|就|才|可以|行)|halal/g),
  habit('mobility', 'has', 'wheelchair', /轮椅|无障碍(?!房)|坐轮椅|残疾|拄拐|骨折/g),
  habit('mobility', 'has', 'stroller', /婴儿车|推车|童车|遛娃车/g),
  habit('mobility', 'has', 'elder', /老人(?!味|院)|爷爷|奶奶|外公|外婆|姥姥|姥爷|二老|老两口|老夫妻|老夫妇|年纪大|岁数大|上了年纪|[6-9]\d(?:多|几|来)?岁|[六七八九]十(?:多|几|[一二三四五六七八九])?(?:岁|了)|[6-9]\d了|老爷子|老太太|爸妈年纪/g),
  habit('mobility', 'has', 'child', /(?<![女男])孩子(?!气)|小孩|小朋友|宝宝|娃(?![娃哈])|儿童(?!节|乐园|俱乐部|房)|亲子(?!房|主题|酒店|乐园)|带娃|遛娃|孙子|孙女|(?<![\d十])(?:1?[0-9]|[一二两三四五六七八九十]{1,2})岁(?!月)|儿子|女儿|闺女|学龄前|大[和带加]?[\d一二两三四]小(?![时吃])/g),
  habit('mobility', 'has', 'no-climb', /(?:不能|不想|没法|不要|别|不|爬不了|不让|不方便|不适合)(?:再)?(?:安排|去)?(?:爬(?:山|楼|坡|高|台阶|长城)|登山|上山)|爬不动|爬不了|不爬|(?:膝盖|腿脚?|腰|脚)(?:[^,。]{0,3})(?:不好|不便|不方便|不行|不利索|有伤|疼|受伤|扭)|恐高|怀孕|孕妇|心脏/g),
  habit('mobility', 'has', 'little-walking', /少走(?:点|些)?路|(?:别|不要|不想|不能|不用|不爱|不喜欢|走不了|不太能)(?:走|暴走)(?:太|那么|这么|很)?(?:多|远|久|长)?(?:的)?路|走不动|走不了(?:太)?(?:多|远|久|路)|别走太|不要走太|不想走太|少走|走路(?:太多|多了?)(?:会|受不了|不行)|不能久走|走路少|走路?(?:别|不要|不能|不想)太?(?:多|远|久)/g),
  habit('pace', 'eq', 'slow', /慢(?:一?点|悠悠|慢|节奏|游|下来|生活)|(?<![不没])(?:轻松|悠闲|休闲|惬意|躺平|佛系|松弛)(?!的?(?:酒店|氛围))|不要?(?:太|想太|能太|会太)?(?:赶|累|紧凑|紧张|满|折腾|匆忙)|(?:别|不想|不要|不用|不喜欢|不爱)(?:那么|这么|太|安排太|安排得太|排太|搞太)*(?:赶(?!上)|累|紧|满|特种兵|折腾|匆忙|暴走|急)|(?:不要|别|不想|不是|拒绝|不做|不当|讨厌)(?:搞|当|那种|来)?特种兵|节奏(?:要|想)?(?:慢|放慢|舒缓|轻)|睡到自然醒|放松(?:一?点|些|游)|度假式|从容|宽松|[每一]天.{0,4}(?:一两个|1-2个|[两2]个|俩)(?:景点|地方|景)(?:就|足|顶|最多|封顶|够)/g),
  habit('pace', 'eq', 'fast', /特种兵|(?<!不想|不要|别|不)(?:紧凑|暴走(?!族))|(?:多|尽量多|尽可能多)(?:安排|去|逛|跑|打卡|玩|看)(?:一?些|点|几个)?(?:的)?(?:景点|地方|点|打卡)|安排(?:得)?满|行程(?:要|排|安排)?(?:得)?满|赶(?:一点|点)(?:也)?(?:没关系|没事|可以|行|无所谓)|不怕累|高强度|打卡越多/g),
  habit('rest', 'has', 'late-start', /(?:不要|别|不想|不能|不用|不愿意?|不喜欢|起不来|不)(?:每天)?(?:起|出门|出发|安排|集合|走)?得?(?:太|那么|这么|很|起太|起那么|起这么|出门太|出发太|安排太)早(?!起)|(?:不要|别|不想|不能|不愿意?|不喜欢|拒绝|不用|不爱|讨厌)早起|起不来|起不了早|睡到自然醒|睡懒觉|赖床|晚点(?:起|出门|出发|集合)|晚一?些?点?(?:起床|出门|出发)|早上(?:多睡|晚点|晚一点|起不来)|自然醒/g),
  habit('rest', 'has', 'nap', /午睡|午休|中午(?:要|想|得|需要|能|最好|可以|必须|一定|肯定)?(?:能|要|得)?(?:休息|睡|歇|回酒店)|睡个?午觉|午觉|下午(?:也|还|都|得|要|想|需要|能|最好)*(?:睡|眯|歇)(?!过|了)/g),
  habit('rest', 'has', 'early-night', /(?:晚上|每天)?(?:早点|早些|早一点)(?:回酒店|休息|睡|回去休息|收工)|(?:不要|别|不想|不能|不)(?:玩|弄|搞|逛|安排)?(?:得)?(?:太|那么|很)晚(?!饭|餐)|不熬夜|别熬夜|晚上不(?:安排|出门|出去)/g),
];

/** What must not be in the food. */
const AVOID = /(?:(?:对|有)?(?<a>[\p{Script=Han}]{1,4}?)(?:严重)?(?:过敏|不耐受?))|(?:(?<!吃)不(?:能|太能|怎么|爱|喜欢|想|敢|会)?(?:吃|碰|沾)(?:得了)?|吃不了|吃不惯|别(?:让我|叫我|给我)?(?:吃|放|点|加)|忌口?:?|戒|不要(?:放|加)?|别放|免|受不了|(?:别|不要|不能|少)(?:太|那么))(?<b>[\p{Script=Han}]{1,6}?)(?=的|和|跟|、|,|。|;|!|$|也|还|都|了|吧|啊|呢|哦|但|不|可|只|而|就)/gu;
const FOOD =
  /油腻|牛羊肉|麻辣|重辣|辣|海鲜|花生|坚果|鸡蛋|牛奶|乳糖|麸质|芒果|虾|蟹|鱼|贝|生冷|生食|生的|生鱼片|刺身|香菜|葱|蒜|姜|羊肉|牛肉|猪肉|鸡肉|鸭肉|内脏|下水|肥肉|肥的|油腻|油炸|甜食|甜|酸|苦|咖啡|酒|折耳根|鱼腥草|榴莲|动物内脏|豆制品|面食|米饭|海产|菌菇|蘑菇|狗肉|兔肉|兔子|臭豆腐|豆汁|西餐|膻|生$/;

/** 牛奶鸡蛋都不能吃. */
const AVOIDED_AFTER = /(?<c>[\p{Script=Han}、]{1,10}?)(?:都|也|我|一律)*(?:不能|不敢|不)(?:吃|碰|沾)(?=$|[,。!;的了啊哦])/gu;
const allFoods = (words: string): string[] => [...words.matchAll(new RegExp(FOOD.source, 'g'))].map(([word]) => word);
/** 葱姜蒜 are three; of what holds other words the first food is meant. */
const foodsIn = (words: string): string[] => (allFoods(words).join('') === words ? allFoods(words) : allFoods(words).slice(0, 1));
/** 牛羊肉 is both. */
const foodsOf = (word: string): string[] => (word === '牛羊肉' ? ['牛肉', '羊肉'] : [word.replace(/^[麻重](?=辣)/, '').replace(/^(?:生|生的|刺身)$/, '生食')]);

function avoided({ text }: Said): ReadConstraint[] {
  const read = ({ index, 0: said }: RegExpExecArray, words: readonly string[]): ReadConstraint[] => words.flatMap(foodsOf).map((value) => ({ type: 'diet', op: 'ne', value, span: [index, index + said.length] }));
  const before = [...text.matchAll(AVOID)].flatMap((hit) => read(hit, foodsIn(hit.groups?.a ?? hit.groups?.b ?? '')));
  const after = [...text.matchAll(AVOIDED_AFTER)].flatMap((hit) => read(hit, allFoods(hit.groups?.c ?? '')));
  return [...before, ...after];
}

const DENIED = /(?:没有?|不带|不用带|不是|无)(?:带)?(?:老人|小孩|孩子|娃)|(?:老人|孩子|小孩|娃)(?:们)?(?:[都就又也]|这次|这回)*(?:不去|不来|不带)/;

const readHabit = (said: Said, { type, op, value, words }: Habit): ReadConstraint[] =>
  [...said.text.matchAll(words)]
    .filter((hit) => type !== 'mobility' || !DENIED.test(clauseAt(said, hit.index).text))
    .map((hit) => ({ type, op, value, span: [hit.index, hit.index + hit[0].length] }));

/** Diet, pace, what legs can do, and rest. */
export function habitsIn(said: Said): ReadConstraint[] {
  const read = HABITS.flatMap((one) => readHabit(said, one));
  // 不要特种兵 holds 特种兵
  const slow = read.find(({ value }) => value === 'slow');
  return [...read.filter(({ value }) => value !== 'fast' || slow === undefined), ...avoided(said), ...walksIn(said)];
}
