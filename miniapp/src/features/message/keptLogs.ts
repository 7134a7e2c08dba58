import type { Message } from '@shared/wire/message';
import type { Timeline } from '@shared/domain/timeline';
import { dropStored, readStored, writeStored } from '@/platform/storage';

/* The end of each log on this device: a room opens at once and can be read offline. */

interface KeptLog {
  epoch: string;
  from: number;
  since?: string;
  messages: Message[];
}

const TAIL = 60;
const ROOMS = 20;
const INDEX = 'u.logs';
const WRITE_MS = 1_000;
const keyOf = (paiId: string): string => `u.log.${paiId}`;

const isIndex = (value: unknown): value is string[] => Array.isArray(value) && value.every((id) => typeof id === 'string');

function isKept(value: unknown): value is KeptLog {
  const kept = value as Partial<KeptLog> | null;
  if (typeof kept?.epoch !== 'string' || !Array.isArray(kept.messages) || kept.messages.length === 0) return false;
  return kept.messages.every((message, i, all) => typeof message?.seq === 'number' && message.seq === (all[0]?.seq ?? 0) + i);
}

export function storedLog(paiId: string): Timeline | undefined {
  const kept = readStored(keyOf(paiId), isKept);
  const last = kept?.messages[kept.messages.length - 1];
  if (!kept || !last) return undefined;
  return { paiId, epoch: kept.epoch, from: kept.from, since: kept.since, cursor: last.seq, messages: kept.messages, stale: true };
}

const waiting = new Map<string, ReturnType<typeof setTimeout>>();

/** Writes the end of a log down, soon. */
export function keepLog(paiId: string, now: () => Timeline): void {
  if (waiting.has(paiId)) return;
  waiting.set(
    paiId,
    setTimeout(() => {
      waiting.delete(paiId);
      write(now());
    }, WRITE_MS),
  );
}

function write(log: Timeline): void {
  if (log.messages.length === 0) return;
  const kept: KeptLog = { epoch: log.epoch, from: log.from, ...(log.since === undefined ? {} : { since: log.since }), messages: log.messages.slice(-TAIL) };
  if (!writeStored(keyOf(log.paiId), kept)) return;
  const index = [log.paiId, ...(readStored(INDEX, isIndex) ?? []).filter((id) => id !== log.paiId)];
  index.slice(ROOMS).forEach((id) => dropStored(keyOf(id)));
  writeStored(INDEX, index.slice(0, ROOMS));
}

export function forgetLog(paiId: string): void {
  const timer = waiting.get(paiId);
  if (timer !== undefined) clearTimeout(timer);
  waiting.delete(paiId);
  dropStored(keyOf(paiId));
}
