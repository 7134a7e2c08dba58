import { closeReason, PROTOCOL_VERSION, type CloseReason } from '@shared/wire/version';
import type { ClientFrame, Cursor, ServerFrame } from '@shared/wire/event';
import { observable, type Observable } from '@/observable';
import type { Line, LineEvents } from './line';

/**
 * `off`: not wanted. `waiting`: cut off, `retryAt` (ms) says when it tries again. `too-old`: the cloud speaks a newer
 * protocol; only an update helps.
 */
export interface LinkState {
  phase: 'off' | 'connecting' | 'open' | 'waiting' | 'too-old';
  retryAt?: number;
}

export interface LinkNeeds {
  open(events: LineEvents): Line;
  /** A good access token; undefined when nobody is signed in; rejects when it cannot be had now. */
  token(): Promise<string | undefined>;
  /** Called when the cloud says this token is no good. */
  renew(token: string): Promise<string | undefined>;
  cursors(): Record<string, Cursor>;
  now(): number;
  random(): number;
}

export interface Link {
  state: Observable<LinkState>;
  start(): void;
  stop(): void;
  /** The app is in front again, or the network is back: check the line at once instead of waiting. */
  wake(): void;
  /** The app went behind, where its timers will soon stand still. */
  sleep(): void;
  /** False when the line is not open; nothing is kept for later. */
  send(frame: ClientFrame): boolean;
  listen(listener: (frame: ServerFrame) => void): () => void;
}

const WELCOME_MS = 10_000;
const PING_EVERY_MS = 25_000;
const PONG_MS = 8_000;
const WAKE_PONG_MS = 3_000;
const FIRST_WAIT_MS = 800;
const LONGEST_WAIT_MS = 30_000;

/** Waits between attempts: doubling, between half and all of the step, so that many clients do not come back at once. */
export function waitBefore(attempt: number, random: number): number {
  const step = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(attempt, 10));
  return Math.round(step * (0.5 + random / 2));
}

type Timer = ReturnType<typeof setTimeout>;

/** One socket to the cloud that keeps itself alive [R5]. What travels on it is the listeners' business. */
export function createLink(needs: LinkNeeds): Link {
  const state = observable<LinkState>({ phase: 'off' });
  const listeners = new Set<(frame: ServerFrame) => void>();
  let line: Line | undefined;
  let attempt = 0;
  let bye: { reason: CloseReason; retryAfterMs: number } | undefined;
  let sentToken = '';
  let pingId = 0;
  /** Grows with every line, so that what belongs to an old one is told apart. */
  let generation = 0;
  const timers: { retry?: Timer; deadline?: Timer; ping?: Timer } = {};

  const clear = (name: keyof typeof timers): void => {
    if (timers[name] !== undefined) clearTimeout(timers[name]);
    timers[name] = undefined;
  };
  const write = (frame: ClientFrame): void => line?.send(JSON.stringify(frame));

  async function connect(): Promise<void> {
    clear('retry');
    const mine = ++generation;
    state.set({ phase: 'connecting' });
    bye = undefined;
    let token: string | undefined;
    try {
      token = await needs.token();
    } catch {
      if (mine === generation) wait();
      return;
    }
    if (mine !== generation) return;
    if (token === undefined) return stop();
    sentToken = token;
    timers.deadline = setTimeout(() => drop(), WELCOME_MS);
    line = needs.open({
      open: () => mine === generation && write({ type: 'hello', v: PROTOCOL_VERSION, token: sentToken, cursors: needs.cursors() }),
      text: (text) => mine === generation && take(text),
      closed: (code) => mine === generation && closed(code),
    });
  }

  function take(text: string): void {
    const frame = parseFrame(text);
    if (frame === undefined) return;
    if (frame.type === 'bye') bye = frame;
    if (frame.type === 'pong' && frame.id === pingId) clear('deadline');
    if (frame.type === 'welcome') {
      clear('deadline');
      attempt = 0;
      state.set({ phase: 'open' });
      planPing();
    }
    Array.from(listeners).forEach((listener) => listener(frame));
  }

  function planPing(): void {
    clear('ping');
    timers.ping = setTimeout(() => {
      void tick();
    }, PING_EVERY_MS);
  }

  async function tick(): Promise<void> {
    const mine = generation;
    const token = await needs.token().catch(() => undefined);
    if (mine !== generation || state.get().phase !== 'open') return;
    if (token !== undefined && token !== sentToken) {
      sentToken = token;
      write({ type: 'token', token });
    }
    ping(PONG_MS);
    planPing();
  }

  function ping(deadlineMs: number): void {
    pingId += 1;
    write({ type: 'ping', id: pingId });
    clear('deadline');
    timers.deadline = setTimeout(() => drop(), deadlineMs);
  }

  /* The line gives no sign: let go of it and take a new one. */
  function drop(): void {
    const old = line;
    closed(1006);
    old?.close();
  }

  function closed(code: number): void {
    generation += 1;
    line = undefined;
    clear('deadline');
    clear('ping');
    const reason = bye?.reason ?? closeReason(code);
    if (reason === 'too-old') return state.set({ phase: 'too-old' });
    if (reason === 'token-invalid' || reason === 'signed-out') return void renewAndWait();
    wait(bye?.retryAfterMs);
  }

  async function renewAndWait(): Promise<void> {
    const mine = generation;
    state.set({ phase: 'connecting' });
    const renewed = await needs.renew(sentToken).catch(() => sentToken);
    if (mine !== generation) return;
    if (renewed === undefined) return stop();
    wait();
  }

  function wait(atLeastMs = 0): void {
    const ms = Math.max(atLeastMs, waitBefore(attempt, needs.random()));
    attempt += 1;
    state.set({ phase: 'waiting', retryAt: needs.now() + ms });
    clear('retry');
    timers.retry = setTimeout(() => void connect(), ms);
  }

  function stop(): void {
    generation += 1;
    (['retry', 'deadline', 'ping'] as const).forEach(clear);
    const old = line;
    line = undefined;
    attempt = 0;
    state.set({ phase: 'off' });
    old?.close();
  }

  return {
    state,
    start: () => {
      if (state.get().phase === 'off') void connect();
    },
    stop,
    wake: () => {
      const { phase } = state.get();
      if (phase === 'waiting') void connect();
      if (phase !== 'open') return;
      ping(WAKE_PONG_MS);
      planPing();
    },
    sleep: () => {
      clear('ping');
      clear('deadline');
    },
    send: (frame) => {
      if (state.get().phase !== 'open') return false;
      write(frame);
      return true;
    },
    listen: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function parseFrame(text: string): ServerFrame | undefined {
  try {
    const frame = JSON.parse(text) as ServerFrame | null;
    return typeof frame?.type === 'string' ? frame : undefined;
  } catch {
    return undefined;
  }
}
