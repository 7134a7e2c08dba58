/** Where confirmed facts are kept: the AI members' memory, which this capability may not know. Both verbs may be called twice. */
export interface MemoryPort {
  keep: (userId: string, paiId: string, fact: { text: string; seq?: number | undefined; key: string }) => Promise<void>;
  forget: (paiId: string, key: string) => Promise<void>;
}

let plugged: MemoryPort | undefined;

/** Set once, when the service is put together. */
export function plugMemory(port: MemoryPort): void {
  plugged = port;
}

export function memoryPort(): MemoryPort {
  if (!plugged) throw new Error('the memory is not plugged in');
  return plugged;
}
