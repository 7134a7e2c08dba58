import type { z } from 'zod';
import { parseDay } from '@shared/domain/civil';
import { LIMITS } from '@shared/domain/limits';
import { cleanLine, graphemeCount } from '@shared/domain/text';
import { isZone } from '@shared/domain/zone';
import type { ItineraryBody } from '@shared/wire/itinerary';
import { AppError } from '../errors';
import { memberOf, type PaiDoc } from '../pai';
import { requireHarmless } from '../safety';
import type { ItineraryDoc } from './model';

type Frame = z.infer<typeof ItineraryBody>;
export type AcceptedFrame = Partial<Pick<ItineraryDoc, 'title' | 'city' | 'zone' | 'startOn' | 'days' | 'party'>>;

function acceptTitle(title: string): string {
  const clean = cleanLine(title);
  if (clean === '') throw new AppError('itinerary/empty', { field: 'title' });
  if (graphemeCount(clean) > LIMITS.itineraryTitleGraphemes) throw new AppError('itinerary/title-long', { field: 'title', params: { max: LIMITS.itineraryTitleGraphemes } });
  return clean;
}

function acceptCity(city: string): string {
  const clean = cleanLine(city).replace(/(?<=.{2})市$/, '');
  if (clean === '') throw new AppError('itinerary/empty', { field: 'city' });
  return clean;
}

function acceptZone(zone: string): string {
  if (!isZone(zone)) throw new AppError('itinerary/zone-unknown', { field: 'zone' });
  return zone;
}

function acceptDay(day: string | null): string | null {
  if (day !== null && parseDay(day) === null) throw new AppError('itinerary/day-unknown', { field: 'startOn' });
  return day;
}

function acceptParty(pai: PaiDoc, party: readonly string[]): string[] {
  if (!party.every((id) => memberOf(pai, id))) throw new AppError('itinerary/not-member', { field: 'party' });
  return [...new Set(party)];
}

/** What is set of an itinerary, as it is kept. Throws `itinerary/…`, `text/unsafe`. */
export async function acceptFrame(pai: PaiDoc, { title, city, zone, startOn, days, party }: Frame): Promise<AcceptedFrame> {
  const accepted: AcceptedFrame = {
    ...(title === undefined ? {} : { title: acceptTitle(title) }),
    ...(city === undefined ? {} : { city: acceptCity(city) }),
    ...(zone === undefined ? {} : { zone: acceptZone(zone) }),
    ...(startOn === undefined ? {} : { startOn: acceptDay(startOn) }),
    ...(days === undefined ? {} : { days }),
    ...(party === undefined ? {} : { party: acceptParty(pai, party) }),
  };
  if (accepted.title) await requireHarmless(accepted.title, 'title');
  if (accepted.city) await requireHarmless(accepted.city, 'city');
  return accepted;
}
