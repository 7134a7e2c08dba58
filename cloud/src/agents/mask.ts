const PHONE = /(?<![\d])(?:\+?86[\s-]?)?1[3-9]\d([\s-]?)\d{4}\1\d{4}(?!\d)/g;
const LONG_NUMBER = /(?<![\dA-Za-z])\d(?:[\s-]?\d){11,18}[\dXx]?(?![\dA-Za-z])/g;

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** Citizen identity number: 17 digits and the check digit of GB 11643. */
function isCitizenId(digits: string): boolean {
  if (!/^[1-9]\d{5}(?:18|19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]$/.test(digits)) return false;
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits[i]), 0);
  return '10X98765432'[sum % 11] === digits[17];
}

/** Card number: 13 to 19 digits that pass the Luhn check. */
function isCard(digits: string): boolean {
  if (!/^\d{13,19}$/.test(digits) || /^0+$/.test(digits)) return false;
  const sum = [...digits].reverse().reduce((total, c, i) => {
    const doubled = Number(c) * (i % 2 === 0 ? 1 : 2);
    return total + (doubled > 9 ? doubled - 9 : doubled);
  }, 0);
  return sum % 10 === 0;
}

/** All but the last four digits become stars; separators stay. */
const starred = (number: string, keepFirst: number): string => {
  const total = number.replace(/[^\dXx]/g, '').length;
  let seen = 0;
  return number.replace(/[\dXx]/g, (c) => (++seen <= keepFirst || seen > total - 4 ? c : '*'));
};

interface Cut {
  start: number;
  end: number;
  text: string;
}

function cutsIn(plain: string): Cut[] {
  const cut = (hit: RegExpMatchArray, keepFirst: number): Cut => ({ start: hit.index as number, end: (hit.index as number) + hit[0].length, text: starred(hit[0], keepFirst) });
  const phones = [...plain.matchAll(PHONE)].map((hit) => cut(hit, hit[0].replace(/\D/g, '').length - 8));
  const numbers = [...plain.matchAll(LONG_NUMBER)].filter((hit) => {
    const digits = hit[0].replace(/[\s-]/g, '').toUpperCase();
    return isCitizenId(digits) || isCard(digits);
  });
  return [...numbers.map((hit) => cut(hit, 0)), ...phones];
}

/**
 * Hides mobile numbers, citizen identity numbers and bank card numbers (the last two by their check digit) but for
 * their ends. Other numbers stay. Length is kept.
 */
export function maskPii(text: string): string {
  // full-width digits are one unit each, so places in the plain text are places in the text
  const plain = text.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  let masked = '';
  let at = 0;
  for (const { start, end, text: stars } of cutsIn(plain).sort((a, b) => a.start - b.start)) {
    if (start < at) continue;
    masked += text.slice(at, start) + stars;
    at = end;
  }
  return masked + text.slice(at);
}
