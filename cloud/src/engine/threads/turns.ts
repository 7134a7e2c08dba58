import type { Line } from './lines';

/** Lines past which what somebody said has no bearing. */
const WINDOW = 60;

/** First place in an ascending list whose value is above a limit. */
function above(places: readonly number[], limit: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((places[middle] as number) > limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Who speaks when and to whom, over the whole log. */
export class Turns {
  private readonly places = new Map<string, number[]>();
  private readonly aimed = new Map<string, number[]>();
  private readonly asking = new Map<string, number[]>();

  constructor(private readonly lines: readonly Line[]) {
    lines.forEach(({ speaker, target, isNotice, isAsking }, i) => {
      if (isNotice) return;
      this.note(this.places, speaker, i);
      if (target !== null) this.note(this.aimed, speaker, i);
      if (isAsking) this.note(this.asking, speaker, i);
    });
  }

  private note(map: Map<string, number[]>, speaker: string, i: number): void {
    const list = map.get(speaker);
    if (list) list.push(i);
    else map.set(speaker, [i]);
  }

  /** The next line of a speaker after a place. */
  nextOf(speaker: string, after: number): number | undefined {
    const places = this.places.get(speaker) ?? [];
    const next = places[above(places, after)];
    return next !== undefined && next - after <= WINDOW ? next : undefined;
  }

  lastOf(speaker: string, before: number): number | undefined {
    const places = this.places.get(speaker) ?? [];
    const last = places[above(places, before - 1) - 1];
    return last !== undefined && before - last <= WINDOW ? last : undefined;
  }

  /** The next line after a place in which a speaker asks something, however far. */
  nextAskOf(speaker: string, after: number): number | undefined {
    const places = this.asking.get(speaker) ?? [];
    return places[above(places, after)];
  }

  /** How many lines a speaker has in (from, to]. */
  count(speaker: string, from: number, to: number): number {
    const places = this.places.get(speaker) ?? [];
    return above(places, to) - above(places, from);
  }

  targetBefore(speaker: string, place: number): string | null {
    const aimed = this.aimed.get(speaker) ?? [];
    const last = aimed[above(aimed, place - 1) - 1];
    return last !== undefined && place - last <= WINDOW ? (this.lines[last] as Line).target : null;
  }

  targetAfter(speaker: string, place: number): string | null {
    const aimed = this.aimed.get(speaker) ?? [];
    const next = aimed[above(aimed, place)];
    return next !== undefined && next - place <= WINDOW ? (this.lines[next] as Line).target : null;
  }
}
