import type { PlaceType } from '../../../../shared/domain/itinerary/types';
import groups from './kindWords.json';
import { lexicon, spotAll, wordOf, type Lexicon, type Line, type Spotted } from './spot';

/** Words people say and the names the thing has in lists of kinds, the best name first. */
interface Group {
  names: readonly string[];
  said: readonly string[];
}

const read = (lines: readonly string[]): Group[] =>
  lines.map((line) => {
    const [names = [], said = []] = line.split(' | ').map((words) => words.split(' '));
    return { names, said: [...new Set([...said, ...names.slice(0, 1)])] };
  });

const GROUPS: Record<PlaceType, readonly Group[]> = { attraction: read(groups.attraction), restaurant: read(groups.restaurant), hotel: read(groups.hotel) };
const saidIn = (groups: readonly Group[]): Lexicon<Group> => lexicon(groups.flatMap((group) => group.said.map((word) => wordOf(group, word))));
const SAID: Record<PlaceType, Lexicon<Group>> = { attraction: saidIn(GROUPS.attraction), restaurant: saidIn(GROUPS.restaurant), hotel: saidIn(GROUPS.hotel) };

const firstNames = (place: PlaceType): string[] => [...new Set(GROUPS[place].map(({ names }) => names[0] as string))];
/** What kinds are called where no list is given. */
export const KNOWN_KINDS: Record<PlaceType, readonly string[]> = { attraction: firstNames('attraction'), restaurant: firstNames('restaurant'), hotel: firstNames('hotel') };

const SEPARATOR = /[/、·,，&()（）]/;

/** 博物馆/纪念馆 is two names of one kind. */
const partsOfKind = (kind: string): string[] =>
  kind
    .split(SEPARATOR)
    .map((part) => part.trim().toLowerCase())
    .filter((part) => part.length > 1);

/** What is said in other words; `isSame` where it is that kind and not only one of its sort: 爬山 is some 自然风光. */
export interface Paraphrase {
  kind: string;
  isSame: boolean;
}
/** The first names of a group mean the same, those behind are what it falls under. */
const SAME_NAMES = 2;

interface Named {
  kind: string;
  parts: readonly string[];
}

/** The kind of a list that a group is about: the one with its best name, else the one whose name begins or ends with one of its names. */
function kindFor({ names }: Group, kinds: readonly Named[]): Paraphrase | undefined {
  for (const [i, name] of names.entries()) {
    const same = kinds.find(({ parts }) => parts.includes(name));
    if (same) return { kind: same.kind, isSame: i < SAME_NAMES };
  }
  for (const name of names) {
    const holds = kinds.find(({ parts }) => name.length > 1 && parts.some((part) => part.startsWith(name) || part.endsWith(name)));
    if (holds) return { kind: holds.kind, isSame: false };
  }
  return undefined;
}

/** The kinds of a list with what they are called, worked out once for each list. */
class KindBook {
  readonly parts: Lexicon<Paraphrase>;
  private readonly named: readonly Named[];
  private readonly kinds = new Map<Group, Paraphrase | undefined>();

  constructor(kinds: readonly string[]) {
    this.named = kinds.map((kind) => ({ kind, parts: partsOfKind(kind) }));
    this.parts = lexicon(this.named.filter(({ parts }) => parts.length > 1).flatMap(({ kind, parts }) => parts.map((word) => wordOf({ kind, isSame: true }, word))));
  }

  kindOf(group: Group): Paraphrase | undefined {
    if (!this.kinds.has(group)) this.kinds.set(group, kindFor(group, this.named));
    return this.kinds.get(group);
  }
}

const books = new WeakMap<readonly string[], KindBook>();

function bookOf(kinds: readonly string[]): KindBook {
  const book = books.get(kinds) ?? new KindBook(kinds);
  books.set(kinds, book);
  return book;
}

/** Where a text speaks of kinds of a list in other words than the list's. */
export function paraphrasesIn(line: Line, place: PlaceType, kinds: readonly string[]): Spotted<Paraphrase>[] {
  if (kinds.length === 0) return [];
  const book = bookOf(kinds);
  const said = spotAll(line, SAID[place]).flatMap(({ entry, start, end }) => {
    const kind = book.kindOf(entry);
    return kind === undefined ? [] : [{ entry: kind, start, end }];
  });
  return [...spotAll(line, book.parts), ...said];
}
