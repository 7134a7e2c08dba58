import { COUNT, countOf } from './amounts';
import { lastWord } from './correction';
import type { Said } from './said';
import type { ReadConstraint } from './types';

/* Two people in one word count two. */
const PAIR = '爸妈|父母|爸爸妈妈|爹妈|爷爷奶奶|外公外婆|姥姥姥爷|公婆|岳父岳母|双胞胎|老两口|二老';
const ONE =
  '女朋友|男朋友|女友|男友|老公|老婆|媳妇儿?|爱人|对象|丈夫|妻子|太太|先生|闺蜜|基友|室友|舍友|同事|同学|朋友|兄弟|哥们�?|姐妹|好友|死党|发小|搭子|驴友|爸爸?|妈妈?|父亲|母亲|老爸|老妈|我爸|我妈|爷爷|奶奶|外公|外婆|姥姥|姥爷|公公|婆婆|岳父|岳母|老丈人|丈母娘|哥哥?|姐姐?|弟弟?|妹妹?|表哥|表姐|表弟|表妹|孩子|小孩|小朋友|宝宝|娃|儿子|女儿|闺女|孙子|孙女|侄子|侄女|外甥|老师|老人|客户|领导|亲戚|家人|网友';
const ROLE = `${PAIR}|${ONE}`;
const GROUP_NOUN = `(?:个|位|名|口)?(?:大学|高中|初中|毕业|小|老|好|男|女|亲)?(?:大?人(?![均民间份次气文])|成年人|大人|成人|${ONE}|男生|女生|男的|女的|大?学生|大?老?爷们|打工人|小姐妹|老人家?|伙伴|小伙伴|旅客|游客|姑娘|小伙子?)`;

const ALL: readonly RegExp[] = [
  new RegExp(`(?:一[行家]|全家|我们家?|咱们?家?|总共|一共|共|合计|加起来|家里|宿舍|寝室|团队|公司|部门)[^,，。;!?\\d一二两三四五六七八九十]{0,6}(?<n>${COUNT})(?:个|位|名)?(?:人|口|位|大?人)(?![均民间份次])`, 'g'),
  new RegExp(`人数(?:是|为|:)?\\s?(?<n>${COUNT})(?![\\d.元天])`, 'g'),
  new RegExp(`(?<n>${COUNT})口(?:之家|人|子)?(?![味水岸])`, 'g'),
  new RegExp(`(?<![第每\\d一二两三四五六七八九十])(?<n>${COUNT})(?:个|位|名)?人(?![均民间份次气文生行道床房])(?!一?(?:[间床桌份顿晚餐]|个房))`, 'g'),
];
/** 两大一小, 三个大人两个孩子. */
const SUM = new RegExp(`(?<a>${COUNT})(?:个|位|名)?(?:大(?:人)?|成人|成年人|老人?|男生?|女生?)(?:人)?[和加带跟、,，+]?\\s?(?<b>${COUNT})(?:个|位|名)?(?:小(?:孩|朋友|孩子)?|孩子|娃|儿童|宝宝|老人?|女生?|男生?|中|大人)(?:[和加带跟、,，+]?\\s?(?<c>${COUNT})(?:个|位|名)?(?:小(?:孩|朋友|孩子)?|孩子|娃|儿童|宝宝|老人?|大人|成人))?`);
const ALONE = /(?:我|就|自己)?(?:一个人|1个人|1人|一人|独自|独自一人|自己一个|单独|单人|孤身|solo)(?![均间份次]|\d|一?[间床桌份顿晚餐]|[多大]少|平均|预算)|我(?:想|要|打算)?自己(?:去|玩|一个)|独行|独自旅行|只有我自己/;
const COUPLE = /夫妻俩?|夫妇|小两口|两口子|俩口子|情侣|二人世界|蜜月|我们?俩|咱俩|我俩|俩人|姐妹俩|母女俩?|母子俩?|父子俩?|父女俩?|兄弟俩|哥俩|姐俩|娘俩|爷俩|你我/;
/** 我和…, 带着…: whom the speaker goes with. */
const WITH = new RegExp(`(?:我(?:们)?|咱(?:们)?)?(?:想|要|打算|准备|计划|会|就)?(?:[和跟与同]|带(?:着|上|了)?|陪(?:着)?|约(?:了|上)?|叫上|拉上)(?<who>(?:(?:我|咱|的|家|一家|另外|其他)*(?:${COUNT}(?:个|位|名)?)?(?:[\\d一二两三四五六七八九十]{1,2}岁的?)?(?:大学|高中|小|老|好|男|女|亲|双胞胎)?(?:${ROLE})[们俩]?[和跟与、及,]?(?:还有|以及|加上|带着|带上|带)?){1,5})`);
const MEMBER = new RegExp(`(?:(?<n>${COUNT})(?:个|位|名))?(?:[\\d一二两三四五六七八九十]{1,2}岁的?)?(?:大学|高中|小|老|好|男|女|亲)?(?<who>${ROLE})(?<many>们)?`, 'g');
const IS_PAIR = new RegExp(`^(?:${PAIR})$`);

