import { Tally } from './tally';

it('gives percentiles to a quarter of a millisecond and the exact maximum', () => {
  const tally = new Tally();
  for (let ms = 1; ms <= 100; ms++) tally.add(ms);
  expect(tally.percentiles).toEqual({ p50: 50.25, p99: 99.25, max: 100 });
});

it('counts what is beyond its range at its end', () => {
  const tally = new Tally();
  tally.add(1);
  tally.add(3_600_000);
  expect(tally.percentiles.max).toBe(3_600_000);
  expect(tally.percentiles.p99).toBeGreaterThanOrEqual(60_000);
});

it('has zeros before anything was added', () => {
  expect(new Tally().percentiles).toEqual({ p50: 0, p99: 0, max: 0 });
});
