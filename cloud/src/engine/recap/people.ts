const KIN = /^我(?=.)/;
const HAN = /^\p{Script=Han}+$/u;

/** The ways in which an author is called: the whole name, its parts, and of a long Chinese name its last two characters. */
function formsOf(author: string): string[] {
  const pieces = author.split(/[^\p{L}\p{N}]+/u).filter((piece) => piece !== '');
  const runs = pieces.flatMap((piece) => piece.match(/\p{Script=Han}+|[\p{L}\p{N}]+/gu) ?? []);
  const bare = runs.map((run) => run.replace(/^\d+(?:栋|号|楼|室|班)?/, '').replace(/^[栋号楼室]/, ''));
  const tails = bare.filter((run) => HAN.test(run) && [...run].length >= 3).map((run) => [...run].slice(-2).join(''));
  const kin = bare.filter((run) => KIN.test(run)).map((run) => run.replace(KIN, ''));
  return [...new Set([author, ...pieces, ...bare, ...tails, ...kin])].filter((form) => [...form].length >= 2 || form === author || kin.includes(form));
}

/** Finds which author a text calls by name. */
export class People {
  /** [form, author], longest form first. */
  readonly forms: (readonly [string, string])[];

  constructor(authors: readonly string[]) {
    const owners = new Map<string, Set<string>>();
    const own = [...new Set(authors)].filter((name) => name !== '');
    for (const author of own) for (const form of formsOf(author)) owners.set(form, (owners.get(form) ?? new Set()).add(author));
    // a form that two people share is nobody's
    this.forms = [...owners]
      .flatMap(([form, who]): [string, string][] => (own.includes(form) ? [[form, form]] : who.size === 1 ? [[form, [...who][0] as string]] : []))
      .sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  }

  /** The first author named in a text, where the name stands, [start, end). */
  namedIn(text: string): { author: string; start: number; end: number } | undefined {
    let first: { author: string; start: number; end: number } | undefined;
    for (const [form, author] of this.forms) {
      const start = text.indexOf(form);
      if (start >= 0 && (first === undefined || start < first.start)) first = { author, start, end: start + form.length };
    }
    return first;
  }
}
