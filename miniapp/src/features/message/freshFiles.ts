import type { Message, WireFile } from '@shared/wire/message';
import { observable, useObservable } from '@/observable';
import { fileUrl } from '@/transport/address';
import { loadAround } from './timeline';

/* File links are signed and expire: a message read from the device may hold old ones. */
const renewed = observable<Readonly<Record<string, WireFile>>>({});
const asked = new Set<string>();

const withAddresses = (file: WireFile): WireFile => ({ ...file, url: fileUrl(file.url), ...(file.thumbUrl === undefined ? {} : { thumbUrl: fileUrl(file.thumbUrl) }) });

/** A message's file with links that can be loaded. */
export function useFile(file: WireFile): WireFile {
  const fresh = useObservable(renewed, (now) => now[file.id]);
  return withAddresses(fresh ?? file);
}

/** Gets new links after one did not load; once per file and visit. Answers whether there are new ones. */
export async function renewFile(message: Message): Promise<WireFile | undefined> {
  const { file } = message;
  if (!file || asked.has(file.id)) return undefined;
  asked.add(file.id);
  const page = await loadAround(message.paiId, message.seq).catch(() => []);
  const found = page.find((other) => other.seq === message.seq)?.file;
  if (!found) return undefined;
  renewed.set((now) => ({ ...now, [found.id]: found }));
  return withAddresses(found);
}
