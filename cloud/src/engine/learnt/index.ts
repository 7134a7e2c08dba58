/** A short name for some values, the same on every machine: numbers count by their first six digits (FNV-1a, 32 bits). */
export function fingerprint(values: Iterable<number>): string {
  let hash = 0x811c9dc5;
  for (const value of values) for (const sign of `${value.toPrecision(6)};`) hash = Math.imul(hash ^ sign.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

/** How learnt weights are laid out: the fingerprint of what their features make of fixed samples, and how many numbers there are. */
export interface Layout {
  features: string;
  length: number;
}

/**
 * Throws where weights were not learnt for the features that are here now: they would give numbers all the same, and
 * nothing would tell that they mean nothing. `capability` is the folder of the engine.
 */
export function requireFit(capability: string, learnt: Layout, now: Layout): void {
  const reason = learnt.features !== now.features ? `learnt from other features (${learnt.features}, now ${now.features})` : learnt.length !== now.length ? `of another length (${learnt.length} numbers, now ${now.length})` : undefined;
  if (reason !== undefined) throw new Error(`cloud/src/engine/${capability}/weights.json does not fit: it is ${reason}. Learn it anew with scripts/learn/${capability}.ts`);
}
