import type { Place } from './pickPlace';

export type { Place };

/** A browser has no map to choose from: its position once, named by the person. Rejects where it is not given. */
export function pickPlace(): Promise<Place | undefined> {
  return new Promise((resolve, reject) => {
    if (!navigator.geolocation) return reject(new Error('no position here'));
    navigator.geolocation.getCurrentPosition(({ coords }) => resolve({ name: '', lat: coords.latitude, lon: coords.longitude }), reject, { timeout: 10_000, maximumAge: 60_000 });
  });
}
