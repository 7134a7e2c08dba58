const FACTORS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';
const CANDIDATE = /(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dx](?!\d)/gi;

/** Whether a text holds an identity card number whose check digit is right (GB 11643). */
export function holdsIdNumber(text: string): boolean {
  return (text.match(CANDIDATE) ?? []).some((id) => {
    const sum = FACTORS.reduce((total, factor, i) => total + factor * Number(id[i]), 0);
    return CHECK_DIGITS[sum % 11] === id[17]?.toUpperCase();
  });
}
