import { FEATURES } from './features';
import type { Net } from './model';
import learnt from './weights.json';

interface Packed {
  units: number;
  values: string;
}

function unpacked({ units, values }: Packed): Net {
  const all = new Float32Array(Uint8Array.from(Buffer.from(values, 'base64')).buffer);
  const [hidden, bias, out] = [FEATURES, FEATURES * (units + 1), FEATURES * (units + 1) + units];
  return { straight: all.subarray(0, hidden), hidden: all.subarray(hidden, bias), bias: all.subarray(bias, out), out: all.subarray(out) };
}

/** What scripts/learn/threads.ts wrote: weights for a room where people talk with each other, and for one where somebody serves the others. */
export const ROOM_NET: Net = unpacked(learnt.room);
export const SERVED_NET: Net = unpacked(learnt.served);
