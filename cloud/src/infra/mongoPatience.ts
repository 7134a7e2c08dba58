/**
 * The driver (7.8) bounds a silent socket, but not a command that is written in the very moment its connection dies: that one
 * waits for a closed socket to drain, for ever, and everything behind it too. So no operation of ours is waited for longer.
 */
export const OPERATION_MS = 15_000;

/** The store said nothing for too long. Whether the operation was done is not known. */
export class StoreSilentError extends Error {
  override name = 'StoreSilentError';
}

type Operation = (this: unknown, ...args: unknown[]) => Promise<unknown>;

/** Makes the named methods reject with StoreSilentError when they have not settled after `ms`. */
export function bound(prototype: object, names: readonly string[], ms: number): void {
  const methods = prototype as Record<string, Operation>;
  for (const name of names) {
    const method = methods[name] as Operation;
    methods[name] = async function (...args) {
      let timer: NodeJS.Timeout | undefined;
      const silence = new Promise<never>((_, fail) => (timer = setTimeout(() => fail(new StoreSilentError(`${name} was not answered within ${ms} ms`)), ms)));
      try {
        return await Promise.race([method.apply(this, args), silence]);
      } finally {
        clearTimeout(timer);
      }
    };
  }
}

/* Not the ones that may rightly take long: what is erased or indexed is much. */
const OPERATIONS = ['insertOne', 'insertMany', 'bulkWrite', 'updateOne', 'findOne', 'findOneAndUpdate', 'findOneAndDelete', 'deleteOne', 'countDocuments', 'distinct'];

let isBounded = false;

/** Bounds the driver's operations, once. Takes the prototypes of its collection and its cursor. */
export function boundOperations(collection: object, cursor: object): void {
  if (isBounded) return;
  isBounded = true;
  bound(collection, OPERATIONS, OPERATION_MS);
  bound(cursor, ['toArray', 'next'], OPERATION_MS);
}
