import { requireFit } from '../learnt';
import { FEATURES } from './features';
import type { Net } from './model';
import { featuresNow } from './samples';
import learnt from './weights.json';

interface Packed {
  units: number;
  values: string;
}

/** How many numbers a net of so many hidden units is. */
const lengthOf = (units: number): number => FEATURES * (units + 1) + 2 * units;

/** The nets of a file of weights. Throws where they were learnt from other features. */
export function netsOf(file: { features: string; room: Packed; served: Packed }): { room: Net; served: Net } {
  const now = featuresNow();
  const unpacked = ({ units, values }: Packed): Net => {
    const all = new Float32Array(Uint8Array.from(Buffer.from(values, 'base64')).buffer);
    requireFit('threads', { features: file.features, length: all.length }, { features: now, length: lengthOf(units) });
    const [hidden, bias, out] = [FEATURES, FEATURES * (units + 1), FEATURES * (units + 1) + units];
    return { straight: all.subarray(0, hidden), hidden: all.subarray(hidden, bias), bias: all.subarray(bias, out), out: all.subarray(out) };
  };
  return { room: unpacked(file.room), served: unpacked(file.served) };
}

/** What scripts/learn/threads.ts wrote: weights for a room where people talk with each other, and for one where somebody serves the others. */
export const { room: ROOM_NET, served: SERVED_NET } = netsOf(learnt);
