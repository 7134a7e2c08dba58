import { clauseAt, type Clause, type Said } from './said';

/* 不去X不行, 别错过, 少不了: a denial of a denial wishes. */
const WISHED = /(?:别|不要|不能|不想|不可|不容|不会|绝不)(?:错过|漏|落下|忘|少)|不(?:能|得|可)不[去吃看玩逛]|少不了|必不可少|不可或缺|(?:不去|不吃|不看|不玩|不能不|不得不|非).{0,14}(?:不行|不可|不算|遗憾|后悔|白来|等于)|没(?:去|吃|看|玩|住|坐)过|还没|没怎么|谁说不.|不是不(?:想|要|爱|喜欢|能)|不如|要不(?:去|吃|住|坐|玩)?|不错|不妨|差不多|不仅|不光|不但|不只|不止|好不好|行不行|能不能|可不可以|有没有|是不是|要不要|想不想/g;
const DENIES =
  /不(?:太|怎么|大|是很|是特别)?(?:想|要|愿意?|喜欢|爱|用|必|需要|打算|准备|考虑|建议|希望|感兴趣|感冒|能|可以|会|敢)(?:再|也)?|不(?:去|吃|住|坐|逛|看|玩|爬|走|喝|乘|选|订|安排|接受|碰|沾|进|打(?=$|车|的)|带|含)|(?<![特区分级性差个告类辨])别(?![墅的致样人处具])|勿|拒绝?|讨厌|反感|最烦|避开|避免|避雷|跳过|略过|排除|去掉|删掉|剔除|换掉|没兴趣|没有兴趣|无感|千万别|除了|除开|除去|不包括|受不了|[玩吃走坐爬看去]不了|吃不惯|吃不来|过敏|忌口?|远离|少(?:安排|去|吃|坐|走|来点)|坚决不|免了|算了|不算/g;
/** Behind what it denies: 故宫就算了, 海鲜我不吃. */
const DENIED_AFTER = /^(?:(?!但|不过|可是|只是|就是)[\p{Script=Han}a-z]){0,5}?(?:就?(?:算了|免了|下次|改天|不去|不吃|不要|不看|不逛|不想|不坐|不住|不用|不必|不考虑|不爱|不喜欢|不感兴趣|没兴趣|没有兴趣|不行|别去|别安排|别去|跳过|删了?|去掉|取消)|过敏|吃不了|吃不惯|受不了|以外|之外|除外)(?!错过|的话)/u;
/** A new wish between a denial and a word ends the denial: 不想爬山想逛老街. */
const FRESH = /(?<![不别没])(?:想|要|喜欢|爱|希望|换成|改成|改去|改吃|而是|只|了[,、]?(?:就|还是|咱们?|我们)?[去吃住逛看玩]|就去|多安排|多去|去(?=.{0,3}(?:玩|逛|看))|但|可以|还是|最好)/;
/** 除了故宫还想去天坛 wishes both. */
const INCLUSIVE = /还|也想|也要|再|另外|顺便/;

const isOver = (text: string, from: number, to: number): boolean => [...text.matchAll(WISHED)].some((hit) => hit.index <= from && to <= hit.index + hit[0].length);

/** A kind may begin with its verb: 吃海鲜, 看展, so that 不吃 ends inside it. */
const VERB = /[吃喝看逛去玩坐住泡打爬买]/;

function deniedBefore(clause: string, at: number, next: string): boolean {
  const cue = [...clause.slice(0, VERB.test(clause[at] ?? '') ? at + 1 : at).matchAll(DENIES)].findLast((hit) => !isOver(clause, hit.index, hit.index + hit[0].length));
  if (cue === undefined || FRESH.test(clause.slice(cue.index + cue[0].length, at))) return false;
  return !/^除/.test(cue[0]) || !INCLUSIVE.test(clause.slice(at) + next);
}

/** What is said of a thing in one clause and done with in the next: 凤凰山太累了，不去. */
const DROPPED = /^\s*(?:我|我们|那)?(?:还是)?(?:就)?(?:不去|不要|不吃|不住|不看|算了|不考虑|跳过|免了|pass)(?:了|吧|啦)*\s*$/;
/** 甲、乙就不去了 denies both. */
const LISTED = /^(?:[和跟与、及][^,。]{1,12}?)+(?=[我就都也不])/u;

/** 宁可去这里也不去那里 wants the first. */
const RATHER = /宁[可愿肯].{1,20}?(?=也不|也别)/;

function isRather({ text }: Clause, at: number): boolean {
  const hit = RATHER.exec(text);
  return hit !== null && hit.index < at && at < hit.index + hit[0].length;
}

/** Whether the words at [start, end) are what somebody does not want. */
export function isDenied(said: Said, start: number, end: number): boolean {
  const clause = clauseAt(said, start);
  if (isRather(clause, start - clause.start)) return false;
  const next = said.clauses.find((other) => other.start > clause.start)?.text ?? '';
  const after = clause.text.slice(end - clause.start);
  const behind = DENIED_AFTER.exec(after.replace(LISTED, ''));
  const isWished = behind !== null && isOver(clause.text, end - clause.start + behind[0].length, end - clause.start + behind[0].length);
  return DROPPED.test(next) || deniedBefore(clause.text, start - clause.start, next) || (behind !== null && !isWished);
}
