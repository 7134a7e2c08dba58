/** How many grounds there are for people and covers. */
export const TINTS = 6;

/** The ground of a person, 0–5: always the same for the same id, on every screen and device. */
export function tintOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193) >>> 0;
  return hash % TINTS;
}
