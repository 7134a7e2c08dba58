/** What somebody typed as an amount of money, in cents; undefined where it is none. 12 · 12.5 · ￥1,200.00 */
export function centsOf(typed: string): number | undefined {
  const [, yuan, part = ''] = /^[¥]?(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed.normalize('NFKC').replace(/[\s,，元]/g, '')) ?? [];
  if (yuan === undefined) return undefined;
  const cents = Number(yuan) * 100 + Number(part.padEnd(2, '0'));
  return cents >= 1 && cents <= 100_000_000 ? cents : undefined;
}

/** ¥12.50 */
export const money = (cents: number): string => `¥${Math.floor(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
