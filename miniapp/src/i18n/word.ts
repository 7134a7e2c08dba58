/** One text in both languages. `{name}` is filled in; `{n|person|people}` is the first form when `n` is 1, else the second. */
export interface Word {
  zh: string;
  en: string;
}

export type Locale = keyof Word;
export type Params = Record<string, string | number>;

/** Declares the words of one area. A missing language does not compile. */
export const words = <Key extends string>(area: Record<Key, Word>): Record<Key, Word> => area;

/** Puts parameters into a text. A parameter that is not given stays as it is written, so that it is noticed. */
export function fill(text: string, params: Params = {}): string {
  return text.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    if (one === undefined || many === undefined) return String(value);
    return Number(value) === 1 ? one : many;
  });
}
