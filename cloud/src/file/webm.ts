/*
 * The elements of EBML that matter for a length. A recorder that streams leaves the sizes of segment and clusters open
 * and writes no duration: the last block tells it then. https://www.matroska.org/technical/elements.html
 */
const ID = { segment: 0x18538067, info: 0x1549a966, scale: 0x2ad7b1, duration: 0x4489, cluster: 0x1f43b675, time: 0xe7, group: 0xa0, simpleBlock: 0xa3, block: 0xa1 };
/* Gone into rather than over: of these the open size does not matter. */
const PARENTS = new Set([ID.segment, ID.info, ID.cluster, ID.group]);

interface Element {
  id: number;
  /** Where its content begins and ends. */
  from: number;
  to: number;
}

/** A number whose first byte says by its leading zeros how many bytes it takes; its marker bit stays when `keep`. */
function variable(bytes: Buffer, at: number, keep: boolean): { value: number; next: number } | undefined {
  const first = bytes[at] ?? 0;
  const length = Math.clz32(first) - 23;
  if (length > 8 || at + length > bytes.length) return undefined;
  let value = keep ? first : first & (0xff >> length);
  for (let i = 1; i < length; i++) value = value * 256 + (bytes[at + i] ?? 0);
  return { value, next: at + length };
}

function* elements(bytes: Buffer): Generator<Element> {
  for (let at = 0; at < bytes.length; ) {
    const id = variable(bytes, at, true);
    const size = id && variable(bytes, id.next, false);
    if (!size) return;
    const element = { id: id.value, from: size.next, to: Math.min(bytes.length, size.next + size.value) };
    yield element;
    at = PARENTS.has(element.id) ? element.from : element.to;
  }
}

function unsigned(bytes: Buffer, { from, to }: Element): number {
  let value = 0;
  for (let i = from; i < to; i++) value = value * 256 + (bytes[i] ?? 0);
  return value;
}

function float(bytes: Buffer, { from, to }: Element): number {
  if (to - from === 4) return bytes.readFloatBE(from);
  return to - from === 8 ? bytes.readDoubleBE(from) : 0;
}

/** Length of a WebM recording in ms: that of its last block or the one written in it, whichever is longer. Undefined when it holds none. */
export function webmDuration(bytes: Buffer): number | undefined {
  let nsPerTick = 1_000_000;
  let clusterTime = 0;
  let ticks: number | undefined;
  for (const element of elements(bytes)) {
    if (element.id === ID.scale) nsPerTick = unsigned(bytes, element);
    else if (element.id === ID.duration) ticks = Math.max(ticks ?? 0, float(bytes, element));
    else if (element.id === ID.time) clusterTime = unsigned(bytes, element);
    else if (element.id === ID.simpleBlock || element.id === ID.block) {
      const track = variable(bytes, element.from, false);
      if (track && track.next + 2 <= element.to) ticks = Math.max(ticks ?? 0, clusterTime + bytes.readInt16BE(track.next));
    }
  }
  return ticks === undefined ? undefined : Math.round((ticks * nsPerTick) / 1e6);
}
