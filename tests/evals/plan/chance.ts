/** Chance with a seed (mulberry32): the same cases each time. */
export interface Chance {
  /** From 0 to 1. */
  roll: () => number;
  oneOf: <T>(things: readonly T[]) => T;
  /** Some of them, each once. */
  some: <T>(things: readonly T[], count: number) => T[];
}

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const oneOf = <T>(things: readonly T[]): T => things[Math.floor(roll() * things.length)] as T;
  const some = <T>(things: readonly T[], count: number): T[] => {
    const left = [...things];
    return Array.from({ length: Math.min(count, left.length) }, () => left.splice(Math.floor(roll() * left.length), 1)[0] as T);
  };
  return { roll, oneOf, some };
}
