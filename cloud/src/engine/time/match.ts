/** A piece of text that was understood: its end and what it means. */
export interface Hit<T> {
  end: number;
  value: T;
}

/** Understands what stands at a position, or nothing. */
export type Parse<T> = (text: string, at: number) => Hit<T> | null;

/** A rule by one pattern. `read` may refuse what the pattern let through. */
export function rule<T>(pattern: string, read: (groups: Record<string, string | undefined>, words: string) => T | null): Parse<T> {
  const sticky = new RegExp(pattern, 'y');
  return (text, at) => {
    sticky.lastIndex = at;
    const hit = sticky.exec(text);
    if (!hit || hit[0] === '') return null;
    const value = read(hit.groups ?? {}, hit[0]);
    return value === null ? null : { end: at + hit[0].length, value };
  };
}

/** The longest of several readings; of equal ones the first. */
export function longest<T>(...parses: Parse<T>[]): Parse<T> {
  return (text, at) => {
    let best: Hit<T> | null = null;
    for (const parse of parses) {
      const hit = parse(text, at);
      if (hit && (best === null || hit.end > best.end)) best = hit;
    }
    return best;
  };
}

/** Remembers what was found in the last text: several rules ask for the same thing at the same place. */
export function remembered<T>(parse: Parse<T>): Parse<T> {
  let last = '';
  let known = new Map<number, Hit<T> | null>();
  return (text, at) => {
    if (text !== last) {
      last = text;
      known = new Map();
    }
    let hit = known.get(at);
    if (hit === undefined) {
      hit = parse(text, at);
      known.set(at, hit);
    }
    return hit;
  };
}

/** The end of a pattern that stands at a position, or the position itself. */
export function skip(pattern: string): (text: string, at: number) => number {
  const sticky = new RegExp(pattern, 'y');
  return (text, at) => {
    sticky.lastIndex = at;
    return at + (sticky.exec(text)?.[0].length ?? 0);
  };
}
