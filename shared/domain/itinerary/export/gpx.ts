import type { Stop } from '../trip';
import { toWgs84 } from './gcj02';
import { xml } from './lines';
import { AI_LABEL, aigcOf, datesOf, type Sheet, type SheetLang } from './sheet';

const element = (name: string, value: string | undefined): string => (value ? `<${name}>${xml(value)}</${name}>` : '');

/** A point of a route; stops where nobody knows the place have none. */
function pointOf(stop: Stop, sheet: Sheet): string[] {
  const place = sheet.places.find(({ id }) => id === stop.placeId);
  if (!place) return [];
  const { lat, lon } = toWgs84(place);
  const description = [`${stop.from}–${stop.to}`, place.address, stop.note].filter(Boolean).join('\n');
  return [`<rtept lat="${lat.toFixed(6)}" lon="${lon.toFixed(6)}">${element('name', place.name)}${element('desc', description)}${element('type', stop.kind)}</rtept>`];
}

/**
 * The itinerary as GPX 1.1, a route a day. GPX is WGS-84: places, which are GCJ-02 as Chinese maps give them, are
 * converted; beyond China the two are one.
 */
export function toGpx(sheet: Sheet, lang: SheetLang = 'zh'): string {
  const dates = datesOf(sheet);
  const aiMade = sheet.plan?.aiMade ?? false;
  const routes = (sheet.plan?.days ?? []).map(({ items }, i) => {
    const name = [lang === 'zh' ? `第 ${i + 1} 天` : `Day ${i + 1}`, dates[i]].filter(Boolean).join(' ');
    return `<rte>${element('name', name)}${element('number', String(i + 1))}${items.flatMap((stop) => pointOf(stop, sheet)).join('')}</rte>`;
  });
  const about = [element('name', sheet.title), element('desc', aiMade ? AI_LABEL[lang] : undefined), element('time', sheet.updatedAt), element('keywords', aiMade ? aigcOf(sheet) : undefined)];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<gpx version="1.1" creator="Pai" xmlns="http://www.topografix.com/GPX/1/1"><metadata>${about.join('')}</metadata>${routes.join('')}</gpx>\n`;
}
