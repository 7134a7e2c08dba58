import type { Cursor, ServerFrame, SyncFrame } from '@shared/wire/event';
import type { Message } from '@shared/wire/message';
import { applyEvent, applyMessage, applySync, cursorOf, emptyTimeline, hasOlder, prependOlder, replaceMessage, type Timeline } from '@shared/domain/timeline';
import { observable, useObservable, type Observable } from '@/observable';
import * as api from '@/transport/api';
import { onFrame, resumeWith, sendFrame } from '@/transport/socket';
import { onSignOut } from '../account/session';
import { findPai, onPaiLeft } from '../pai/store';
import { forgetLog, keepLog, storedLog } from './keptLogs';

const logs = new Map<string, Observable<Timeline>>();
const asked = new Map<string, ReturnType<typeof setTimeout>>();
/** A sync that is not answered by then is asked again. */
const SYNC_MS = 6_000;
const PAGE = 60;
/** Messages kept in memory of a room that was left. */
const TRIMMED = 200;

function logOf(paiId: string): Observable<Timeline> {
  const known = logs.get(paiId);
  if (known) return known;
  const made = observable(storedLog(paiId) ?? emptyTimeline(paiId));
  logs.set(paiId, made);
  return made;
}

export const useTimeline = (paiId: string): Timeline => useObservable(logOf(paiId));
export const timelineOf = (paiId: string): Timeline => logOf(paiId).get();

const arrivals = new Set<(messages: readonly Message[]) => void>();
/** Hears of every message that reaches this device, by whatever way, also of pais that are not open. */
export function onArrival(listener: (messages: readonly Message[]) => void): () => void {
  arrivals.add(listener);
  return () => arrivals.delete(listener);
}
const announce = (messages: readonly Message[]): void => {
  if (messages.length > 0) arrivals.forEach((listener) => listener(messages));
};

function fold(paiId: string, change: (log: Timeline) => Timeline): void {
  const log = logs.get(paiId);
  if (!log) return;
  const before = log.get();
  const after = change(before);
  if (after === before) return;
  log.set(after);
  keepLog(paiId, log.get);
  if (after.stale) askSync(paiId);
}

/** [R1] Asks for what follows the cursor, once at a time. */
function askSync(paiId: string): void {
  if (asked.has(paiId)) return;
  if (!sendFrame({ type: 'sync', paiId, cursor: cursorOf(timelineOf(paiId)) })) return;
  const again = setTimeout(() => {
    asked.delete(paiId);
    if (timelineOf(paiId).stale) askSync(paiId);
  }, SYNC_MS);
  asked.set(paiId, again);
}

function answered(paiId: string): void {
  const timer = asked.get(paiId);
  if (timer !== undefined) clearTimeout(timer);
  asked.delete(paiId);
}

function takeSync(frame: SyncFrame): void {
  answered(frame.paiId);
  announce(frame.messages);
  announce(frame.changed);
  fold(frame.paiId, (log) => applySync(log, frame));
}

function takeEvents(frame: Extract<ServerFrame, { type: 'events' }>): void {
  const about = frame.events.filter((event) => event.type === 'message.created' || event.type === 'message.changed');
  announce(about.map((event) => event.message));
  new Set(about.map((event) => event.message.paiId)).forEach((paiId) => fold(paiId, (log) => about.reduce(applyEvent, log)));
}

/** Takes messages an HTTP answer brought: new ones in their order, changed ones in their place. */
export function takeMessages(paiId: string, messages: readonly Message[]): void {
  announce(messages);
  fold(paiId, (log) => messages.reduce((now, message) => applyMessage(now, message), log));
}

export function takeChanged(message: Message): void {
  fold(message.paiId, (log) => replaceMessage(log, message));
}

/**
 * The cloud has said that `seq` exists: if it does not arrive by itself, it is asked for. True when there is nothing to
 * wait for: it is here already, or nobody looks at this pai.
 */
export function expectSeq(paiId: string, seq: number): boolean {
  const log = logs.get(paiId);
  if (!log || log.get().cursor >= seq) return true;
  setTimeout(() => {
    if (log.get().cursor < seq) fold(paiId, (now) => ({ ...now, stale: true }));
  }, 1_500);
  return false;
}

/**
 * Loads an older page in front of what is held. False when there is none. Throws ApiError.
 */
