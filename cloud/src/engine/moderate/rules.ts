import { holdsIdNumber } from './idNumber';
import type { Action, Category } from './types';

/** What a rule says of a text. */
export interface Finding {
  action: Exclude<Action, 'allow'>;
  category: Category;
}

interface Rule extends Finding {
  /** Read in the plain text: no spaces, no punctuation, simplified, lower case. */
  words: RegExp;
  /** How many different hits it takes. */
  hits?: number;
}

/** Any of some patterns. */
const any = (...patterns: readonly string[]): RegExp => new RegExp(patterns.join('|'), 'g');

const MINORS = '(?:未成年|幼[女童]|女童|男童|萝莉|正太|小学生|初中生|高中生)';
const CONTACT = '(?:[加十]我?(?:[vq微薇威扣群]|tg)|(?:v信|vx|wx|微信|薇信|威信|qq|扣扣|tg|电报群?)(?:号|联系|咨询)|私聊我?(?:咨询|了解|领))';
const PERSON = '[你他她](?:们)?';

/** What promises of easy money are made of; one alone is everyday talk. */
const LURES = any(
  '刷单|日(?:赚|入)\\d*[千百万]?|日结|月入(?:过万|\\d+万)|稳赚|包赚|躺赚|零投入|无需?抵押|秒(?:到账|批|下款)|低息',
  '内幕(?:消息|股)|带单|荐股|翻倍(?:返|收益)|高额(?:返利|佣金)|返利|佣金|免费领|领福利|名额有限',
  CONTACT,
);

const RULES: readonly Rule[] = [
  {
    category: 'minor',
    action: 'block',
    words: any(`${MINORS}.{0,6}(?:裸|约炮|艳照|开房|援交|包养|私密照|果照|资源出|上床|破处|呦呦)`, '(?:幼女|萝莉|正太|呦呦)(?:资源|视频合集|网盘)', '恋童.{0,4}(?:群|资源)'),
  },
  {
    category: 'sexual',
    action: 'block',
    words: any(
      '约炮|包夜|援交|裸聊|卖淫|嫖娼(?:群|约)|上门(?:按摩)?服务.{0,6}(?:妹|学生|少妇|特殊)|一夜情.{0,6}(?:加|约|私)|福利姬.{0,8}(?:加|私|出)',
      '(?:黄色|成人|色情|av|激情)(?:网站|影片|视频|小电影|直播).{0,8}(?:免费|点击|加|群|资源)|(?:外围女?|楼凤|小姐)(?:价格|上门|一晚|多少钱|预约)',
    ),
  },
  {
    category: 'fraud',
    action: 'block',
    words: any(
      `(?:百家乐|六合彩|时时彩|北京赛车|体彩计划|博彩|赌场|赌球|网赌|棋牌).{0,12}(?:注册|充值|返水|上分|开户|代理|必赢|送彩金|官网|${CONTACT})`,
      `(?:代开|出售|专业开).{0,3}发票|办理?假?证.{0,6}${CONTACT}|(?:收购|出售|出租|租用).{0,4}(?:银行卡|对公账户|四件套)`,
      `跑分.{0,8}(?:日入|日结|佣金|团队|${CONTACT})|洗钱.{0,6}(?:通道|渠道|${CONTACT})`,
    ),
  },
  { category: 'fraud', action: 'block', hits: 3, words: LURES },
  { category: 'fraud', action: 'review', hits: 2, words: LURES },
  {
    category: 'illegal',
    action: 'block',
    words: any('(?:卖|出售|收购|求购|供应|代购).{0,4}(?:冰毒|k粉|摇头丸|海洛因|麻古|迷药|听话水|迷奸药|gbl|真枪|枪支|炸药)', '(?:迷药|听话水|迷奸药).{0,6}(?:有货|包邮|见效)'),
  },
  {
    category: 'threat',
    action: 'block',
    words: any(
      `(?:砍|捅|杀|弄|烧|打)死${PERSON}的?(?:全家|一家|孩子|爸妈|父母|老婆|老公)|杀了?${PERSON}全家`,
      `(?:今晚|明天|马上|等着|我要|我会|信不信我?|小心我?).{0,6}(?:砍死|捅死|砍了|捅了|卸了|剁了)${PERSON}`,
      '(?:炸|烧)(?:了|掉|平)(?:学校|医院|机场|地铁|商场|幼儿园|派出所|法院)|(?:我|去|来)炸(?:学校|医院|机场|地铁站|商场|幼儿园|派出所|法院)',
    ),
  },
  {
    category: 'threat',
    action: 'review',
    words: any(
      `(?:我要?|信不信我?|小心我?|早晚|迟早|一定|非).{0,4}(?:杀了?|弄死|打死|整死|砍|捅|做掉|废了)${PERSON}(?!.{0,3}(?:号|怪|boss|英雄))`,
      `(?:打断|打折|砍断|卸)(?:掉|了)?${PERSON}.{0,2}(?:腿|手|胳膊)|见(?:一次|到)${PERSON}.{0,3}打一次|让${PERSON}(?:全家)?(?:不得好死|生不如死|活不过)`,
      `知道${PERSON}家?(?:住哪|住在哪|孩子在哪).{0,6}(?:等着|小心|走着瞧)`,
    ),
  },
  { category: 'abuse', action: 'review', words: any(`(?:[操艹肏]|(?<![生今明昨节假周每前后当近次同某平终往末])日|(?<![拔种除割花小青水野香药])草)了?${PERSON}(?:的|全)?(?:妈(?!妈)|娘|祖宗|大爷|全?家)`, `干${PERSON}(?:老|的)?娘(?!家?的?事)`) },
  {
    category: 'privacy',
    action: 'review',
    words: any('人肉(?:搜索)?(?:一下)?[他她这那出]', '(?:曝光|挂|公开|扒)(?:一下|出)?[他她]的?(?:住址|地址|电话|手机号?|身份证|真名|单位|学校)', '开[房盒]记录|开盒|查(?:[他她]|个人)的?(?:户籍|开房|档案)'),
  },
  {
    category: 'self-harm',
    action: 'review',
    words: any(
      '(?:我|真的|好|只|就|都|还是|一直)(?:想|要|打算|准备)去?(?:自杀|自残|轻生|寻死|跳楼|割腕|结束(?:自己的)?生命|了结)',
      '想死(?![你我他她它了])(?:.{0,4}(?:心|念头|算了|掉算)|$)|不想再?活(?:了|下去)|活着(?:真的|好)?(?:没有?|毫无)(?:什么)?(?:意思|意义)|活不下去了?$',
      '[写留]好?了?遗书|[割划]了?(?:自己的?)?手?腕|吞了?.{0,6}安眠药|安眠药.{0,4}(?:一瓶|全吃|吃完)|烧炭自|从.{1,6}楼跳下去',
    ),
  },
];

