import { givenWechat, type GivenWechat } from '../../../../tests/support/wechat/given';
import { MINUTE } from '../clock';

const ENDPOINT = '/sns/jscode2session';
let given: GivenWechat;
beforeEach(async () => void (given = await givenWechat()));
afterEach(() => given.close());

describe('login', () => {
  it('trades a code for openid, session key and union id', async () => {
    const code = given.control.mintCode({ openid: 'o-li', unionid: 'u-li' });
    const login = await given.wechat.login(code);
    expect(login).toEqual({ openid: 'o-li', unionid: 'u-li', sessionKey: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/) });
  });

  it('has no union id for an app without an Open Platform account', async () => {
    expect(Object.keys(await given.wechat.login(given.control.mintCode({ openid: 'o-li' })))).toEqual(['openid', 'sessionKey']);
  });

  it('gives a new session key at each login', async () => {
    const first = await given.wechat.login(given.control.mintCode({ openid: 'o-li' }));
    const second = await given.wechat.login(given.control.mintCode({ openid: 'o-li' }));
    expect('sessionKey' in first && 'sessionKey' in second && first.sessionKey !== second.sessionKey).toBe(true);
  });

  it('calls an unknown code bad (40029)', async () => {
    expect(await given.wechat.login('no such code')).toEqual({ refused: 'bad-code', errcode: 40029 });
  });

  it('calls a code older than five minutes bad (40029)', async () => {
    const code = given.control.mintCode({ openid: 'o-li' });
    given.control.advance(5 * MINUTE + 1);
    expect(await given.wechat.login(code)).toEqual({ refused: 'bad-code', errcode: 40029 });
  });

  it('calls a used code bad (40163)', async () => {
    const code = given.control.mintCode({ openid: 'o-li' });
    await given.wechat.login(code);
    expect(await given.wechat.login(code)).toEqual({ refused: 'bad-code', errcode: 40163 });
  });

  it('calls a missing code bad (41008)', async () => {
    expect(await given.wechat.login('')).toEqual({ refused: 'bad-code', errcode: 41008 });
  });

  it('reports a risk (40226) and does not try again', async () => {
    given.control.block('o-li');
    expect(await given.wechat.login(given.control.mintCode({ openid: 'o-li' }))).toEqual({ refused: 'risk', errcode: 40226 });
    expect(given.control.count(ENDPOINT)).toBe(1);
  });

  it('is busy when the minute of this user is spent (45011)', async () => {
    given.control.setQuota(ENDPOINT, { perMinute: 1 });
    await given.wechat.login(given.control.mintCode({ openid: 'o-li' }));
    expect(await given.wechat.login(given.control.mintCode({ openid: 'o-li' }))).toEqual({ refused: 'busy', errcode: 45011 });
  });

  it('gets over one busy answer and reports two (-1)', async () => {
    given.control.fault(ENDPOINT, { kind: 'busy' });
    expect(await given.wechat.login(given.control.mintCode({ openid: 'o-li' }))).toMatchObject({ openid: 'o-li' });
    given.control.fault(ENDPOINT, { kind: 'busy' }, 2);
    expect(await given.wechat.login(given.control.mintCode({ openid: 'o-li' }))).toEqual({ refused: 'busy', errcode: -1 });
  });

  it('asks for a new code when the answer was lost after the code was used', async () => {
    given.control.fault(ENDPOINT, { kind: 'cut-late' });
    expect(await given.wechat.login(given.control.mintCode({ openid: 'o-li' }))).toEqual({ refused: 'bad-code', errcode: 40163 });
  });

  it.each([
    [40013, { appId: 'wx0000000000000000' }],
    [40125, { secret: 'another secret' }],
    [41002, { appId: '' }],
    [41004, { secret: '' }],
  ])('is misconfigured (%i)', async (errcode, options) => {
    const wechat = given.another(options);
    expect(await wechat.login(given.control.mintCode({ openid: 'o-li' }))).toEqual({ refused: 'misconfigured', errcode });
  });

  it('is misconfigured when the secret is frozen (40243)', async () => {
    given.control.fault(ENDPOINT, { kind: 'error', errcode: 40243 });
    expect(await given.wechat.login('code')).toEqual({ refused: 'misconfigured', errcode: 40243 });
  });

  it('throws on a code it does not know', async () => {
    given.control.fault(ENDPOINT, { kind: 'error', errcode: 99999 });
    await expect(given.wechat.login('code')).rejects.toMatchObject({ name: 'WechatError', errcode: 99999, endpoint: ENDPOINT });
  });
});
