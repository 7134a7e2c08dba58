import { secretHex } from '@/platform/random';
import { readStored, writeStored } from '@/platform/storage';

const KEY = 'device';
const isKey = (value: unknown): value is string => typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);

/** The secret by which a guest is the same person again on this device. */
export async function deviceKey(): Promise<string> {
  const kept = heldDeviceKey();
  if (kept !== undefined) return kept;
  const made = await secretHex(16);
  writeStored(KEY, made);
  return made;
}

export const heldDeviceKey = (): string | undefined => readStored(KEY, isKey);
