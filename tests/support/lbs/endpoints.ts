import { LbsFailure } from './failure';

/** A place the stand-in knows. */
export interface LbsRow {
  id: string;
  title: string;
  city: string;
  category: string;
  address?: string;
  lat: number;
  lng: number;
}

const shown = ({ id, title, address = '', category, lat, lng }: LbsRow): object => ({ id, title, address, tel: '', category, type: 0, location: { lat, lng } });

function paged(found: readonly LbsRow[], params: Record<string, string>): object {
  const [size, index] = [Number(params.page_size ?? 10), Number(params.page_index ?? 1)];
  if (size < 1 || size > 20 || index < 1) throw new LbsFailure(310);
  if (found.length === 0) throw new LbsFailure(347);
  return { count: found.length, data: found.slice((index - 1) * size, index * size).map(shown) };
}

/** By the word's own meaning for the common ones, else by name. */
const WORDS: Record<string, RegExp> = { 景点: /^旅游景点/, 美食: /^美食/, 酒店: /^酒店宾馆/ };
const fits = (row: LbsRow, keyword: string): boolean => (WORDS[keyword] ? WORDS[keyword].test(row.category) : row.title.includes(keyword));

export function search(params: Record<string, string>, rows: readonly LbsRow[]): object {
  const { keyword, boundary } = params;
  if (!keyword || !boundary) throw new LbsFailure(306);
  const [, city, extend] = /^region\(([^,]+),([01])\)$/.exec(boundary) ?? [];
  if (!city) throw new LbsFailure(310);
  return paged(rows.filter((row) => (extend === '1' || row.city === city) && fits(row, keyword)), params);
}

export function suggest(params: Record<string, string>, rows: readonly LbsRow[]): object {
  const { keyword, region, region_fix: fixed } = params;
  if (!keyword) throw new LbsFailure(306);
  return paged(rows.filter((row) => (fixed !== '1' || row.city === region) && fits(row, keyword)), params);
}

export function geocode(params: Record<string, string>, rows: readonly LbsRow[]): object {
  if (!params.address) throw new LbsFailure(306);
  const found = rows.find(({ city, address }) => address !== undefined && params.address === `${city}${address}`);
  if (!found) throw new LbsFailure(347);
  return { result: { title: found.title, location: { lat: found.lat, lng: found.lng } } };
}
