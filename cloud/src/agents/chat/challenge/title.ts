import { makeupsIn, PROOF_WORDS, timesAWeek } from './amounts';

const NOUN = /(?:的)?(?:打卡|挑战)(?:活动|计划|任务|赛|群)?/g;
const NOUN_EN = /\b(?:challenges?|check-?ins?|habit tracker)\b/gi;
const OPENING = /^(?:(?:我们?家?|咱们?家?|大家|全家|请|麻烦|帮忙?|帮?我们?|给我们?|给大家|想要?|要|来|一起|一块儿?|发起|组织|开始?|开启|建|做|搞|弄|拉|办|设|定|加|约|起|创建|新建|坚持|从|就|吧|个|一个|一场|一轮|一下|连续|累计|一共|总共|共|的|地|每次|然后|和|let'?s|we|please|can you|start|create|set up|make|begin|run|do|have|launch|a|an|the|of|for|called|named)(?=[\s\p{Script=Han}]|$)\s*)+/iu;
const CLOSING = /(?:吧|哈|呀|啊|呢|好吗|行吗|可以吗|谢谢|一起|大家|开始|为止|的|，|,|every|for|from|in|to)+$/i;
const EDGE = /^[\s，,。.:：、；;!！?？~～"“”「」-]+|[\s，,。.:：、；;!！?？~～"“”「」-]+$/g;
const RULES = /补卡|补签|可以补|能补|不能补|审核|目标|make-?ups?/i;

function bare(piece: string): string {
  let before = piece;
  for (let after = strip(before); after !== before; after = strip(before)) before = after;
  return before;
}

const strip = (text: string): string => text.replace(EDGE, '').replace(OPENING, '').replace(CLOSING, '').replace(EDGE, '').trim();

/** An ask without the words at these spans. */
function without(text: string, spans: readonly (readonly [number, number])[]): string {
  return [...spans].sort((a, b) => b[0] - a[0]).reduce((rest, [from, to]) => `${rest.slice(0, from)} ${rest.slice(to)}`, text);
}

/** What is to be done, in the asker’s words: the ask without its times and rules. Empty: it does not say. */
export function titleIn(ask: string, spans: readonly (readonly [number, number])[]): string {
  const named = /[「“《"]([^」”》"]{1,40})[」”》"]/.exec(ask)?.[1];
  if (named) return named;
  const said = [timesAWeek(ask)?.said, makeupsIn(ask)?.said].filter((one): one is string => one !== undefined);
  const plain = said.reduce((text, one) => text.replace(one, '，'), without(ask, spans));
  const pieces = plain.split(/[，,。；;！!？?\n]/);
  // the piece that names the challenge comes first
  const ordered = [...pieces.filter((piece) => piece.search(NOUN) >= 0 || piece.search(NOUN_EN) >= 0), ...pieces];
  const titles = ordered.map((piece) => (RULES.test(piece) ? '' : bare(piece.replace(PROOF_WORDS, ' ').replace(NOUN, ' ').replace(NOUN_EN, ' ').replace(/\s+/g, ' ').replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, ''))));
  return titles.find((title) => /[\p{L}]{2}|\p{Script=Han}/u.test(title)) ?? '';
}
