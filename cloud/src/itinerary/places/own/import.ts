import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import { toGcj02 } from '@shared/domain/itinerary/export/gcj02';
import type { Locale } from '@shared/wire/errors';
import type { ImportBody, ImportReply } from '@shared/wire/itinerary';
import { config } from '../../../config';
import { AppError } from '../../../errors';
import { now, zoned } from '../../../infra/clock';
import { newId } from '../../../infra/ids';
import { requireVoice } from '../../../message';
import { accessPai } from '../../../pai';
import { requireHarmless } from '../../../safety';
import { cityName } from '../find';
import { locate } from '../lbs/client';
import { LbsError } from '../lbs/status';
import { RowRefusal, acceptRow, type AcceptedRow } from './accept';
import type { OwnPlaceDoc } from './model';
import { rowsOfCsv, rowsOfGeojson, type GivenRow } from './read';
import { countOwnPlaces, keepOwnPlaces } from './store';

/** Rows of one import, and places on a pai's list. */
const MOST_ROWS = 1000;
const MOST_PLACES = 2000;
/** Between them others have their turn. */
const ROWS_AT_ONCE = 100;
/** Addresses one import may look up: each is a call of the day. */
const MOST_LOOKUPS = 50;

type Body = z.infer<typeof ImportBody>;
type Refused = z.infer<typeof ImportReply>['refused'][number];

interface Reading {
  body: Body;
  lookups: number;
}

async function located({ name, city, facts }: AcceptedRow, reading: Reading): Promise<{ lat: number; lon: number }> {
  const none = new RowRefusal('lat', { zh: '按地址找不到位置，写上经纬度', en: 'its address leads nowhere; give coordinates' });
  if (!config().LBS_KEY || reading.lookups++ >= MOST_LOOKUPS) throw none;
  const point = await locate(city, facts.address ?? name).catch((error: unknown) => {
    if (error instanceof LbsError) throw none;
    throw error;
  });
  if (!point) throw none;
  return { lat: point.lat, lon: point.lng };
}

async function requireDecent({ name, facts }: AcceptedRow): Promise<void> {
  await requireHarmless([name, facts.kind, facts.address ?? '', ...(facts.tags ?? []), ...(facts.aliases ?? [])].join('\n'), 'name').catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error;
    throw new RowRefusal('name', { zh: '有不合适的内容，改一下', en: 'says something unfit; change it' });
  });
}

async function read({ given }: GivenRow, reading: Reading): Promise<Pick<OwnPlaceDoc, 'name' | 'type' | 'city' | 'facts'>> {
  const { body } = reading;
  const row = acceptRow(given, body.city === undefined ? undefined : cityName(body.city));
  await requireDecent(row);
  const datum = body.datum ?? (body.format === 'geojson' ? 'wgs84' : 'gcj02');
  const at = row.at ? (datum === 'wgs84' ? toGcj02(row.at) : row.at) : await located(row, reading);
  return { name: row.name, type: row.type, city: cityName(row.city), facts: { ...row.facts, ...at } };
}

/**
 * Adds a list to the pai's own: rows that will do are kept, the others told by line, field and cure. A place of the same
 * city, type and name is changed. Throws `pai/…`, `member/muted`, `places/no-heads`, `places/not-geojson`, `places/too-many`.
 */
export async function importPlaces(userId: string, paiId: string, body: Body, locale: Locale): Promise<z.infer<typeof ImportReply>> {
  requireVoice(await accessPai(userId, paiId));
  const rows = body.format === 'csv' ? rowsOfCsv(body.text) : rowsOfGeojson(body.text);
  if (rows.length > MOST_ROWS) throw new AppError('places/too-many', { field: 'text', params: { max: MOST_ROWS } });
  const reading: Reading = { body, lookups: 0 };
  const on = zoned(now(), config().TIME_ZONE).day;
  const docs = new Map<string, OwnPlaceDoc>();
  const refused: Refused[] = [];
  for (const [i, row] of rows.entries()) {
    if (i % ROWS_AT_ONCE === 0) await setImmediate();
    try {
      const place = await read(row, reading);
      docs.set(`${place.city} ${place.type} ${place.name}`, { _id: newId(), paiId, ...place, by: userId, on });
    } catch (error) {
      if (!(error instanceof RowRefusal)) throw error;
      refused.push({ line: row.line, field: error.field, why: error.cure[locale] });
    }
  }
  if ((await countOwnPlaces(paiId)) + docs.size > MOST_PLACES) throw new AppError('places/list-full', { field: 'text', params: { max: MOST_PLACES } });
  return { ...(await keepOwnPlaces([...docs.values()])), refused };
}
