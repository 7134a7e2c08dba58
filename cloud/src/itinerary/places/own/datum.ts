/* The ellipsoid and the shift the Chinese datum is defined by. */
const AXIS = 6378245;
const ECCENTRICITY = 0.00669342162296594323;
const RAD = Math.PI / 180;

const waves = (x: number, parts: readonly (readonly [amount: number, rate: number])[]): number => parts.reduce((sum, [amount, rate]) => sum + amount * Math.sin(x * rate * Math.PI), 0);

const north = (x: number, y: number): number =>
  -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x)) + (2 / 3) * (waves(x, [[20, 6], [20, 2]]) + waves(y, [[20, 1], [40, 1 / 3], [160, 1 / 12], [320, 1 / 30]]));
const east = (x: number, y: number): number => 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x)) + (2 / 3) * waves(x, [[20, 6], [20, 2], [20, 1], [40, 1 / 3], [150, 1 / 12], [300, 1 / 30]]);

/** WGS-84, as GeoJSON has it, in the datum of Chinese maps (GCJ-02). Outside the mainland both are the same. */
export function toGcj02({ lat, lon }: { lat: number; lon: number }): { lat: number; lon: number } {
  if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) return { lat, lon };
  const sine = Math.sin(lat * RAD);
  const root = 1 - ECCENTRICITY * sine * sine;
  const dLat = north(lon - 105, lat - 35) / (((AXIS * (1 - ECCENTRICITY)) / (root * Math.sqrt(root))) * RAD);
  const dLon = east(lon - 105, lat - 35) / ((AXIS / Math.sqrt(root)) * Math.cos(lat * RAD) * RAD);
  return { lat: lat + dLat, lon: lon + dLon };
}
