/** Chinese maps (GCJ-02) shift coordinates by up to 700 m against satellite ones (WGS-84). */
export interface Coordinates {
  lat: number;
  lon: number;
}

/* The Krasovsky 1940 ellipsoid, which the shift is defined on. */
const AXIS = 6378245;
const ECCENTRICITY = 0.00669342162296594323;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;

/** A box around China: beyond it maps are not shifted. */
const isShifted = ({ lat, lon }: Coordinates): boolean => lon > 72.004 && lon < 137.8347 && lat > 0.8293 && lat < 55.8271;

/** Sum of the waves that both formulas share the shape of. */
const waves = (amplitudes: readonly (readonly [number, number])[], of: number): number => (amplitudes.reduce((sum, [amplitude, frequency]) => sum + amplitude * Math.sin(of * frequency), 0) * 2) / 3;

function metresNorth(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return plain + waves([[20, 6], [20, 2]], x * Math.PI) + waves([[20, 1], [40, 1 / 3]], y * Math.PI) + waves([[160, 1 / 12], [320, 1 / 30]], y * Math.PI);
}

function metresEast(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return plain + waves([[20, 6], [20, 2], [20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30]], x * Math.PI);
}

/** WGS-84 to GCJ-02, as published maps of China do it. */
export function toGcj02(point: Coordinates): Coordinates {
  if (!isShifted(point)) return point;
  const [x, y] = [point.lon - 105, point.lat - 35];
  const bend = 1 - ECCENTRICITY * Math.sin(rad(point.lat)) ** 2;
  const perDegreeNorth = rad((AXIS * (1 - ECCENTRICITY)) / (bend * Math.sqrt(bend)));
  const perDegreeEast = rad((AXIS / Math.sqrt(bend)) * Math.cos(rad(point.lat)));
  return { lat: point.lat + metresNorth(x, y) / perDegreeNorth, lon: point.lon + metresEast(x, y) / perDegreeEast };
}

const ROUNDS = 4;

/** GCJ-02 to WGS-84: the shift has no inverse formula, so the point that shifts there is closed in on, to a millimetre. */
export function toWgs84(point: Coordinates): Coordinates {
  if (!isShifted(point)) return point;
  let guess = point;
  for (let i = 0; i < ROUNDS; i++) {
    const there = toGcj02(guess);
    guess = { lat: guess.lat + point.lat - there.lat, lon: guess.lon + point.lon - there.lon };
  }
  return guess;
}
