/* What the tests of the exports write out. */
import type { Stop } from '../trip';
import type { Sheet } from './sheet';

const stop = (id: string, placeId: string, from: string, to: string, more: Partial<Stop> = {}): Stop => ({ id, kind: 'attraction', placeId, from, to, cost: 0, ...more });
export const SHEET: Sheet = {
  id: 'it1',
  title: '周末杭州',
  startOn: '2026-11-28',
  version: 3,
  updatedAt: '2026-11-20T08:00:00.000Z',
  plan: {
    aiMade: true,
    days: [
      { items: [stop('a', 'lake', '09:05', '11:00', { note: '带伞' }), stop('b', 'inn', '21:30', '24:00', { kind: 'hotel', leg: { by: 'taxi', km: 2, minutes: 3, cost: 30 } })] },
      { items: [stop('c', 'lake', '10:00', '12:00'), stop('d', 'lost', '13:00', '14:00')] },
    ],
  },
  places: [
    { id: 'lake', name: '西湖', type: 'attraction', kind: '', lat: 30.2465, lon: 120.1485, address: '西湖区龙井路 1 号' },
    { id: 'inn', name: '湖边酒店', type: 'hotel', kind: '', lat: 30.25, lon: 120.16 },
  ],
};
export const withTitle = (title: string): Sheet => ({ ...SHEET, title, places: SHEET.places.map((place) => ({ ...place, name: title })) });
