import { z } from 'zod';
import { AppError } from '../../../errors';
import { readCsv } from './csv';
import { fieldOf, type Field, type Given } from './fields';

/** What a list says of one place: by field, and the line (of a GeoJSON the feature, from 1) it stands on. */
export interface GivenRow {
  line: number;
  given: Given;
}

const Feature = z.object({
  geometry: z.object({ type: z.literal('Point'), coordinates: z.array(z.number()).min(2) }).nullish().catch(undefined),
  properties: z.record(z.string(), z.unknown()).nullish(),
});
const Collection = z.object({ type: z.literal('FeatureCollection'), features: z.array(Feature) });

const assign = (pairs: readonly (readonly [Field | undefined, string])[]): Given => Object.fromEntries(pairs.filter(([field]) => field !== undefined)) as Given;

/** Throws `places/no-heads` when the first row names no columns that tell a place. */
export function rowsOfCsv(text: string): GivenRow[] {
  const [heads, ...rows] = readCsv(text);
  const fields = (heads?.cells ?? []).map(fieldOf);
  if (!fields.includes('name') || !fields.includes('type')) throw new AppError('places/no-heads', { field: 'text' });
  return rows.map(({ line, cells }) => ({ line, given: assign(cells.map((cell, i) => [fields[i], cell])) }));
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError('places/not-geojson', { field: 'text', cause });
  }
}

const scalar = (value: unknown): string => (Array.isArray(value) ? value.filter((one) => typeof one === 'string').join(',') : typeof value === 'string' || typeof value === 'number' ? String(value) : '');

/** Throws `places/not-geojson` when it is no collection of features. */
export function rowsOfGeojson(text: string): GivenRow[] {
  const { data } = Collection.safeParse(parsed(text));
  if (!data) throw new AppError('places/not-geojson', { field: 'text' });
  return data.features.map(({ geometry, properties }, i) => {
    const said = assign(Object.entries(properties ?? {}).map(([head, value]) => [fieldOf(head), scalar(value)]));
    const [lon, lat] = geometry?.coordinates ?? [];
    return { line: i + 1, given: lat === undefined || lon === undefined ? said : { ...said, lat: String(lat), lon: String(lon) } };
  });
}
