import type { Itinerary } from '@shared/wire/itinerary';
import { nameOf, placeOf } from '@/features/itinerary/say';
import type { SpeakTrip } from '@/features/itinerary/words';

/** A stop on the map; `n` as its row is numbered. Stops at one spot share a mark. */
export interface Pin {
  n: string;
  name: string;
  lat: number;
  lon: number;
}

/** The marks of a day in order. What has no place known has none. */
export function pinsOf(trip: Itinerary, day: number, t: SpeakTrip): Pin[] {
  const pins: Pin[] = [];
  (trip.plan?.days[day]?.items ?? []).forEach((item, i) => {
    const place = placeOf(trip, item.placeId);
    if (!place) return;
    const same = pins.find(({ lat, lon }) => lat === place.lat && lon === place.lon);
    if (same) same.n += `·${i + 1}`;
    else pins.push({ n: String(i + 1), name: nameOf(trip, item, t), lat: place.lat, lon: place.lon });
  });
  return pins;
}

export interface Box {
  width: number;
  height: number;
}
export interface Spot {
  x: number;
  y: number;
}

const KM_PER_DEGREE = 111.32;
const EDGE = { x: 34, top: 24, bottom: 28 };

/* Marks are 24 across: closer ones would hide each other. */
const APART = 26;
const ROUNDS = 40;

/** Pushes marks that would hide each other apart, along the line between them, and keeps all in the box. */
function apart(spots: readonly Spot[], { width, height }: Box): Spot[] {
  const moved = spots.map((spot) => ({ ...spot }));
  for (let round = 0; round < ROUNDS; round++) {
    moved.forEach((a, i) =>
      moved.slice(i + 1).forEach((b, j) => {
        const [dx, dy] = [b.x - a.x, b.y - a.y];
        const far = Math.sqrt(dx * dx + dy * dy);
        if (far >= APART) return;
        /* Those on one spot part to different sides. */
        const angle = far === 0 ? i + j : Math.atan2(dy, dx);
        const push = (APART - far) / 2;
        a.x -= Math.cos(angle) * push;
        a.y -= Math.sin(angle) * push;
        b.x += Math.cos(angle) * push;
        b.y += Math.sin(angle) * push;
      }),
    );
    moved.forEach((spot) => {
      spot.x = Math.max(EDGE.x / 2, Math.min(width - EDGE.x / 2, spot.x));
      spot.y = Math.max(EDGE.top - 8, Math.min(height - EDGE.bottom + 12, spot.y));
    });
  }
  return moved.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }));
}

/** Lays places out in a box, north up and to one scale in both directions; one place stands in the middle. */
export function sketch(pins: readonly Pick<Pin, 'lat' | 'lon'>[], box: Box): Spot[] {
  const lats = pins.map(({ lat }) => lat);
  const lons = pins.map(({ lon }) => lon);
  const mid = { lat: (Math.min(...lats) + Math.max(...lats)) / 2, lon: (Math.min(...lons) + Math.max(...lons)) / 2 };
  const shrink = Math.cos((mid.lat * Math.PI) / 180);
  const km = pins.map(({ lat, lon }) => ({ x: (lon - mid.lon) * KM_PER_DEGREE * shrink, y: (mid.lat - lat) * KM_PER_DEGREE }));
  const room = { width: box.width - 2 * EDGE.x, height: box.height - EDGE.top - EDGE.bottom };
  const wide = Math.max(0.1, ...km.map(({ x }) => 2 * Math.abs(x)));
  const high = Math.max(0.1, ...km.map(({ y }) => 2 * Math.abs(y)));
  const kmPerPx = Math.max(wide / room.width, high / room.height);
  const spots = km.map(({ x, y }) => ({ x: box.width / 2 + x / kmPerPx, y: EDGE.top + room.height / 2 + y / kmPerPx }));
  return apart(spots, box);
}

/** A line through the spots as an SVG mask: the colour is the page's. */
export function routeMask(spots: readonly Spot[], { width, height }: Box): string {
  const path = spots.map(({ x, y }, i) => `${i === 0 ? 'M' : 'L'}${x} ${y}`).join('');
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${width} ${height}' preserveAspectRatio='none'><path d='${path}' fill='none' stroke='#000' stroke-width='3' stroke-dasharray='1 7' stroke-linecap='round' stroke-linejoin='round'/></svg>`;
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`;
}

/** Names that do not run into each other or over a mark, below their mark or above it; the rest stay unsaid. */
export function labels(pins: readonly Pin[], spots: readonly Spot[], { width, height }: Box): (Spot | undefined)[] {
  /* The corner where it says that this is a sketch is taken, too. */
  const corner = { left: width - 56, right: width, top: height - 22, bottom: height };
  const taken = [...spots.map(({ x, y }) => ({ left: x - 13, right: x + 13, top: y - 13, bottom: y + 13 })), corner];
  return pins.map(({ name }, i) => {
    const spot = spots[i] as Spot;
    const half = Math.min(64, (name.length * 12) / 2) + 2;
    const x = Math.max(half + 4, Math.min(width - half - 4, spot.x));
    for (const y of [spot.y + 22, spot.y - 22]) {
      const box = { left: x - half, right: x + half, top: y - 8, bottom: y + 8 };
      const free = box.top >= 0 && box.bottom <= height && taken.every((other, j) => j === i || other.right < box.left || other.left > box.right || other.bottom < box.top || other.top > box.bottom);
      if (!free) continue;
      taken.push(box);
      return { x, y };
    }
    return undefined;
  });
}
