/** What somebody typed as a figure, to the hundredth; undefined where it is none. */
export function amountOf(text: string): number | undefined {
  const plain = text.normalize('NFKC').replace(',', '.').trim();
  return /^\d+(?:\.\d*)?$/.test(plain) ? Math.round(Number(plain) * 100) / 100 : undefined;
}
