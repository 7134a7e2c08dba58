import type { Means } from './types';

interface Spot {
  lat: number;
  lon: number;
}

const EARTH_KM = 6371;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** Straight-line kilometres on the globe. */
export function kmBetween(a: Spot, b: Spot): number {
  const lat = Math.sin(rad(b.lat - a.lat) / 2);
  const lon = Math.sin(rad(b.lon - a.lon) / 2);
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(lat * lat + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * lon * lon)));
}

/** Kilometres an hour, along the straight line. */
const SPEED: Record<Means, number> = { walk: 5, metro: 30, taxi: 40 };

/** Up to here one is still at the same place. */
export const SAME_SPOT_KM = 0.1;

export const legMinutes = (km: number, by: Means): number => (km / SPEED[by]) * 60;

const METRO_FARE = 10;
const TAXI_START = 20;
const TAXI_PER_KM = 5;
const CAR_SEATS = 4;

/** Yuan for all who go: a metro ticket a head, a taxi for each four. */
export function legFare(km: number, by: Means, heads: number): number {
  if (by === 'walk') return 0;
  return by === 'metro' ? METRO_FARE * heads : (TAXI_START + TAXI_PER_KM * km) * Math.ceil(heads / CAR_SEATS);
}
