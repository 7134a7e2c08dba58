import { publishDelta } from '../realtime';
import { listHidingAi } from '../pai';
import type { Lease } from './lease';
import type { RunDoc } from './model';
import type { Standing } from './standing';

/** Time between two deltas [A6]. */
const FLUSH_MS = 120;
/** Every so many deltas the whole text is sent: who opened the pai meanwhile, or lost one, has it again. */
const WHOLE_EVERY = 10;

/** Where two texts part, never inside a surrogate pair. */
export function partingOf(one: string, other: string): number {
  let at = 0;
  while (at < one.length && at < other.length && one[at] === other[at]) at++;
  return at > 0 && /[\ud800-\udbff]/.test(other[at - 1] as string) ? at - 1 : at;
}

/** What a turn has written so far, on its way to those who have the pai open. */
export interface Stream {
  /** Takes the text so far; `visible` is asked only when it is time to show it. */
  offer: (visible: () => string) => void;
  end: () => void;
}

/** Opens the stream of one turn: the first text leaves at once, then at most one delta each FLUSH_MS. */
export function streamOf(run: RunDoc, { pai, asks }: Standing, lease: Lease): Stream {
  const upTo = Math.min(...asks.map(({ seq }) => seq));
  const askers = [...new Set(asks.map(({ userId }) => userId))];
  let sent = '';
  let count = 0;
  let latest: (() => string) | undefined;
  let timer: NodeJS.Timeout | undefined;
  let busy = false;
  let over = false;

  /** Shows a text to whom may see it by now: who hides the AI in the middle of an answer gets nothing more of it. */
  const show = async (text: string): Promise<void> => {
    const except = await listHidingAi(pai._id);
    if (over || !lease.holds()) return;
    const from = ++count % WHOLE_EVERY === 0 ? 0 : partingOf(sent, text);
    sent = text;
    const event = { type: 'run.delta', paiId: run.paiId, runId: run._id, roleId: run.assistantId, askers, from, text: text.slice(from) } as const;
    publishDelta(run.paiId, { membership: pai.membership, upTo, except, json: JSON.stringify(event) });
  };

  const flush = (): void => {
    const text = latest?.() ?? sent;
    latest = undefined;
    busy = !over && text !== sent && lease.holds();
    if (!busy) return;
    const next = (): void => void (timer = over ? undefined : setTimeout(flush, FLUSH_MS));
    // A delta may be lost: the next one brings its words.
    show(text).then(next, next);
  };

  return {
    offer: (visible) => {
      latest = visible;
      if (!busy && !over) flush();
    },
    end: () => {
      over = true;
      clearTimeout(timer);
    },
  };
}