const ENGLISH: readonly Rule[] = [
  { category: 'threat', action: 'review', words: /\b(?:i(?:'ll| will|'m going to| am going to|'m gonna) (?:kill|stab|shoot) (?:you|him|her|them)|kill your(?:self| family))\b/g },
  { category: 'self-harm', action: 'review', words: /\b(?:i (?:want|wanna|am going|'m going) (?:to )?(?:die|kill myself|end my life)|i(?:'m| am) suicidal|no reason to live)\b/g },
  {
    category: 'abuse',
    action: 'review',
    words: any("\\b(?:you|he|she|they)(?:'re| are|'s| is)? (?:an? )?(?:fucking |stupid |such an? )*(?:moron|retard|idiot|bitch|whore|scum|cunt|asshole|faggot|nigger)s?\\b", '\\bfuck (?:you|him|her|them)\\b|\\bshut the fuck up\\b'),
  },
];

/** Ways of speaking that only sound violent; they are taken out before anything else reads the text. */
const FIGURES = any(
  '(?:笑|饿|累|困|热|冷|冻|渴|辣|酸|甜|咸|吓|气|急|烦|忙|撑|疼|痛|美|帅|萌|爱|想|羡慕|无聊|尴尬|开心|感动|高兴|难受|丑|胖|蠢|恶心|郁闷|紧张|堵)死(?:我|个?人|了|你们?|宝宝)+',
  '[打杀]死(?:我)?(?:也|都)?(?:不|没)',
  '要(?:了)?(?:我(?:的)?)?(?:老)?命',
  '(?:狼人|剧本|首|查|秒|团|反|击|一|双|三|五|连)杀',
  '杀(?:青|毒|菌|价|虫剂?|手锏|人案|人游戏|时间|个?进程)',
  '(?:垃圾|废物)(?:分类|回收|利用|处理|邮件|短信|堆)',
  '(?:蠢|傻|笨)哭|猪脑子|菜鸡|人肉(?:电池|闹钟|运输|带货)|(?:单身|热成|加班|累成|修)狗|狗(?:子|狗|粮|窝|头|绳|牌|年)|猪(?:排|蹄|脚|肝|油|年|骨|八戒)',
);

/** A plain text without figures of speech. */
export const withoutFigures = (text: string): string => text.replace(FIGURES, '');

const WORST_FIRST = ['block', 'review'] as const;

const holds = ({ words, hits = 1 }: Rule, text: string): boolean => (hits === 1 ? text.search(words) >= 0 : new Set(text.match(words)).size >= hits);

/** What the rules find, the gravest first. `spaced`: folded, with spaces and punctuation; `plain`: without, figures taken out. */
export function findingOf(spaced: string, plain: string): Finding | undefined {
  const found: Finding[] = [...RULES.filter((rule) => holds(rule, plain)), ...ENGLISH.filter((rule) => holds(rule, spaced))].map(({ action, category }) => ({ action, category }));
  if (holdsIdNumber(spaced.replace(/[\s-]/g, ''))) found.push({ category: 'privacy', action: 'review' });
  return WORST_FIRST.flatMap((action) => found.filter((finding) => finding.action === action))[0];
}
