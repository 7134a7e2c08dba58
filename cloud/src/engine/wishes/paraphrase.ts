import type { PlaceType } from '../../../../shared/domain/itinerary/types';
import groups from './kindWords.json';
import { spotAll, wordOf, type Line, type Spotted, type Word } from './spot';

/** Words people say and the names the thing has in lists of kinds, the best name first. */
interface Group {
  names: readonly string[];
  said: readonly Word<string>[];
}

const read = (lines: readonly string[]): Group[] =>
  lines.map((line) => {
    const [names = [], said = []] = line.split(' | ').map((words) => words.split(' '));
    return { names, said: [...new Set([...said, ...names.slice(0, 1)])].map((word) => wordOf(word, word)) };
  });

const GROUPS: Record<PlaceType, readonly Group[]> = { attraction: read(groups.attraction), restaurant: read(groups.restaurant), hotel: read(groups.hotel) };

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

interface Named {
  kind: string;
  parts: readonly string[];
}

/** The kind of a list that a group is about: the one with its best name, else the one whose name begins or ends with one of its names. */
function kindFor({ names }: Group, kinds: readonly Named[]): string | undefined {
  for (const name of names) {
    const same = kinds.find(({ parts }) => parts.includes(name));
    if (same) return same.kind;
  }
  for (const name of names) {
    const holds = kinds.find(({ parts }) => name.length > 1 && parts.some((part) => part.startsWith(name) || part.endsWith(name)));
    if (holds) return holds.kind;
  }
  return undefined;
}

/** Where a text speaks of kinds of a list in other words than the list's. */
export function paraphrasesIn(line: Line, place: PlaceType, kinds: readonly string[]): Spotted<string>[] {
  if (kinds.length === 0) return [];
  const named = kinds.map((kind): Named => ({ kind, parts: partsOfKind(kind) }));
  const parts = named.filter(({ parts: words }) => words.length > 1).flatMap(({ kind, parts: words }) => words.map((word) => wordOf(kind, word)));
  const said = GROUPS[place].flatMap((group) => {
    const hits = spotAll(line, group.said);
    const kind = hits.length > 0 ? kindFor(group, named) : undefined;
    return kind === undefined ? [] : hits.map(({ start, end }) => ({ entry: kind, start, end }));
  });
  return [...spotAll(line, parts), ...said];
}
