import { COUNT, countOf } from '../amounts';
import { lastWord } from '../correction';
import { blotOut, type Said } from '../said';
import type { ReadConstraint } from '../types';
import { chainAt, companionsIn, type Party } from './companions';

const BARE = '(?![均民间份次气文生床房]|行(?:道|李))(?!一?(?:[间床桌份顿晚餐]|个房))';
/** A number of people that is said to be all of them. */
const ALL: readonly RegExp[] = [
  new RegExp(`(?:一[行家]|全家|我们家?|咱们?家?|总共|一共|共|合计|加起来|家里|宿舍|寝室|团队|公司|部门|[连算](?:上)?我(?:在内)?|加上我)[^,，。;!?\\d一二两三四五六七八九十]{0,6}(?<![小老])(?<n>${COUNT})(?:个|位|名)?(?:口[人子]|人|口|位|大?人)(?![均民间份次])`, 'g'),
  new RegExp(`(?:一共|总共|共|[连算](?:上)?我(?:在内)?)(?:是|有)?(?<n>${COUNT})(?:个|位|名)(?=[,、。]|$)`, 'g'),
  new RegExp(`(?<=^|[,。;、(])(?<n>${COUNT})位(?=$|[,。;、)])`, 'g'),
  new RegExp(`(?<=^|[,。;、!?]|我们|咱们?|组织|一行|共)(?<n>${COUNT})(?:[名位][\\p{Script=Han}]{1,5}?|个[\\p{Script=Han}]{1,4}?[员生货党族迷友哥姐妹弟娘爷手师兵工婆])(?=$|[,。;、]|去|要|想|打算|准备|一起)`, 'gu'),
  new RegExp(`人数(?:是|为|:)?\\s?(?<n>${COUNT})(?![\\d.元天])`, 'g'),
  new RegExp(`(?<=^|[,。;、\\s])(?:人|人员|成员)(?:是|有|共|:)+\\s?(?<n>${COUNT})(?=个?[,。;、\\s]|个?$|位|名)`, 'g'),
  new RegExp(`(?<=^|[,。;、]|我们|咱们?)(?:也?就|才|只有|也就是)(?<n>${COUNT})[个位名](?=[,。;]|$)`, 'g'),
  new RegExp(`(?<![小老])(?<n>${COUNT})口(?:之家|人|子)?(?![味水岸])`, 'g'),
  new RegExp(`(?<![第每\\d一二两三四五六七八九十])(?<n>${COUNT})(?:个|位|名)?人${BARE}`, 'g'),
];
/** 两大一小, 三个大人两个孩子. */
const SUM = new RegExp(`(?<a>${COUNT})(?:个|位|名)?(?:大(?:人)?|成人|成年人|老人?|男生?|女生?)(?:人)?[和加带跟、,，+]?\\s?(?<b>${COUNT})(?:个|位|名)?(?:小(?:孩|朋友|孩子)?|孩子|娃|儿童|宝宝|老人?|女生?|男生?|中|大人)(?:[和加带跟、,，+]?\\s?(?<c>${COUNT})(?:个|位|名)?(?:小(?:孩|朋友|孩子)?|孩子|娃|儿童|宝宝|老人?|大人|成人))?`);
const ALONE = /(?:我|就|自己)?(?:一个人|1个人|1人|一人|独自|独自一人|自己一个|单独|单人|孤身|solo)(?![均间份次头]|\d|一?[间床桌份顿晚餐]|[多大]少|平均|预算)|我(?:想|要|打算)?自己(?:去|玩|一个)|就我一个(?![半月])|我一个(?=[女男]|退休|学生|单身|上班|新手|老头|老太|大男|小姑)|独行|独自旅行|只有我自己|(?:我|就我)自己(?=[,。]|$)|(?:学生|打工人|青年|单身狗|社畜)一枚/;

const SIDE = '(?:男生?|女生?|大人|成人|小孩|孩子|老人|儿童)';
/** 男生3个女生4个. */
const SUM_BEHIND = new RegExp(`${SIDE}(?<a>${COUNT})[个位名][和加带跟、,]?${SIDE}(?<b>${COUNT})[个位名](?:[和加带跟、,]?${SIDE}(?<c>${COUNT})[个位名])?`);
/** What two do together. */
const TWO = /蜜月|二人世界|双人[游行]|新婚|度蜜月/;

/** 我女朋友吃素，我们去西安. */
const PARTNER = /我(?:女朋友|男朋友|女友|男友|老公|老婆|媳妇|爱人|对象|未婚[夫妻])(?=.{0,120}(?:我们|咱))/s;

const at = (hit: RegExpExecArray, people: number): Party => ({ people, start: hit.index, end: hit.index + hit[0].length });

/** 一家三口加爷爷奶奶, 夫妻两人带一个孩子: who comes to those that were counted. */
const ADDED = /^(?:,?(?:再|外)?加上?|[和跟]|带(?:着|上|了)?)/;

function joining(text: string, end: number): number {
  const link = ADDED.exec(text.slice(end, end + 5))?.[0];
  if (link === undefined) return 0;
  const { terms, people } = chainAt(text, end + link.length, true);
  // 两人和朋友们: of 和 only families are added up
  const isSure = link.includes('加') || terms.every(({ isCounted }) => isCounted);
  return isSure && people > 0 ? people : 0;
}

const TAKES = /(?:我|俺)(?:自己|一个人)?(?:带|陪)(?:着|了)?$/;

function explicit(text: string): Party | null {
  const parts = SUM.exec(text) ?? SUM_BEHIND.exec(text);
  const sum = parts && at(parts, ['a', 'b', 'c'].reduce((total, key) => total + countOf(parts.groups?.[key] ?? '零'), 0));
  for (const pattern of ALL) {
    const said = [...text.matchAll(pattern)].map((hit) => at(hit, countOf(hit.groups?.n ?? '零'))).filter(({ people }) => people > 1);
    const last = lastWord(text, said);
    // 五口人，两个老人一个孩子: the whole, then some of it
    if (last && last.people > (sum?.people ?? 0)) return { ...last, people: last.people + joining(text, last.end) };
  }
  // 我带两个老人一个孩子: the speaker comes to them
  return sum && TAKES.test(text.slice(0, sum.start)) ? { ...sum, people: sum.people + 1 } : sum;
}

function told(text: string, words: RegExp, people: number): Party | null {
  const hit = words.exec(text);
  return hit && at(hit, people);
}

/** Nobody knows how many 三五好友 are. */
const VAGUE = /三五(?=[个位]|好友|知己|朋友|人)/g;
const PER_HEAD = /(?:每|人均|平均|一)个?人(?=\s?[\d一二两三四五六七八九])|(?<=[百千万元块钱\dk]|[百千万][一二三四五六七八九])\s?(?:一|每)个?人/g;

/** How many go on the trip, where it is said. */
export function partyIn(said: Said): ReadConstraint[] {
  const text = blotOut(blotOut(said.text, PER_HEAD), VAGUE);
  const party = explicit(text) ?? companionsIn(text) ?? told(text, TWO, 2) ?? told(text, ALONE, 1) ?? told(text, PARTNER, 2);
  return party === null || party.people > 500 ? [] : [{ type: 'people', op: 'eq', value: party.people, span: [party.start, party.end] }];
}
