import { mintCode } from './login';
import { deliver, verifyAddress } from './push';
import { draw, nowOf, type Call, type Fault, type PushRecord, type PushTarget, type Quota, type State, type Verdict } from './state';
import { creditKey } from './subscribe';

/** What a test does to WeChat: people, verdicts, accepts, faults, time. */
export type Control = ReturnType<typeof createControl>;

function people(state: State) {
  return {
    /** A login code as the client would get it: single use, 5 min. */
    mintCode: ({ openid, unionid }: { openid: string; unionid?: string }): string => mintCode(state, openid, unionid),
    /** WeChat holds this account for a risk: 40226. */
    block: (openid: string): void => void state.blocked.set(openid, true),
    /** The user is in the mini-program now, without a new login. */
    touch(openid: string): void {
      const user = state.users.get(openid);
      state.users.set(openid, { sessionKey: user?.sessionKey ?? draw(state, 'session').subarray(0, 16).toString('base64'), activeAt: nowOf(state) });
    },
  };
}

function tokens(state: State) {
  const refuseAll = (refusedWith: 40001 | 42001): void => {
    for (const token of state.tokens.values()) token.refusedWith = refusedWith;
  };
  return {
    /** Every token answers 42001 from now on; normal mode gives a new one. */
    expireTokens: (): void => refuseAll(42001),
    /** Every token answers 40001 from now on, yet normal mode repeats it: only forcing helps. */
    breakTokens: (): void => refuseAll(40001),
    currentToken: (): string | null => state.token.current,
  };
}

function content(state: State) {
  return {
    /** Texts, media addresses and media bytes with this in them get this verdict; the worst one counts. */
    setVerdict: (needle: string, verdict: Verdict): void => void state.verdicts.set(needle, verdict),
    /** Makes the template known and adds accepts of one user. */
    grant(openid: string, templateId: string, accepts = 1): void {
      const key = creditKey(openid, templateId);
      state.templates.set(templateId, state.templates.get(templateId) ?? 'open');
      state.credits.set(key, (state.credits.get(key) ?? 0) + accepts);
    },
    banTemplate: (templateId: string): void => void state.templates.set(templateId, 'banned'),
    credits: (openid: string, templateId: string): number => state.credits.get(creditKey(openid, templateId)) ?? 0,
    /** Subscribe messages that went out. */
    sent: (): readonly Call[] => state.sent,
    /** Only these pages are published from now on. */
    publish: (...pages: string[]): void => void (state.pages = new Map(pages.map((page) => [page, true]))),
    activity: (activityId: string) => state.activities.get(activityId),
  };
}

function pushing(state: State, running: Set<Promise<void>>) {
  return {
    setPush: (target: PushTarget | null): void => void (state.push = target),
    /** How long a media verdict takes. */
    setPushDelay: (ms: number): void => void (state.pushDelayMs = ms),
    /** Pushes an event of any kind, e.g. `{ Event: 'user_enter_tempsession' }`. */
    push: (event: Record<string, unknown>): Promise<void> => deliver(state, '', event),
    /** Pushes what was pushed for a medium once more, as WeChat does when it missed the answer. */
    pushAgain: async (traceId: string): Promise<void> => {
      const pushed = state.pushes.find((record) => record.traceId === traceId);
      if (!pushed) throw new Error(`nothing was pushed for ${traceId}`);
      await deliver(state, traceId, pushed.fields);
    },
    pushes: (): readonly PushRecord[] => state.pushes,
    /** Resolves when every medium has been judged and its verdict pushed. */
    settled: async (): Promise<void> => void (await Promise.allSettled(running)),
    /** Does what the WeChat console does with a new address; true: it answered right. */
    verifyPushAddress: (): Promise<boolean> => verifyAddress(state),
  };
}

function failing(state: State) {
  return {
    /** The next `times` calls of the endpoint (`*`: of any) go wrong. */
    fault(endpoint: string, fault: Fault, times = 1): void {
      state.faults.set(endpoint, [...(state.faults.get(endpoint) ?? []), ...Array.from({ length: times }, () => fault)]);
    },
    clearFaults: (): void => state.faults.clear(),
    setQuota: (endpoint: string, quota: Quota): void => void state.quotas.set(endpoint, quota),
    /** Moves WeChat's clock forward. */
    advance: (ms: number): void => void (state.offsetMs += ms),
  };
}

function watching(state: State) {
  return {
    /** Calls of an endpoint since the start or the last resetCalls, faulty ones included. */
    count: (endpoint: string): number => state.calls.get(endpoint)?.count ?? 0,
    /** Its latest calls, oldest first; bodies are raw text. */
    calls: (endpoint: string): readonly Call[] => state.calls.get(endpoint)?.recent ?? [],
    resetCalls: (): void => state.calls.clear(),
  };
}

export const createControl = (state: State, running: Set<Promise<void>>) => ({
  ...people(state),
  ...tokens(state),
  ...content(state),
  ...pushing(state, running),
  ...failing(state),
  ...watching(state),
});
