const TRADITIONAL = '週禮後個點號鐘鍾時兩間農曆節慶國陽龍閏臘來過這從幾裡裏內開終結約於將現剛還會萬億雙單員婦兒聖誕復親勞動師軍協續邊錯夥處驚蟄種氣滿穀產業當紀嵗歲書華與頭晝淩遲聽鬧';
const SIMPLIFIED = '周礼后个点号钟钟时两间农历节庆国阳龙闰腊来过这从几里里内开终结约于将现刚还会万亿双单员妇儿圣诞复亲劳动师军协续边错伙处惊蛰种气满谷产业当纪岁岁书华与头昼凌迟听闹';

const MAP = new Map([...TRADITIONAL].map((c, i) => [c, [...SIMPLIFIED][i] as string]));
const PUNCTUATION: Record<string, string> = { '～': '~', '〜': '~', '—': '-', '–': '-', '−': '-', '﹣': '-', '　': ' ', '\u00a0': ' ', '\n': '。', 俩: '两', 祇: '只' };

function foldUnit(c: string): string {
  const code = c.charCodeAt(0);
  if (code < 128) return code >= 65 && code <= 90 ? c.toLowerCase() : (PUNCTUATION[c] ?? c);
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0).toLowerCase();
  return PUNCTUATION[c] ?? MAP.get(c) ?? c;
}

/* What holds digits and is never a time: links, addresses, versions, telephone numbers, money. */
const NO_TIME =
  /https?:\/\/[^\s\u4e00-\u9fff]+|www\.[^\s\u4e00-\u9fff]+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+|(?<![\w.])v\d+(?:\.\d+)+|(?<=版本?号?:? ?)\d+(?:\.\d+)+|(?<![\d.])\d+(?:\.\d+){3,}|(?<![\d-])(?:\+?86-?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)|(?<![\d-])0?\d{3}-\d{7,8}(?!\d)|(?<![\d-])\d{3,4}-\d{3,4}-\d{4}(?!\d)|[¥$€£]\s?\d+(?:[.,]\d+)*|(?<!\d)\d+(?:\.\d+)?(?:元|块钱?|万元|美元|%)/g;

/** The text in simplified signs, half width and lower case, unit for unit so that positions stay; links, versions, telephone numbers and prices are blotted out. */
export function foldTimes(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i++) folded += foldUnit(text[i] as string);
  return folded.replace(NO_TIME, (hit) => '\u0001'.repeat(hit.length));
}
