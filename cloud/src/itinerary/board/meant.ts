import { isPartOnly } from '@shared/domain/itinerary/names';
import type { PlaceType } from '@shared/domain/itinerary/types';
import type { Constraint, Place } from '@shared/wire/itinerary';

const WANTED: Partial<Record<Constraint['type'], PlaceType>> = { attraction_name: 'attraction', restaurant_name: 'restaurant', hotel_name: 'hotel' };

/** 去西湖 visits it, 去西湖边 does not. */
const visits = (words: string, name: string): boolean => new RegExp(`(?:[去到逛玩看游爬]|visit|see)(?:一?[下趟])?\\s*${name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')}(?!边|旁|附近|周[边围])`, 'iu').test(words);

/** Which place a wish for one by name means, among those there are. */
export type Meant = (constraints: readonly Constraint[], words: string) => Constraint[];

/**
 * Names are read without knowing what bears them: one of another sort is a wish for what it is (去楼外楼), and another name
 * is one for the place that has it. What is only part of another word (西湖醋鱼) is no wish for the place, and to stay or eat
 * near one (住西湖边) remains what was said.
 */
export function meantAmong(places: readonly Place[], byAlias: ReadonlyMap<string, Place>): Meant {
  const names = new Map(places.map((place) => [place.name, place]));
  const exact = new Set(places.map(({ type, name }) => `${type} ${name}`));
  const written = places.flatMap(({ name, tags = [] }) => [name, ...tags]);
  const meantBy = (constraint: Constraint, words: string): Constraint[] => {
    const { type, op, value } = constraint;
    const wanted = WANTED[type];
    if (!wanted || typeof value !== 'string' || exact.has(`${wanted} ${value}`)) return [constraint];
    const place = names.get(value) ?? byAlias.get(value);
    if (!place) return [constraint];
    if (!names.has(value) && isPartOnly(words, value, written)) return [];
    const isMeant = place.type === wanted || wanted === 'attraction' || visits(words, value);
    return [isMeant ? { type: `${place.type}_name`, op, value: place.name } : constraint];
  };
  return (constraints, words) => constraints.flatMap((constraint) => meantBy(constraint, words));
}
