import { makeupsIn, PROOF_WORDS } from './amounts';

const NOUN = /(?:的)?(?:打卡|挑战)(?:活动|计划|任务|赛|群)?/g;
const NOUN_EN = /\b(?:challenges?|check-?ins?|habit tracker|in a row|straight|consecutive|weekdays?|weekends?|daily|weekly)\b/gi;
const OPENING = /^(?:(?:家里人|我们?家?|咱们?家?|大家|全家人?|请|麻烦|帮忙?|帮?我们?|给我们?|给大家|想要?|要|来|一起|一块儿?|发起|组织|开启|开始?|建|做|搞|弄|拉|办(?!公)|设|定|加|约|起(?!床|来)|创建|新建|坚持|持续|至少|最少|组队|组团|分[\d一二两三四]+个?[队组](?:pk|比赛|竞赛)?|工作日|[一每]次|其[他余]|主题|名[字称]|叫做?|[是为](?=[\s\p{Script=Han}])|从|就|吧|都|也|个|一个|一场|一轮|一下|连续|累计|一共|总共|共|的|地|每次|然后|和|let'?s|(?:can|could|shall) (?:we|you)|we|please|i(?:'d| would)? (?:like|want) to|start|create|set up|make|begin|run|do|have|launch|a|an|the|of|to|for|called|named)(?=[\s\p{Script=Han}]|$)\s*)+/iu;
const CLOSING = /(?:吧|哈|呀|啊|呢|好吗|行吗|可以吗|谢谢|一起|大家|开始|坚持|持续|连续|累计|为期|为止|的|，|,|every|for|from|in|to)+$/i;
/** Who does it, and the verb of beginning: 我们办公室搞个, 三个人一起. */
const WHO = /^\p{Script=Han}{0,8}?(?:搞|来|建|弄|开|办|做|整)(?:一?个|一场|一轮)|^\p{Script=Han}{0,4}?[\d一二两三四五六七八九十]+个?人(?:一起|一块儿?)/u;
const EDGE = /^[\s，,。.:：、；;!！?？~～"“”「」-]+|[\s，,。.:：、；;!！?？~～"“”「」-]+$/g;
const RULES = /补卡|补签|可以补|能补|不能补|审核|目标|make-?ups?/i;

function bare(piece: string): string {
  let before = piece;
  for (let after = strip(before); after !== before; after = strip(before)) before = after;
  return before;
}

const strip = (text: string): string => text.replace(EDGE, '').replace(WHO, '').replace(OPENING, '').replace(CLOSING, '').replace(EDGE, '').trim();

/** An ask without the words at these spans. */
function without(text: string, spans: readonly (readonly [number, number])[]): string {
  return [...spans].sort((a, b) => b[0] - a[0]).reduce((rest, [from, to]) => `${rest.slice(0, from)} ${rest.slice(to)}`, text);
}

/** What an ask names itself: 「不喝奶茶」. */
export const nameIn = (ask: string): string | undefined => /[「“《"]([^」”》"]{1,40})[」”》"]/.exec(ask)?.[1];

/** What is to be done, in the asker’s words: the ask without its times and rules. Empty: it does not say. */
export function titleIn(ask: string, spans: readonly (readonly [number, number])[]): string {
  // a space between Chinese words parts them as a comma does
  const plain = without(ask.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '，'), spans);
  const pieces = plain.replace(makeupsIn(ask)?.said ?? '', '，').split(/[，,。；;！!？?:：\n]/);
  // the piece that names the challenge comes first
  const ordered = [...pieces.filter((piece) => piece.search(NOUN) >= 0 || piece.search(NOUN_EN) >= 0), ...pieces];
  const titles = ordered.map((piece) => (RULES.test(piece) ? '' : bare(piece.replace(PROOF_WORDS, ' ').replace(NOUN, ' ').replace(NOUN_EN, ' ').replace(/\s+/g, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''))));
  return titles.find((title) => /[\p{L}]{2}|\p{Script=Han}/u.test(title)) ?? '';
}
