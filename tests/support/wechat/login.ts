import { createHmac } from 'node:crypto';
import { must } from './refusal';
import { spend } from './quota';
import { draw, nowOf, type Call, type State } from './state';

const CODE_MS = 5 * 60_000;

/** A code as `wx.login` gives it: good once, for 5 min. */
export function mintCode(state: State, openid: string, unionid?: string): string {
  const code = `0${draw(state, 'code').toString('base64url').slice(0, 31)}`;
  state.codes.set(code, { openid, unionid, mintedAt: nowOf(state), used: false });
  return code;
}

function newSession(state: State, openid: string): string {
  const sessionKey = draw(state, 'session').subarray(0, 16).toString('base64');
  state.users.set(openid, { sessionKey, activeAt: nowOf(state) });
  return sessionKey;
}

export function jscode2session(state: State, { query }: Call): object {
  must(query.appid, 41002, 'appid missing');
  must(query.secret, 41004, 'appsecret missing');
  must(query.js_code, 41008, 'missing code');
  must(query.appid === state.appId, 40013, 'invalid appid');
  must(query.secret === state.secret, 40125, 'invalid appsecret');
  must(query.grant_type === 'authorization_code', 40002, 'invalid grant_type');
  const code = state.codes.get(query.js_code);
  must(code && nowOf(state) - code.mintedAt <= CODE_MS, 40029, 'invalid code');
  must(!code.used, 40163, 'code been used');
  spend(state, '/sns/jscode2session', code.openid);
  must(!state.blocked.has(code.openid), 40226, 'code blocked');
  code.used = true;
  const session = { session_key: newSession(state, code.openid), openid: code.openid };
  return code.unionid === undefined ? session : { ...session, unionid: code.unionid };
}

function checkSignature(state: State, { query }: Call): string {
  const openid = query.openid ?? '';
  const user = state.users.get(openid);
  must(query.sig_method === 'hmac_sha256', 87008, 'invalid sig_method');
  const expected = user && createHmac('sha256', user.sessionKey).update('').digest('hex');
  must(expected !== undefined && query.signature === expected, 87009, 'invalid signature');
  return openid;
}

export function checksession(state: State, call: Call): object {
  checkSignature(state, call);
  return {};
}

export function resetusersessionkey(state: State, call: Call): object {
  const openid = checkSignature(state, call);
  spend(state, '/wxa/resetusersessionkey');
  return { openid, session_key: newSession(state, openid) };
}
