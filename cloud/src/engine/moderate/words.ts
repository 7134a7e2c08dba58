import { spoken } from '../text/sounds';

/**
 * Classes of words the model reads beside characters: whom a sentence is about, whether it insults, denies or generalises.
 * `talk` is how people speak about prejudice; it says nothing about which side they are on, so the model does not see it.
 */
const CLASSES = {
  talk: '(?:种族|性别|地域|职业|就业|年龄|民族)?歧视|偏见|(?:男女|人人|种族|民族)?平等|平权|种族主义者?|性别主义|刻板印象|地域黑|地图炮|政治正确|尊重|一视同仁|包容',
  defence: '不是所有|并非所有|个别人?|以偏概全|一概而论|不能代表|代表不了|哪里都有|哪儿都有|到处都有|都有好人|都有坏人|有好有坏|一棍子打死|一竿子|反对|抵制|拒绝|停止|消除|杜绝|谴责',
  group: [
    '黑人|白人|黄种人|黑鬼|老黑|老外|洋人|外国人|外地人|乡下人|农村人|城里人|本地人|少数民族|汉族|汉人|藏族|藏人|维族|回族|穆斯林|犹太人|[亚华非]裔|拉丁裔|阿三|鬼子|棒子|阿拉伯人|华人|国人|支那|洋妞|黑妹|白左|圣母|乡巴佬|蛮子|港灿',
    '(?:印度|日本|韩国|美国|英国|法国|德国|俄国|越南|非洲|中东|欧洲|中国|北京|上海|天津|重庆|广[东西州]|深圳|[河湖]南|[河湖]北|山[东西]|江[苏西]|浙江|安徽|福建|四川|云南|贵州|陕西|甘肃|青海|宁夏|新疆|西藏|内蒙古?|蒙古|东北|辽宁|吉林|黑龙江|海南|香港|澳门|台湾|大连|武汉|温州|莆田|苏[北南]|南方|北方)(?:人|男人?|女人?|仔|佬|婆|妹子?|爷们)?',
    '女人|男人|[女男][生性的孩]|妇女|大妈|大爷|女司机|[女男]拳|女权|男权|直[男女]癌?|同性恋|基佬|[男女]同|人妖|变性人|跨性别|剩女|妈宝男|凤凰男|小仙女|老年人|残疾人|胖子|穷人|富人|农民工?|民工|打工人|种族|民族',
  ].join('|'),
  insult: [
    '傻[逼比叉子缺蛋帽吊屌狗]|煞笔|沙比|智障|脑残|弱智|白痴|蠢[货猪蛋材驴]|废物|废柴|垃圾(?![袋桶箱分站车回])|人渣|渣[男女滓]|畜[生牲]|禽兽|狗[东杂屁腿日娘]|杂[种碎]|贱[人货逼比]|犯贱|下贱|婊子?|母狗|舔狗|王八蛋?|龟[孙儿]|混[蛋账]|滚[蛋开粗远]|去死|该死|死全家|全家死|不得好死',
    '他妈的?|你妈|妈[的逼个]|草泥马|[操日艹]你|干你娘|恶心|恶臭|不要脸|无耻|厚颜|丢[人脸]|丑[八陋逼]|猪[狗脑头]|败类|渣|怂|孬种|窝囊废?|娘炮|变态|神经病|有病|脑子[有进坏]|奇葩|极品|土[鳖包老]|屌丝|矫情|荡妇|骚货|拜金|捞女|泼妇|毒瘤|蛆|臭[不虫]',
    '[狗猪](?!肉)|没素质|素质[低差]|野蛮|愚[昧蠢]|肮脏|懒惰|好吃懒做|小偷|偷井盖|骗子|强奸犯?|犯罪|劣等|低[等贱劣]|奴[才性隶]|走狗|汉奸|卖国|崇洋|(?<![a-z])(?:sb|nmsl|cnm|nmd|low逼?)(?![a-z])',
  ].join('|'),
  deny: '不是|不要|不该|不应|没有|并非|不能|不会|别|没|不',
  second: '你们?|您|尔等|[楼题答]主',
  third: '[他她它]们?|[这那][种些帮群]人?|某些|有些',
  sweeping: '都|就是|全是|果然|真是|天生|永远|只会|活该|难怪|怪不得|根本|一样',
} as const;

export type WordClass = keyof typeof CLASSES;

const names = Object.keys(CLASSES) as WordClass[];
const WORDS = new RegExp(names.map((name) => `(?<${name}>${CLASSES[name]})`).join('|'), 'gu');
const TALK = new RegExp(CLASSES.talk, 'gu');

/** A plain text as the classes of its words, in order; everything else left out. */
export const classesOf = (text: string): WordClass[] => [...text.matchAll(WORDS)].map(({ groups }) => names.find((name) => groups?.[name] !== undefined) as WordClass);

/** A plain text cut where it speaks about prejudice. */
export const withoutTalk = (text: string): string[] => text.split(TALK);

const AIMED = new RegExp(`${CLASSES.group}|${CLASSES.insult}`, 'gu');
const AIMED_BY_SOUND = new RegExp(spoken(`${CLASSES.group}|${CLASSES.insult}`), 'gu');

/** Whether a plain text speaks of a group or insults, in writing or by sound. Single syllables sound like too much else. */
export const isAimed = (text: string): boolean => text.search(AIMED) >= 0 || (spoken(text).match(AIMED_BY_SOUND) ?? []).some((hit) => hit.length > 1);
