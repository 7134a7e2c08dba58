import type { Constraint, Place } from '@shared/domain/itinerary/types';
import { fold } from '../text/fold';

/** What is compared of a name or a kind: letters and digits, whatever their form. */
export const plain = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '');

export const valuesOf = ({ value }: Constraint): readonly (string | number)[] => (typeof value === 'object' ? value : [value]);
export const textsOf = (constraint: Constraint): string[] => valuesOf(constraint).map(String);
export const numbersOf = (constraint: Constraint): number[] => valuesOf(constraint).map(Number).filter(Number.isFinite);

const KIND_BREAK = /[\/、,，|;；]/;
const LOOSE_FROM = 2;

/** The words a place may be known by, folded. */
export interface Labels {
  name: string;
  kinds: readonly string[];
  tags: readonly string[];
}

export const labelsOf = ({ name, kind, tags = [] }: Pick<Place, 'name' | 'kind' | 'tags'>): Labels => ({
  name: plain(name),
  kinds: [...new Set([kind, ...kind.split(KIND_BREAK)].map(plain))].filter(Boolean),
  tags: tags.map(plain).filter(Boolean),
});

export interface Labelled {
  labels: Labels;
}

/** The nearest sense of a word in which any place has it: first the exact one, last a part of a word. */
function byTiers<T extends Labelled>(places: readonly T[], value: string, tiers: readonly ((labels: Labels, value: string) => boolean)[]): T[] {
  const wanted = plain(value);
  if (!wanted) return [];
  for (const has of tiers) {
    const found = places.filter(({ labels }) => has(labels, wanted));
    if (found.length > 0) return found;
  }
  return [];
}

const isPart = (word: string, wanted: string): boolean => wanted.length >= LOOSE_FROM && word.includes(wanted);

/** Places of that name; where none is called exactly so, those whose name holds it. */
export const named = <T extends Labelled>(places: readonly T[], value: string): T[] =>
  byTiers(places, value, [({ name }, wanted) => name === wanted, ({ name }, wanted) => isPart(name, wanted)]);

/** Places of that kind, by their own kind or a tag; where there are none, those whose kind, tag or name holds the word. */
export const ofKind = <T extends Labelled>(places: readonly T[], value: string): T[] =>
  byTiers(places, value, [
    ({ kinds, tags }, wanted) => kinds.includes(wanted) || tags.includes(wanted),
    ({ kinds, tags }, wanted) => [...kinds, ...tags].some((word) => isPart(word, wanted)),
    ({ name }, wanted) => isPart(name, wanted),
  ]);

/** Places that might be taken for a kind: the word is part of a kind, a tag or a name. */
export function mightBe<T extends Labelled>(places: readonly T[], value: string): T[] {
  const wanted = plain(value);
  return places.filter(({ labels: { name, kinds, tags } }) => [name, ...kinds, ...tags].some((word) => isPart(word, wanted)));
}

/* Ways to say the same diet; a place that has one of them serves all of them. */
const DIETS: readonly (readonly string[])[] = [
  ['素食', '吃素', '素菜', '素斋', '斋', '全素', '蔬食', 'vegetarian', 'vegan'],
  ['清真', '回民', 'halal'],
];

/* Who does not eat the first had better not eat where the others are cooked. */
const AVOIDED: readonly (readonly string[])[] = [
  ['辣', '川菜', '湘菜', '四川', '湖南', '重庆', '麻婆'],
  ['海鲜', '海鱼', '虾', '蟹', '贝', '蚝', '刺身', '寿司'],
  ['猪', '五花肉', '培根', '火腿'],
];

const sameAs = (value: string, groups: readonly (readonly string[])[]): readonly string[] => groups.find((words) => words.some((word) => value.includes(word))) ?? [value];

/** Places that serve a diet or a food, by kind, tag or name; those to avoid, where the food is not eaten. */
export function serving<T extends Labelled>(places: readonly T[], value: string, isAvoided: boolean): T[] {
  const words = sameAs(plain(value), isAvoided ? AVOIDED : DIETS).filter(Boolean);
  return places.filter(({ labels: { name, kinds, tags } }) => [name, ...kinds, ...tags].some((label) => words.some((word) => label.includes(word))));
}
