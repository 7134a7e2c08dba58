import { HOUR, setClock } from '../infra/clock';
import { countTalking, perHour, shareBars } from './talk';
import { quantile } from './node';

const FIRST = Date.UTC(2026, 9, 1, 0);
const said = (paiId: string, hour: number, people: number, ai: number, lastByPerson = 0) => ({ paiId, hour: FIRST + hour * HOUR, people, ai, lastByPerson });

afterEach(() => setClock());

it('adds the pais up by hour and leaves quiet hours in', () => {
  const hours = perHour([said('a', 0, 3, 1), said('b', 0, 2, 0), said('a', 23, 1, 0)], FIRST);
  expect(hours).toHaveLength(24);
  expect(hours[0]).toEqual({ hour: '2026-10-01T00:00:00.000Z', people: 5, ai: 1 });
  expect(hours[1]).toEqual({ hour: '2026-10-01T01:00:00.000Z', people: 0, ai: 0 });
  expect(hours[23]?.people).toBe(1);
});

it('counts a pai as talking when a person, not the AI member, spoke within the hour', () => {
  const now = FIRST + 24 * HOUR;
  setClock(() => now);
  expect(countTalking([said('a', 23, 1, 0, now - HOUR + 1), said('b', 23, 0, 4, 0), said('c', 20, 2, 0, now - HOUR - 1), said('a', 22, 1, 0, now - HOUR + 2)])).toBe(1);
});

it('puts a pai into the bar of its AI share over the whole day, the last bar taking all above', () => {
  const bars = shareBars([said('quiet', 1, 10, 0), said('ten', 1, 9, 0), said('ten', 2, 0, 1), said('loud', 1, 1, 1)]);
  expect(bars).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1]);
});

describe('quantile', () => {
  it('is nothing before anything was measured, and beyond the last bound', () => {
    expect(quantile([], 0.5)).toBeNull();
    expect(quantile([[1, 0], [Infinity, 0]], 0.5)).toBeNull();
    expect(quantile([[1, 1], [Infinity, 4]], 0.95)).toBeNull();
  });

  it('lies within its bucket in proportion', () => {
    expect(quantile([[1, 10], [2, 20], [Infinity, 20]], 0.5)).toBe(1);
    expect(quantile([[1, 10], [2, 20], [Infinity, 20]], 0.75)).toBe(1.5);
  });
});
