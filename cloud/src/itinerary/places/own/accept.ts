import { cleanLine } from '@shared/domain/text';
import type { Locale } from '@shared/wire/errors';
import type { Place } from '@shared/wire/itinerary';
import { typeOf, weekdaysOf, type Field, type Given } from './fields';

/** A row that will not do: which field, and what to write there. */
export class RowRefusal extends Error {
  constructor(
    readonly field: Field,
    readonly cure: Record<Locale, string>,
  ) {
    super(cure.en);
  }
}

const refuse = (field: Field, zh: string, en: string): never => {
  throw new RowRefusal(field, { zh, en });
};

const CLOCK = /^([01]?\d|2[0-4])[:：]([0-5]\d)$/;
const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

function textOf(given: Given, field: Field, max: number): string | undefined {
  const text = cleanLine(given[field] ?? '');
  if ([...text].length > max) refuse(field, `最多 ${max} 个字，写短些`, `at most ${max} characters; shorten it`);
  return text === '' ? undefined : text;
}

function numberOf(given: Given, field: Field, min: number, max: number): number | undefined {
  const text = (given[field] ?? '').trim().replace(/^[¥￥]|元$/g, '');
  if (text === '') return undefined;
  const value = Number(text);
  if (!/^-?\d+(\.\d+)?$/.test(text) || value < min || value > max) refuse(field, `要是 ${min} 到 ${max} 之间的数字，不知道就空着`, `must be a number from ${min} to ${max}; leave it empty if unknown`);
  return value;
}

function clockOf(given: Given, field: 'open' | 'close'): string | undefined {
  const text = (given[field] ?? '').trim();
  if (text === '') return undefined;
  const [, hour = '', minute = ''] = CLOCK.exec(text) ?? refuse(field, '写成 09:00 这样，不知道就空着', 'must be like 09:00; leave it empty if unknown');
  if (hour === '24' && minute !== '00') refuse(field, '最晚是 24:00', 'is 24:00 at the latest');
  return `${hour.padStart(2, '0')}:${minute}`;
}

function hoursOf(given: Given): Pick<Place, 'open' | 'close' | 'hours'> {
  const [open, close] = [clockOf(given, 'open'), clockOf(given, 'close')];
  const text = (given.closedOn ?? '').trim();
  if ((open === undefined) !== (close === undefined)) refuse(open === undefined ? 'open' : 'close', '开门和关门时间要一起写', 'opening and closing time go together');
  if (text === '') return open === undefined || close === undefined ? {} : { open, close };
  const closed = weekdaysOf(text) ?? refuse('closedOn', '写成「周一」这样', 'must name weekdays, like Mon');
  if (open === undefined || close === undefined) return refuse('open', '写了休息日，也要写开门和关门时间', 'a day of rest needs opening hours with it');
  return { hours: [{ days: EVERY_DAY.filter((day) => !closed.includes(day)), open, close }] };
}

function stayOf(given: Given): Pick<Place, 'minHours' | 'maxHours'> {
  const [minHours, maxHours] = [numberOf(given, 'minHours', 0, 24), numberOf(given, 'maxHours', 0, 24)];
  if (minHours !== undefined && maxHours !== undefined && minHours > maxHours) refuse('maxHours', '不能比最少停留还短', 'must not be less than the shortest stay');
  return { ...(minHours === undefined ? {} : { minHours }), ...(maxHours === undefined ? {} : { maxHours }) };
}

const listOf = (given: Given, field: Field): string[] => (given[field] ?? '').split(/[,，;；、|]/).map(cleanLine).filter(Boolean);

function aliasesOf(given: Given): string[] {
  const aliases = listOf(given, 'aliases');
  if (aliases.length > 10 || aliases.some((alias) => [...alias].length > 80)) refuse('aliases', '最多 10 个，每个最多 80 个字', 'at most 10, each of at most 80 characters');
  return aliases;
}

function tagsOf(given: Given): string[] {
  const tags = listOf(given, 'tags');
  if (tags.length > 30 || tags.some((tag) => [...tag].length > 40)) refuse('tags', '最多 30 个，每个最多 40 个字', 'at most 30, each of at most 40 characters');
  return tags;
}

/** A place as a row tells it; without coordinates where it gives none. `at` absent: its address must tell where. */
export interface AcceptedRow {
  name: string;
  type: Place['type'];
  city: string;
  at?: { lat: number; lon: number };
  facts: Omit<Place, 'id' | 'name' | 'type' | 'source' | 'lat' | 'lon'>;
}

/** Throws RowRefusal for the first field that will not do. */
export function acceptRow(given: Given, defaultCity: string | undefined): AcceptedRow {
  const name = textOf(given, 'name', 80) ?? refuse('name', '写上名称', 'is missing');
  const type = typeOf(given.type ?? '') ?? refuse('type', '写「景点」「餐厅」或「酒店」', 'must be attraction, restaurant or hotel');
  const city = textOf(given, 'city', 40) ?? defaultCity ?? refuse('city', '写上城市', 'is missing');
  const [lat, lon] = [numberOf(given, 'lat', -90, 90), numberOf(given, 'lon', -180, 180)];
  if ((lat === undefined) !== (lon === undefined)) refuse(lat === undefined ? 'lat' : 'lon', '经纬度要一起写', 'latitude and longitude go together');
  const address = textOf(given, 'address', 200);
  if (lat === undefined && address === undefined) refuse('lat', '写经纬度，或者写地址', 'give coordinates or an address');
  const price = numberOf(given, 'price', 0, 10_000_000);
  const tags = tagsOf(given);
  const aliases = aliasesOf(given);
  const facts = { kind: textOf(given, 'kind', 40) ?? '', ...hoursOf(given), ...stayOf(given), ...(price === undefined ? {} : { price }), ...(tags.length > 0 ? { tags } : {}), ...(aliases.length > 0 ? { aliases } : {}), ...(address === undefined ? {} : { address }) };
  return { name, type, city, ...(lat === undefined || lon === undefined ? {} : { at: { lat, lon } }), facts };
}
