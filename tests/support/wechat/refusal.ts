/** An errcode other than 0. */
export class Refusal extends Error {
  constructor(
    readonly errcode: number,
    errmsg: string,
  ) {
    super(errmsg);
  }
}

/** Refuses unless the claim holds. */
export function must(claim: unknown, errcode: number, errmsg: string): asserts claim {
  if (!claim) throw new Refusal(errcode, errmsg);
}

/** A member of a parsed body, or undefined. */
export function field(body: unknown, ...path: string[]): unknown {
  let value = body;
  for (const name of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** The same, as text; '' when it is missing or no text. */
export function text(body: unknown, ...path: string[]): string {
  const value = field(body, ...path);
  return typeof value === 'string' ? value : '';
}
