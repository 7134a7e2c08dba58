/**
 * Counting and cutting text the same way on both sides. Mini-program engines have no Intl.Segmenter, so grapheme
 * clusters are found by a small rule set (UAX #29 without Hangul jamo and Indic conjuncts): enough for Chinese, Latin
 * and emoji, and never splits a surrogate pair.
 */
const ZWJ = 0x200d;

function extendsCluster(code: number): boolean {
  return (
    code === ZWJ ||
    (code >= 0x0300 && code <= 0x036f) ||
    (code >= 0x0483 && code <= 0x0489) ||
    (code >= 0x0591 && code <= 0x05bd) ||
    (code >= 0x0610 && code <= 0x061a) ||
    (code >= 0x064b && code <= 0x065f) ||
    (code >= 0x0e31 && code <= 0x0e3a && code !== 0x0e32 && code !== 0x0e33) ||
    (code >= 0x0e47 && code <= 0x0e4e) ||
    (code >= 0x1ab0 && code <= 0x1aff) ||
    (code >= 0x1dc0 && code <= 0x1dff) ||
    (code >= 0x20d0 && code <= 0x20ff) ||
    (code >= 0xfe00 && code <= 0xfe0f) ||
    (code >= 0xfe20 && code <= 0xfe2f) ||
    (code >= 0x1f3fb && code <= 0x1f3ff) ||
    (code >= 0xe0020 && code <= 0xe007f) ||
    (code >= 0xe0100 && code <= 0xe01ef)
  );
}

const isRegional = (code: number): boolean => code >= 0x1f1e6 && code <= 0x1f1ff;

/** Splits text into grapheme clusters. Joining them gives the text back. */
export function graphemes(text: string): string[] {
  const clusters: string[] = [];
  let previous = -1;
  let regionalOpen = false;
  for (let i = 0; i < text.length; ) {
    const code = text.codePointAt(i) as number;
    const size = code > 0xffff ? 2 : 1;
    const piece = text.slice(i, i + size);
    const pairsRegional: boolean = isRegional(code) && regionalOpen;
    const crlf = code === 10 && previous === 13;
    if (clusters.length > 0 && (extendsCluster(code) || previous === ZWJ || pairsRegional || crlf)) {
      clusters[clusters.length - 1] += piece;
    } else {
      clusters.push(piece);
    }
    regionalOpen = isRegional(code) && !pairsRegional;
    previous = code;
    i += size;
  }
  return clusters;
}

export const graphemeCount = (text: string): number => graphemes(text).length;

/** Cuts to at most `max` graphemes, the last one an ellipsis when something was cut. */
export function ellipsize(text: string, max: number): string {
  if (text.length <= max) return text;
  const clusters = graphemes(text);
  return clusters.length <= max ? text : clusters.slice(0, max - 1).join('') + '…';
}

/* Controls, bidi overrides and other invisible characters that let one name pass for another. */
// eslint-disable-next-line no-control-regex
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb]/g;
// eslint-disable-next-line no-control-regex
const UNSAFE_IN_TEXT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** One line, visible characters only, single spaces: the form in which names and titles are kept. */
export function cleanLine(text: string): string {
  return text.replace(INVISIBLE, ' ').replace(/\s+/g, ' ').trim();
}

/** Message text: line breaks stay, controls and bidi overrides go, the end is trimmed. */
export function cleanText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(UNSAFE_IN_TEXT, '').replace(/\s+$/, '');
}
