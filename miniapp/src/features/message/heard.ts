import { observable, useObservable } from '@/observable';
import { readStored, writeStored } from '@/platform/storage';
import { onSignOut } from '../account/session';

/* Which voice messages this person has listened to, on this device. */
const KEY = 'u.heard';
const MOST = 500;
const isList = (value: unknown): value is string[] => Array.isArray(value) && value.every((key) => typeof key === 'string');

const heard = observable<readonly string[]>(readStored(KEY, isList) ?? []);

export const useIsHeard = (fileId: string): boolean => useObservable(heard, (now) => now.includes(fileId));

export function markHeard(fileId: string): void {
  if (heard.get().includes(fileId)) return;
  heard.set((now) => [...now, fileId].slice(-MOST));
  writeStored(KEY, heard.get());
}

onSignOut(() => heard.set([]));
