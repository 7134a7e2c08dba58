import type { LocalFile } from './localFile';
import { freshId } from './random';

export type { LocalFile };

/* Blobs of this visit by ref; those that must outlive it are in IndexedDB under the same ref. */
const blobs = new Map<string, Blob>();
const urls = new Map<string, string>();
const DATABASE = 'pai';
const TABLE = 'files';

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const opening = window.indexedDB.open(DATABASE, 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore(TABLE);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(opening.error ?? new Error('indexedDB'));
  });
}

async function inTable<T>(mode: IDBTransactionMode, act: (table: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await openDatabase();
  try {
    return await new Promise<T>((resolve, reject) => {
      const asked = act(database.transaction(TABLE, mode).objectStore(TABLE));
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error ?? new Error('indexedDB'));
    });
  } finally {
    database.close();
  }
}

/** Takes a browser's file or recording under a ref of ours. */
export function holdBlob(blob: Blob, about: Omit<LocalFile, 'ref' | 'size'>): LocalFile {
  const ref = freshId();
  blobs.set(ref, blob);
  return { ...about, ref, size: blob.size };
}

export async function blobOf(ref: string): Promise<Blob | undefined> {
  const held = blobs.get(ref);
  if (held) return held;
  const kept = await inTable<unknown>('readonly', (table) => table.get(ref)).catch(() => undefined);
  if (!(kept instanceof Blob)) return undefined;
  blobs.set(ref, kept);
  return kept;
}

export async function keepLocal(file: LocalFile): Promise<LocalFile> {
  const blob = blobs.get(file.ref);
  /* A private window may have no database: the file then lives as long as this page. */
  if (blob) await inTable('readwrite', (table) => table.put(blob, file.ref)).catch(() => undefined);
  return file;
}

export function dropLocal(ref: string): void {
  blobs.delete(ref);
  const url = urls.get(ref);
  if (url) URL.revokeObjectURL(url);
  urls.delete(ref);
  void inTable('readwrite', (table) => table.delete(ref)).catch(() => undefined);
}

export async function localUrl(ref: string): Promise<string | undefined> {
  const known = urls.get(ref);
  if (known) return known;
  const blob = await blobOf(ref);
  if (!blob) return undefined;
  const url = URL.createObjectURL(blob);
  urls.set(ref, url);
  return url;
}
