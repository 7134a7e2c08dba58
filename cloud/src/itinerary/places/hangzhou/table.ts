/** Hours of what cannot be closed. */
export const ALL_DAY = '00:00-24:00';

/** The cells of each line of a table. */
export const TABLE = (parts: TemplateStringsArray, ...values: string[]): string[][] =>
  String.raw(parts, ...values)
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()));
