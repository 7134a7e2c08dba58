import { givenWechat, type GivenWechat } from '../../../../tests/support/wechat/given';
import { DAY, HOUR } from '../clock';

const SEND = '/cgi-bin/message/wxopen/updatablemsg/send';
let given: GivenWechat;
beforeEach(async () => void (given = await givenWechat()));
afterEach(() => given.close());

const joining = { kind: 'joining', memberCount: 2, roomLimit: 8 } as const;
const started = { kind: 'started', path: 'pages/room/index?id=1', envVersion: 'release' } as const;

describe('a card whose text changes', () => {
  it('has an id of its own for a day', async () => {
    const first = await given.wechat.createActivityId('o-li');
    const second = await given.wechat.createActivityId();
    expect(first.activityId).not.toBe(second.activityId);
    expect(Math.abs(first.expiresAt.getTime() - Date.now() - 24 * HOUR)).toBeLessThan(5000);
    expect(given.control.calls('/cgi-bin/message/wxopen/activityid/create').map((call) => call.query.openid)).toEqual(['o-li', undefined]);
  });

  it('says how many are joining and then that it has started', async () => {
    const { activityId } = await given.wechat.createActivityId();
    await given.wechat.sendUpdatableMessage(activityId, joining);
    expect(given.control.activity(activityId)).toMatchObject({ state: 0, parameters: { member_count: '2', room_limit: '8' } });
    await given.wechat.sendUpdatableMessage(activityId, started);
    expect(given.control.activity(activityId)).toMatchObject({ state: 1, parameters: { path: 'pages/room/index?id=1', version_type: 'release' } });
  });

  it('is refused for an unknown id (47501)', async () => {
    await expect(given.wechat.sendUpdatableMessage('nobody', joining)).rejects.toMatchObject({ errcode: 47501 });
  });

  it('is refused on the way back (47502)', async () => {
    const { activityId } = await given.wechat.createActivityId();
    await given.wechat.sendUpdatableMessage(activityId, started);
    await expect(given.wechat.sendUpdatableMessage(activityId, joining)).rejects.toMatchObject({ errcode: 47502 });
  });

  it('is refused with parameters missing (47503)', async () => {
    const { activityId } = await given.wechat.createActivityId();
    await expect(given.wechat.sendUpdatableMessage(activityId, { ...started, path: '' })).rejects.toMatchObject({ errcode: 47503 });
    await expect(given.wechat.sendUpdatableMessage(activityId, { ...joining, memberCount: NaN })).rejects.toMatchObject({ errcode: 47503 });
  });

  it('is refused after a day (47504)', async () => {
    const { activityId } = await given.wechat.createActivityId();
    given.control.advance(DAY);
    await expect(given.wechat.sendUpdatableMessage(activityId, joining)).rejects.toMatchObject({ errcode: 47504 });
  });

  it('is sent again when an answer is lost, since the state is the same twice', async () => {
    const { activityId } = await given.wechat.createActivityId();
    given.control.fault(SEND, { kind: 'cut-late' });
    await given.wechat.sendUpdatableMessage(activityId, joining);
    expect(given.control.count(SEND)).toBe(2);
  });
});
