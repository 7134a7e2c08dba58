import { givenWechat, type GivenWechat } from '../../../../tests/support/wechat/given';
import type { SubscribeMessage } from './subscribe';

const ENDPOINT = '/cgi-bin/message/subscribe/send';
let given: GivenWechat;
beforeEach(async () => void (given = await givenWechat()));
afterEach(() => given.close());

const reminder: SubscribeMessage = { openid: 'o-li', templateId: 'tpl', page: 'pages/room/index?id=1', envVersion: 'release', values: { thing1: 'run\nnow', time2: '07:00' } };
const send = (change: Partial<SubscribeMessage> = {}) => given.wechat.sendSubscribeMessage({ ...reminder, ...change });

describe('a subscribe message', () => {
  it('goes out once for each accept, then there is no credit (43101)', async () => {
    given.control.grant('o-li', 'tpl', 2);
    expect([await send(), await send(), await send()]).toEqual(['sent', 'sent', 'no-credit']);
    expect(given.control.sent()).toHaveLength(2);
    expect(given.control.sent()[0]?.body).toEqual({
      touser: 'o-li',
      template_id: 'tpl',
      page: 'pages/room/index?id=1',
      miniprogram_state: 'formal',
      data: { thing1: { value: 'run now' }, time2: { value: '07:00' } },
    });
  });

  it('opens the version it is told to', async () => {
    given.control.grant('o-li', 'tpl', 2);
    await send({ envVersion: 'trial' });
    await send({ envVersion: 'develop' });
    expect(given.control.sent().map((call) => (call.body as { miniprogram_state: string }).miniprogram_state)).toEqual(['trial', 'developer']);
  });

  it('is banned with its template (43107), which costs no credit', async () => {
    given.control.grant('o-li', 'tpl');
    given.control.banTemplate('tpl');
    expect(await send()).toBe('banned');
    expect(given.control.credits('o-li', 'tpl')).toBe(1);
  });

  it('is refused for an unknown user (40003), template (40037) or page (41030)', async () => {
    await expect(send()).rejects.toMatchObject({ errcode: 40003 });
    await given.wechat.login(given.control.mintCode({ openid: 'o-li' }));
    await expect(send()).rejects.toMatchObject({ errcode: 40037 });
    given.control.grant('o-li', 'tpl');
    given.control.publish('pages/home/index');
    await expect(send()).rejects.toMatchObject({ errcode: 41030 });
  });

  it('is refused for a sensitive word (45168) and for no values (47003)', async () => {
    given.control.grant('o-li', 'tpl');
    given.control.setVerdict('赌', { suggest: 'risky', label: 20006 });
    await expect(send({ values: { thing1: '赌一把' } })).rejects.toMatchObject({ errcode: 45168 });
    await expect(send({ values: {} })).rejects.toMatchObject({ errcode: 47003 });
    expect(given.control.credits('o-li', 'tpl')).toBe(1);
  });

  it('reports a concurrent send (43108)', async () => {
    given.control.fault(ENDPOINT, { kind: 'error', errcode: 43108 });
    await expect(send()).rejects.toMatchObject({ errcode: 43108 });
  });

  it('is not asked for when a value cannot fit', async () => {
    await expect(send({ values: { time2: 'soon' } })).rejects.toMatchObject({ name: 'TemplateValueError', keyword: 'time2' });
    expect(given.control.count(ENDPOINT)).toBe(0);
  });

  it('is sent again after a refused token (42001), for nothing had happened', async () => {
    given.control.grant('o-li', 'tpl', 2);
    await send();
    given.control.expireTokens();
    expect(await send()).toBe('sent');
    expect(given.control.sent()).toHaveLength(2);
  });
});