export async function loadOlder(paiId: string): Promise<boolean> {
  const log = timelineOf(paiId);
  const first = log.messages[0]?.seq ?? log.cursor + 1;
  if (!hasOlder(log) || first <= 1) return false;
  const page = await api.listMessages(paiId, { before: first, limit: PAGE });
  fold(paiId, (now) => prependOlder({ ...now, from: page.from }, page.messages));
  return (timelineOf(paiId).messages[0]?.seq ?? first) < first;
}

/** Messages around a position that may be far away, without touching the timeline. Throws ApiError. */
export async function loadAround(paiId: string, seq: number): Promise<readonly Message[]> {
  return (await api.listMessages(paiId, { around: seq, limit: PAGE })).messages;
}

/** Joins messages that reach up to what is held to it. False when something between them is missing. */
export function joinOlder(paiId: string, messages: readonly Message[]): boolean {
  const first = timelineOf(paiId).messages[0]?.seq ?? 0;
  fold(paiId, (log) => prependOlder(log, messages));
  return first > 1 && (timelineOf(paiId).messages[0]?.seq ?? first) < first;
}

/**
 * Catches up by HTTP: for where no socket gets through. The first page starts the log, later calls continue it.
 * Throws ApiError.
 */
export async function catchUpByHttp(paiId: string): Promise<void> {
  const log = timelineOf(paiId);
  const page = await api.listMessages(paiId, log.messages.length === 0 ? { limit: PAGE } : { after: log.cursor, limit: 100 });
  if (log.messages.length > 0) return takeMessages(paiId, page.messages);
  const at = page.messages[page.messages.length - 1]?.sentAt ?? findPai(paiId)?.createdAt;
  if (at === undefined) return;
  takeSync({ type: 'sync', paiId, epoch: findPai(paiId)?.epoch ?? '', messages: page.messages, changed: [], head: page.head, from: page.from, reset: true, at });
}

/** Pais on the screen, and on how many pages of the stack. */
const open = new Map<string, number>();

/** A page of this pai is on the screen: what is told only to those who look is wanted. Answers what to call when it is not any more. */
export function openPai(paiId: string): () => void {
  const pages = open.get(paiId) ?? 0;
  open.set(paiId, pages + 1);
  if (pages === 0) sendFrame({ type: 'open', paiId });
  return () => {
    const left = (open.get(paiId) ?? 1) - 1;
    if (left > 0) return void open.set(paiId, left);
    open.delete(paiId);
    sendFrame({ type: 'close', paiId });
  };
}

/** The room of this pai is on the screen: its presence and typing are wanted, its log is kept current. */
export function openLog(paiId: string): () => void {
  logOf(paiId);
  const close = openPai(paiId);
  askSync(paiId);
  return () => {
    close();
    fold(paiId, (log) => (log.messages.length > TRIMMED ? { ...log, messages: log.messages.slice(-TRIMMED) } : log));
  };
}

function forget(paiId: string): void {
  answered(paiId);
  logs.get(paiId)?.set(emptyTimeline(paiId));
  if (!open.has(paiId)) logs.delete(paiId);
  forgetLog(paiId);
}

/** The logs the last hello asked about: the cloud answers each with a sync of its own accord. */
let greeted: Record<string, Cursor> = {};

function heldCursors(): Record<string, Cursor> {
  greeted = {};
  logs.forEach((log, paiId) => {
    greeted[paiId] = cursorOf(log.get());
  });
  return greeted;
}

function resume(): void {
  asked.forEach((_timer, paiId) => answered(paiId));
  open.forEach((_pages, paiId) => sendFrame({ type: 'open', paiId }));
  /* Opened after the hello had left. */
  logs.forEach((log, paiId) => {
    if (log.get().stale && !(paiId in greeted)) askSync(paiId);
  });
}

resumeWith(heldCursors);
onFrame((frame) => {
  if (frame.type === 'welcome') resume();
  if (frame.type === 'sync') takeSync(frame);
  if (frame.type === 'events') takeEvents(frame);
  if (frame.type === 'lag') frame.paiIds.forEach((paiId) => fold(paiId, (log) => ({ ...log, stale: true })));
});
onPaiLeft(forget);
onSignOut(() => {
  logs.forEach((log, paiId) => log.set(emptyTimeline(paiId)));
  asked.forEach((_timer, paiId) => answered(paiId));
});
