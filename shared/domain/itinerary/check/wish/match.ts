import type { Place } from '../../types';

export type Answer = 'yes' | 'no' | 'unknown';

/** Letters and digits alone, so that 「7 天」 and 「7天」 are one. */
export const bare = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/[\s\u3000-\u303f()\-·・.,:;'"/|_]+/g, '');

const SHORTEST_PART = 2;

/** Whether a place bears a name, given all places of its sort. */
export function hasName(places: readonly Place[]): (place: Place, name: string) => Answer {
  return (place, name) => {
    const [has, wanted] = [bare(place.name), bare(name)];
    if (has === wanted) return 'yes';
    if (wanted.length < SHORTEST_PART || !has.includes(wanted)) return 'no';
    return places.some((other) => bare(other.name) === wanted) ? 'no' : 'yes';
  };
}

/** A kind may name several: 历史古迹/寺庙. */
const kindsOf = ({ kind, tags }: Place): string[] => [kind, ...kind.split(/[/|;,、；，]/), ...(tags ?? [])].map(bare).filter(Boolean);

/** Whether a place is noted to be of a kind or to have it. What is a restaurant's dish may stand in its name. */
export function ofKind(place: Place, kind: string): Answer {
  const wanted = bare(kind);
  const noted = kindsOf(place);
  if (noted.includes(wanted)) return 'yes';
  if (place.type === 'restaurant' && wanted.length >= SHORTEST_PART && bare(place.name).includes(wanted)) return 'yes';
  return noted.length === 0 ? 'unknown' : 'no';
}

/** Everything written about a place, for words that may stand within others. */
export const writtenOf = ({ name, kind, tags }: Place): string => [name, kind, ...(tags ?? [])].join(' ').normalize('NFKC').toLowerCase();

/** Whether enough is written about a place for silence to mean something. */
export const isDescribed = ({ kind, tags }: Place): boolean => kind !== '' && (tags?.length ?? 0) > 0;
