import type { ServerEvent } from '@shared/wire/event';
import type { MineBody, Pai, PaiSettingsBody } from '@shared/wire/pai';
import { observable, useObservable } from '@/observable';
import { readStored, writeStored } from '@/platform/storage';
import * as api from '@/transport/api';
import { ApiError } from '@/transport/errors';
import { onEvent, onFrame } from '@/transport/socket';
import { myId, onSignOut, session } from '../account/session';
import { batched } from '../later';
import { foldEvent, inOrder, paiOf, withRead } from './fold';

/**
 * My pais. `loading`: nothing to show yet. `ready`: as the cloud has them. `kept`: from this device, with the time they
 * were true. `failed`: nothing kept and the cloud did not answer.
 */
export interface PaiList {
  phase: 'loading' | 'ready' | 'kept' | 'failed';
  pais: readonly Pai[];
  /** Milliseconds since 1970 of the last answer; 0 before any. */
  at: number;
}

const KEY = 'u.pais';
const KEPT_PAIS = 100;

const isKept = (value: unknown): value is { pais: Pai[]; at: number } => Array.isArray((value as { pais?: unknown } | null)?.pais);

function initial(): PaiList {
  const kept = readStored(KEY, isKept);
  return kept ? { phase: 'kept', pais: kept.pais, at: kept.at } : { phase: 'loading', pais: [], at: 0 };
}

const list = observable<PaiList>(initial());
const keep = batched(1_000, () => {
  if (session.get().phase === 'in') writeStored(KEY, { pais: list.get().pais.slice(0, KEPT_PAIS), at: list.get().at });
});

function setPais(pais: readonly Pai[], phase: PaiList['phase'], at = list.get().at): void {
  list.set({ phase, pais: inOrder(pais), at });
  keep();
}

export function changePai(paiId: string, change: (pai: Pai) => Pai): void {
  const { pais, phase } = list.get();
  const changed = pais.map((pai) => (pai.id === paiId ? change(pai) : pai));
  if (changed.some((pai, i) => pai !== pais[i])) setPais(changed, phase);
}

/** Takes a pai as the cloud has it now, in place of what was held. */
export function takePai(pai: Pai): Pai {
  const { pais, phase } = list.get();
  const known = pais.some((held) => held.id === pai.id);
  setPais(known ? pais.map((held) => (held.id === pai.id ? pai : held)) : [...pais, pai], phase === 'loading' ? 'ready' : phase);
  return pai;
}

function dropPai(paiId: string): void {
  setPais(list.get().pais.filter((pai) => pai.id !== paiId), list.get().phase);
}

export const usePais = (): PaiList => useObservable(list);
export const usePai = (paiId: string): Pai | undefined => useObservable(list, (now) => now.pais.find((pai) => pai.id === paiId));
export const findPai = (paiId: string): Pai | undefined => list.get().pais.find((pai) => pai.id === paiId);

/** Loads the list anew. Never throws; `usePais().phase` tells how it went. */
export async function refreshPais(): Promise<void> {
  try {
    setPais((await api.listPais()).pais, 'ready', Date.now());
  } catch {
    list.set((now) => ({ ...now, phase: now.pais.length > 0 ? 'kept' : 'failed' }));
  }
}

/** Loads one pai anew. Throws ApiError; a pai one is no longer in goes from the list. */
export async function refreshPai(paiId: string): Promise<Pai> {
  try {
    return takePai((await api.getPai(paiId)).pai);
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    if (error.code === 'pai/not-found') dropPai(paiId);
    if (error.code === 'pai/dissolved') lose(paiId);
    throw error;
  }
}

/* Its owner can take a dissolution back, and finds such a pai in the list only. */
function lose(paiId: string): void {
  const pai = findPai(paiId);
  if (pai?.mine.role !== 'owner') dropPai(paiId);
  else if (pai.dissolveAt === undefined) void refreshPais();
}

/** Throws ApiError. */
export async function createPai(made: api.NewPai): Promise<Pai> {
  return takePai((await api.createPai(made)).pai);
}

/* What a choice will make of the pai; texts and pictures wait for the cloud, which has a say in them. */
function withChoice(pai: Pai, { joinRule = pai.joinRule, history = pai.history, muteAll = pai.muteAll }: PaiSettingsBody): Pai {
  return { ...pai, joinRule, history, muteAll };
}

