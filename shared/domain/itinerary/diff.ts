import type { Stop, TripPlan } from './trip';

/** What became of one stop. `day` is where it is now, or was when it is gone; `was` what changed of it. */
export interface DiffLine {
  kind: 'added' | 'removed' | 'moved' | 'changed';
  day: number;
  item: string;
  stop: Stop;
  was?: { day: number; stop: Stop } | undefined;
}

interface Standing {
  stop: Stop;
  day: number;
  place: number;
}

const standingsOf = ({ days }: TripPlan): Standing[] => days.flatMap(({ items }, day) => items.map((stop, place) => ({ stop, day, place })));

const sameWho = (a: Stop, b: Stop): boolean => (a.who ?? ['*']).join('\n') === (b.who ?? ['*']).join('\n');
const isSame = (a: Stop, b: Stop): boolean =>
  a.kind === b.kind && a.placeId === b.placeId && a.from === b.from && a.to === b.to && a.leg?.by === b.leg?.by && (a.note ?? '') === (b.note ?? '') && Math.abs(a.cost - b.cost) < 0.005 && sameWho(a, b);

/** Two plans of different makers share no ids: the same place for the same purpose is the same stop then. */
function pairsOf(before: readonly Standing[], after: readonly Standing[]): Map<Standing, Standing> {
  const pairs = new Map<Standing, Standing>();
  const left = new Set(before);
  const take = (same: (a: Stop, b: Stop) => boolean): void => {
    for (const now of after) {
      const was = pairs.has(now) ? undefined : [...left].find(({ stop }) => same(stop, now.stop));
      if (!was) continue;
      pairs.set(now, was);
      left.delete(was);
    }
  };
  take((a, b) => a.id === b.id && a.placeId === b.placeId && a.kind === b.kind);
  take((a, b) => a.placeId === b.placeId && a.kind === b.kind);
  take((a, b) => a.id === b.id && a.kind === b.kind);
  return pairs;
}

/** Stops of a day both plans have there that stand in another order: all but a longest run in the old order were moved. */
function displaced(pairs: ReadonlyMap<Standing, Standing>): Set<Standing> {
  const moved = new Set<Standing>();
  const days = new Set([...pairs.keys()].map(({ day }) => day));
  for (const day of days) {
    const here = [...pairs].filter(([now, was]) => now.day === day && was.day === day).sort(([a], [b]) => a.place - b.place);
    const runs: Standing[][] = [];
    here.forEach(([now, was], i) => {
      const longest = here.slice(0, i).reduce<Standing[]>((best, [, earlier], j) => (earlier.place < was.place && (runs[j]?.length ?? 0) > best.length ? (runs[j] ?? []) : best), []);
      runs.push([...longest, now]);
    });
    const kept = new Set(runs.reduce<Standing[]>((best, run) => (run.length > best.length ? run : best), []));
    for (const [now] of here) if (!kept.has(now)) moved.add(now);
  }
  return moved;
}

/** What differs between two plans, by stop, in the order of the new one and then what is gone. */
export function diff(before: TripPlan, after: TripPlan): DiffLine[] {
  const [old, now] = [standingsOf(before), standingsOf(after)];
  const pairs = pairsOf(old, now);
  const moved = displaced(pairs);
  const lines = now.flatMap((standing): DiffLine[] => {
    const { stop, day } = standing;
    const was = pairs.get(standing);
    if (!was) return [{ kind: 'added', day, item: stop.id, stop }];
    const line = { day, item: stop.id, stop, was: { day: was.day, stop: was.stop } };
    if (was.day !== day || moved.has(standing)) return [{ kind: 'moved', ...line }];
    return isSame(was.stop, stop) ? [] : [{ kind: 'changed', ...line }];
  });
  const kept = new Set(pairs.values());
  return [...lines, ...old.filter((standing) => !kept.has(standing)).map(({ stop, day }): DiffLine => ({ kind: 'removed', day, item: stop.id, stop }))];
}
