import { createHash } from 'node:crypto';

export type Suggest = 'pass' | 'review' | 'risky';
export interface Verdict {
  suggest: Suggest;
  label: number;
}

/** Where pushes go and how they are signed, as entered in the WeChat console. With `aesKey`: secure mode. */
export interface PushTarget {
  url: string;
  token: string;
  aesKey?: string;
  format?: 'json' | 'xml';
}

export interface Call {
  query: Record<string, string>;
  body: unknown;
}

/** What goes wrong with one call. `cut` loses the request, `cut-late` does the work and loses the answer. */
export type Fault =
  | { kind: 'busy' }
  | { kind: 'cut' }
  | { kind: 'cut-late' }
  | { kind: 'slow'; ms: number }
  | { kind: 'html'; status: number }
  | { kind: 'error'; errcode: number; errmsg?: string; contentType?: string }
  | { kind: 'raw'; body: string; contentType?: string };

export interface PushRecord {
  traceId: string;
  fields: Record<string, unknown>;
  /** HTTP status of each try; 0 when there was no answer. */
  tries: number[];
}

/** Everything the stand-in knows. Times are milliseconds since 1970 on its own clock. */
export interface State {
  appId: string;
  secret: string;
  /** Aborted when the stand-in stops. */
  stopped: AbortSignal;
  push: PushTarget | null;
  pushDelayMs: number;
  offsetMs: number;
  serial: number;
  codes: Map<string, { openid: string; unionid: string | undefined; mintedAt: number; used: boolean }>;
  users: Map<string, { sessionKey: string; activeAt: number }>;
  /** Openids WeChat holds for a risk. */
  blocked: Map<string, true>;
  tokens: Map<string, { endsAt: number; refusedWith?: 40001 | 42001 }>;
  token: { current: string | null; forcedAt: number };
  activities: Map<string, { endsAt: number; state: 0 | 1; parameters: Record<string, string> }>;
  verdicts: Map<string, Verdict>;
  /** Accepts left, by `openid templateId`. */
  credits: Map<string, number>;
  templates: Map<string, 'open' | 'banned'>;
  /** Published pages; null: every page is. */
  pages: Map<string, true> | null;
  sent: Call[];
  /** Media that wait for their verdict, by address. */
  pending: Map<string, string>;
  pushes: PushRecord[];
  windows: Map<string, { window: number; count: number }>;
  quotas: Map<string, Quota>;
  faults: Map<string, Fault[]>;
  calls: Map<string, { count: number; recent: Call[] }>;
}

export interface Quota {
  perMinute?: number;
  perDay?: number;
}

export const DEFAULT_APP_ID = 'wx57a9d1b0c4e2f683';
export const DEFAULT_SECRET = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';

export function createState(options: { appId?: string | undefined; secret?: string | undefined; push?: PushTarget | undefined }, stopped: AbortSignal): State {
  return {
    appId: options.appId ?? DEFAULT_APP_ID,
    secret: options.secret ?? DEFAULT_SECRET,
    stopped,
    push: options.push ?? null,
    pushDelayMs: 0,
    offsetMs: 0,
    serial: 0,
    codes: new Map(),
    users: new Map(),
    blocked: new Map(),
    tokens: new Map(),
    token: { current: null, forcedAt: 0 },
    activities: new Map(),
    verdicts: new Map(),
    credits: new Map(),
    templates: new Map(),
    pages: null,
    sent: [],
    pending: new Map(),
    pushes: [],
    windows: new Map(),
    quotas: new Map(),
    faults: new Map(),
    calls: new Map(),
  };
}

export const nowOf = (state: State): number => Date.now() + state.offsetMs;

/** Fresh bytes that are the same in every run: the n-th draw of one app. */
export function draw(state: State, label: string): Buffer {
  state.serial += 1;
  return createHash('sha256').update(`${state.appId} ${label} ${state.serial}`).digest();
}

/** The worst verdict of the rules whose text occurs in one of `texts`. */
export function judge(state: State, ...texts: string[]): Verdict {
  const order: Suggest[] = ['pass', 'review', 'risky'];
  let worst: Verdict = { suggest: 'pass', label: 100 };
  for (const [needle, verdict] of state.verdicts) {
    const applies = texts.some((text) => text.includes(needle));
    if (applies && order.indexOf(verdict.suggest) > order.indexOf(worst.suggest)) worst = verdict;
  }
  return worst;
}
