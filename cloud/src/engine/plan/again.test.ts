import { faultsOf } from '../../../../tests/support/plan/rules';
import { groupOf, townOf } from '../../../../tests/support/plan/town';
import { alternatives, plan, replan } from './index';

const TOWN = townOf(300);
const GROUPS = Array.from({ length: 8 }, (_, seed) => groupOf(TOWN, seed + 40));

const minutes = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

describe('running late', () => {
  it('keeps what began and other days, fits the rest in behind it, and names what is given up', () => {
    for (const input of GROUPS) {
      const before = plan(input);
      for (const fromMinute of [600, 780, 960, 1140, 1290]) {
        const after = replan(input, { plan: before, day: 0, fromMinute });
        const items = before.days[0]?.items ?? [];
        const past = items.filter(({ from }) => minutes(from) < fromMinute);
        expect(after.days[0]?.items.slice(0, past.length)).toEqual(past);
        expect(after.days.slice(1)).toEqual(before.days.slice(1));
        const rest = after.days[0]?.items.slice(past.length) ?? [];
        expect(rest.every(({ from }) => minutes(from) >= fromMinute)).toBe(true);
        const kept = rest.map(({ poi }) => poi);
        const gone = items.slice(past.length).filter(({ poi }) => !kept.includes(poi));
        expect(after.dropped.map(({ poi }) => poi).sort()).toEqual(gone.map(({ poi }) => poi).sort());
        const faults = faultsOf(input, after).filter((fault) => !fault.startsWith('no '));
        expect(faults).toEqual([]);
      }
    }
  });

  it('gives dinner up before the bed, however late it is and however early somebody wished to be in', () => {
    let beds = 0;
    for (const given of GROUPS) {
      const input = { ...given, members: given.members.map((member, i) => (i === 0 ? { ...member, constraints: [...member.constraints, { type: 'rest' as const, op: 'le' as const, value: '21:00' }] } : member)) };
      const before = plan(input);
      const bed = before.days[0]?.items.find(({ kind }) => kind === 'hotel')?.poi;
      if (bed === undefined) continue;
      beds += 1;
      for (const fromMinute of [1275, 1350, 1405]) expect(replan(input, { plan: before, day: 0, fromMinute }).days[0]?.items.at(-1)?.poi).toBe(bed);
    }
    expect(beds).toBeGreaterThan(3);
  });

  it('changes nothing of the stops where nothing is late', () => {
    for (const input of GROUPS) {
      const before = plan(input);
      const after = replan(input, { plan: before, day: 0, fromMinute: 0 });
      expect(after.dropped).toEqual([]);
      expect(after.days[0]?.items.map(({ poi }) => poi)).toEqual(before.days[0]?.items.map(({ poi }) => poi));
    }
  });
});

describe('alternatives', () => {
  it('are up to five other places for a stop, each of which fits and is judged', () => {
    for (const input of GROUPS) {
      const before = plan(input);
      for (const [index, item] of (before.days[0]?.items ?? []).entries()) {
        const found = alternatives(input, before, 0, index);
        expect(found.length).toBeGreaterThan(0);
        expect(found.length).toBeLessThanOrEqual(5);
        const planned = before.days.flatMap(({ items }) => items.map(({ poi }) => poi));
        for (const { poi } of found) expect(planned.includes(poi) && item.kind !== 'hotel').toBe(false);
      }
    }
  });

  it('say which wish would be lost', () => {
    const name = TOWN.find(({ type, open }) => type === 'attraction' && open === '09:00')?.name ?? '';
    const constraint = { type: 'attraction_name', op: 'has', value: name } as const;
    const input = { city: '镜湖', days: 1, members: [{ id: 'a', constraints: [constraint] }], pois: TOWN };
    const before = plan(input);
    const index = before.days[0]?.items.findIndex(({ poi }) => TOWN.find(({ id }) => id === poi)?.name === name) ?? -1;
    for (const { loses } of alternatives(input, before, 0, index)) expect(loses).toEqual([{ member: 'a', constraint }]);
  });

  it('are none for a stop that is not there', () => {
    const [input] = GROUPS as [(typeof GROUPS)[number]];
    expect(alternatives(input, plan(input), 7, 0)).toEqual([]);
  });
});