interface Party {
  people: number;
  start: number;
  end: number;
}

const at = (hit: RegExpExecArray, people: number): Party => ({ people, start: hit.index, end: hit.index + hit[0].length });

/** Nobody knows how many: 家人, 老人. */
const VAGUE = /^(?:老人|家人|亲戚|客户|领导|网友|老师)$/;
const CHILD = /孩|娃|宝|朋友|儿子|女儿|闺女|孙|侄/;

/** How many a list of companions names, NaN for 朋友们. */
function companions(words: string): number {
  let sum = 0;
  for (const hit of words.matchAll(MEMBER)) {
    const { n, who = '', many } = hit.groups ?? {};
    if (n === undefined && (many !== undefined || VAGUE.test(who))) return NaN;
    sum += n === undefined ? (IS_PAIR.test(who) ? 2 : 1) : countOf(n);
  }
  return sum;
}

/** 一家三口加爷爷奶奶. */
const JOINING = new RegExp(`^(?:再?加上?|外加)(?<who>(?:(?:${COUNT}(?:个|位|名)?)?(?:${ROLE})[和跟与、及]?){1,4})`);
const joining = (after: string): number => companions(JOINING.exec(after)?.groups?.who ?? '') || 0;

function explicit(text: string): Party | null {
  const parts = SUM.exec(text);
  const sum = parts && at(parts, ['a', 'b', 'c'].reduce((total, key) => total + countOf(parts.groups?.[key] ?? '零'), 0));
  for (const pattern of ALL) {
    const said = [...text.matchAll(pattern)].map((hit) => at(hit, countOf(hit.groups?.n ?? '零'))).filter(({ people }) => people > 1);
    const last = lastWord(text, said);
    // 五口人，两个老人一个孩子: the whole, then some of it
    if (last && last.people > (sum?.people ?? 0)) return { ...last, people: last.people + joining(text.slice(last.end)) };
  }
  return sum;
}

function withCompanions(text: string): Party | null {
  const hit = WITH.exec(text);
  const who = hit?.groups?.who ?? '';
  // who takes a child along may be one or two: 带孩子去
  const isParent = hit !== null && /^[带陪]/.test(hit[0]) && CHILD.test(who) && !/[我咱]|\d|[一二两三四五六七八九]/.test(hit[0]) && !COUPLE.test(text.slice(Math.max(0, hit.index - 6), hit.index));
  const others = isParent ? 0 : companions(who);
  return hit && others > 0 ? at(hit, others + (COUPLE.test(text.slice(Math.max(0, hit.index - 6), hit.index + 3)) ? 2 : 1)) : null;
}

/** 爸妈加我. */
const AND_ME = new RegExp(`(?<who>(?:(?:我|咱)?(?:${COUNT}(?:个|位|名)?)?(?:${ROLE})[和跟与、及,]?){1,4})(?:加上?|和|跟|还有|与)我(?!们)`);

function andMe(text: string): Party | null {
  const hit = AND_ME.exec(text);
  const others = hit ? companions(hit.groups?.who ?? '') : 0;
  return hit && others > 0 ? at(hit, others + 1) : null;
}

/** 我们六个同学: who is counted with the speaker among them. */
const COUNTED = new RegExp(`(?:我们|咱们?)(?<n>${COUNT})(?:(?:个|位|名)?${GROUP_NOUN}|(?:个|位|名)?(?=[想要去打都一准计从,]|$))`);
const GROUP = new RegExp(`(?<![第每带和跟与同陪上着])(?<n>${COUNT})(?:个|位|名)(?:${GROUP_NOUN})(?![的])`);

function counted(text: string, pattern: RegExp): Party | null {
  const hit = pattern.exec(text);
  const people = countOf(hit?.groups?.n ?? '零');
  return hit && people > 1 ? at(hit, people) : null;
}

function single(text: string, pattern: RegExp, people: number): Party | null {
  const hit = pattern.exec(text);
  return hit ? at(hit, people) : null;
}

const PER_HEAD = /(?:每|人均|平均|一)个?人(?=\s?[\d一二两三四五六七八九])/g;

/** How many go on the trip, where it is said. */
export function partyIn(said: Said): ReadConstraint[] {
  const text = said.text.replace(PER_HEAD, (hit) => '\u0001'.repeat(hit.length));
  const party = explicit(text) ?? counted(text, COUNTED) ?? andMe(text) ?? withCompanions(text) ?? single(text, COUPLE, 2) ?? counted(text, GROUP) ?? single(text, ALONE, 1);
  return party === null || party.people > 500 ? [] : [{ type: 'people', op: 'eq', value: party.people, span: [party.start, party.end] }];
}
