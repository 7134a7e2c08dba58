import { field, must, text } from './refusal';
import { spend } from './quota';
import { draw, nowOf, type Call, type State } from './state';

const LIFE_MS = 7_200_000;
const RENEW_MS = 300_000;
const FORCE_APART_MS = 30_000;
const FORCED_PER_DAY = 20;
/** WeChat asks callers to keep room for 512 characters. */
const TOKEN_CHARACTERS = 512;

function issue(state: State): string {
  const seed = draw(state, 'token').toString('base64url');
  const token = `97_${seed.repeat(13)}`.slice(0, TOKEN_CHARACTERS);
  state.tokens.set(token, { endsAt: nowOf(state) + LIFE_MS });
  state.token.current = token;
  return token;
}

/** Normal mode: the same token until its last five minutes; then a new one, while the old one lives on to its end. */
function current(state: State): string {
  const token = state.token.current;
  const known = token === null ? undefined : state.tokens.get(token);
  const isFresh = known !== undefined && known.refusedWith !== 42001 && known.endsAt - nowOf(state) > RENEW_MS;
  return isFresh ? (token as string) : issue(state);
}

function force(state: State): string {
  // Asked too soon WeChat does not refuse: it just does not renew.
  if (nowOf(state) - state.token.forcedAt < FORCE_APART_MS) return current(state);
  const used = state.windows.get('forced');
  const window = Math.floor(nowOf(state) / 86_400_000);
  const count = used?.window === window ? used.count + 1 : 1;
  must(count <= FORCED_PER_DAY, 45009, 'reach max force refresh quota of the day');
  state.windows.set('forced', { window, count });
  state.token.forcedAt = nowOf(state);
  if (state.token.current !== null) state.tokens.delete(state.token.current);
  return issue(state);
}

export function stableToken(state: State, { body }: Call): object {
  must(text(body, 'grant_type') === 'client_credential', 40002, 'invalid grant_type');
  must(text(body, 'appid'), 41002, 'appid missing');
  must(text(body, 'secret'), 41004, 'appsecret missing');
  must(text(body, 'appid') === state.appId, 40013, 'invalid appid');
  must(text(body, 'secret') === state.secret, 40001, 'invalid credential, appsecret is wrong');
  spend(state, '/cgi-bin/stable_token');
  const token = field(body, 'force_refresh') === true ? force(state) : current(state);
  const endsAt = state.tokens.get(token)?.endsAt ?? 0;
  return { access_token: token, expires_in: Math.floor((endsAt - nowOf(state)) / 1000) };
}

/** Refuses a call without a live token. */
export function checkToken(state: State, token: string | undefined): void {
  const known = token === undefined ? undefined : state.tokens.get(token);
  must(known && known.refusedWith !== 40001, 40001, 'invalid credential, access_token is invalid or not latest');
  must(known.refusedWith !== 42001 && known.endsAt > nowOf(state), 42001, 'access_token expired');
}