/** Changes the settings (owner, admins). A choice is shown at once and put back when the cloud refuses (ApiError). */
export async function updatePai(paiId: string, change: PaiSettingsBody): Promise<Pai> {
  const before = findPai(paiId);
  changePai(paiId, (pai) => withChoice(pai, change));
  try {
    return takePai((await api.patchPai(paiId, change)).pai);
  } catch (error) {
    if (before) changePai(paiId, (pai) => ({ ...pai, joinRule: before.joinRule, history: before.history, muteAll: before.muteAll }));
    throw error;
  }
}

/** Changes what is mine alone: pinned, muted, hideAi, aiMayRead. Shown at once; put back when the cloud refuses (ApiError). */
export async function updateMine(paiId: string, change: MineBody): Promise<void> {
  const before = findPai(paiId);
  changePai(paiId, (pai) => ({ ...pai, mine: { ...pai.mine, ...change } }));
  try {
    takePai((await api.patchMine(paiId, change)).pai);
  } catch (error) {
    if (before) changePai(paiId, (pai) => ({ ...pai, mine: { ...before.mine, readSeq: pai.mine.readSeq, unread: pai.mine.unread } }));
    throw error;
  }
}

/** Throws ApiError (`pai/owner-cannot-leave`). */
export async function leavePai(paiId: string): Promise<void> {
  await api.leavePai(paiId);
  dropPai(paiId);
}

/** Hands the pai to another member. Throws ApiError. */
export async function transferPai(paiId: string, userId: string): Promise<Pai> {
  return takePai((await api.transferPai(paiId, userId)).pai);
}

/** Ends the pai; it can be taken back until `dissolveAt`. Throws ApiError. */
export async function dissolvePai(paiId: string): Promise<Pai> {
  return takePai((await api.dissolvePai(paiId)).pai);
}

export async function restorePai(paiId: string): Promise<Pai> {
  return takePai((await api.restorePai(paiId)).pai);
}

/** Shows a pai as read up to `seq`; telling the cloud is message/readCursor's part. */
export function showRead(paiId: string, seq: number): void {
  changePai(paiId, (pai) => withRead(pai, seq));
}

/** Marks everything in a pai as read, here and in the cloud. Throws ApiError. */
export async function markRead(paiId: string): Promise<void> {
  const pai = findPai(paiId);
  if (!pai) return;
  showRead(paiId, pai.headSeq);
  await api.postRead(paiId, pai.headSeq);
}

const leftHooks: ((paiId: string) => void)[] = [];
/** Hears of a pai this person is no longer in. */
export function onPaiLeft(forget: (paiId: string) => void): void {
  leftHooks.push(forget);
}

const wanted = new Set<string>();
const fetchWanted = batched(400, () => {
  const ids = Array.from(wanted);
  wanted.clear();
  if (ids.length > 5) void refreshPais();
  else ids.forEach((id) => void refreshPai(id).catch(() => undefined));
});

function want(paiId: string): void {
  wanted.add(paiId);
  fetchWanted();
}

/** Exported for tests; the socket calls it. */
export function hearEvent(event: ServerEvent): void {
  const me = myId();
  if (me === undefined) return;
  const paiId = paiOf(event);
  if (event.type === 'pai.left') {
    if (event.reason === 'dissolved') lose(paiId);
    else dropPai(paiId);
    leftHooks.forEach((forget) => forget(paiId));
    return;
  }
  if (event.type === 'pai.changed' || event.type === 'pai.joined' || findPai(paiId) === undefined) return want(paiId);
  if (event.type === 'member.changed' && event.member.id === me) return want(paiId);
  changePai(paiId, (pai) => foldEvent(pai, event, me));
  if (event.type === 'read.changed' && (findPai(paiId)?.mine.unread ?? 0) > 0) want(paiId);
}

onEvent(hearEvent);
onFrame((frame) => {
  if (frame.type !== 'welcome') return;
  const heads = Object.entries(frame.heads);
  const { pais, phase } = list.get();
  const same = heads.length === pais.length && heads.every(([id, { head }]) => pais.some((pai) => pai.id === id && pai.headSeq === head));
  if (!same || phase !== 'ready') void refreshPais();
});
onSignOut(() => list.set({ phase: 'loading', pais: [], at: 0 }));
