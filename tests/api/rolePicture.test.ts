import type { Session } from '@shared/wire/account';
import type { AiRole, RolesReply, RoleVersion } from '@shared/wire/aiRole';
import type { ReviewReply, ReviewsReply } from '@shared/wire/console';
import type { Pai } from '@shared/wire/pai';
import { LIMITS } from '@shared/domain/limits';
import { sweepAccounts } from '../../cloud/src/account';
import { sweepFiles } from '../../cloud/src/file';
import { sendAsAi } from '../../cloud/src/message';
import { sweepPais } from '../../cloud/src/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { consoleOf } from '../support/console';
import { gifOf, HEIC, pngBomb, pngOf } from '../support/media';
import { codeOf, eventually, newClientMsgId, Person, type Reply } from '../support/person';
import { at, DAY_MS, MINUTE_MS } from '../support/time';
import { startWechatStub, type WechatStub } from '../support/wechat';

const PUSH = { token: 'push-token-of-tests', aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG' };

let stub: WechatStub;
let cloud: Cloud;
let lin: Person;
let nan: Person;
let pai: Pai;
let role: AiRole;

beforeAll(async () => {
  stub = await startWechatStub({ port: 0, appId: 'wx0123456789abcdef' });
  cloud = await givenCloud({ WECHAT_APP_ID: 'wx0123456789abcdef', WECHAT_APP_SECRET: stub.secret, WECHAT_BASE_URL: stub.url, WECHAT_PUSH_TOKEN: PUSH.token, WECHAT_PUSH_AES_KEY: PUSH.aesKey });
  stub.control.setPush({ url: `${cloud.url}/wechat/push`, ...PUSH });
});
afterAll(async () => {
  await cloud.stop();
  await stub.stop();
});

async function givenPaiOf(owner: Person): Promise<void> {
  lin = owner;
  nan = await cloud.person('阿楠');
  pai = await lin.createPai('周末爬山');
  await lin.bring(pai.id, nan);
  [role] = (await rolesOf(lin)).roles as [AiRole];
}
beforeEach(async () => givenPaiOf(await cloud.person('林静')));

const rolesOf = (who: Person): Promise<RolesReply> => who.must<RolesReply>('GET', `/pais/${pai.id}/roles`);
const put = (change: object, who = lin, id = role.id): Promise<Reply<{ role: AiRole }>> => who.call('PUT', `/pais/${pai.id}/roles/${id}`, change);
const set = async (change: object, id = role.id): Promise<AiRole> => (await lin.must<{ role: AiRole }>('PUT', `/pais/${pai.id}/roles/${id}`, change)).role;
const undo = async (version: number): Promise<AiRole> => (await lin.must<{ role: AiRole }>('POST', `/pais/${pai.id}/roles/${role.id}/undo`, { version })).role;
const upload = async (who = lin): Promise<string> => (await who.upload(await pngOf(64, 64), 'image')).body.file.id;
const opens = async (url = ''): Promise<number> => (await fetch(cloud.url + url)).status;
/** Whether a file's bytes are there, whoever uses them. */
const isKept = async (url = ''): Promise<boolean> => (await opens(url)) === 200;

describe('a picture', () => {
  it('is a role’s face wherever members meet it, and its emoji stays for the day it is taken off', async () => {
    await set({ emoji: '🧭' });
    const { avatar } = await set({ avatarFileId: await upload() });
    expect(await opens(avatar)).toBe(200);
    const [shown] = (await rolesOf(nan)).roles;
    expect([shown?.avatar, shown?.emoji]).toEqual([avatar, '🧭']);
    expect((await nan.pai(pai.id)).assistants[0]).toMatchObject({ avatar, emoji: '🧭' });
    expect((await nan.ai(pai.id)).avatar).toBe(avatar);
    expect((await set({ avatarFileId: null })).avatar).toBeUndefined();
    expect((await nan.pai(pai.id)).assistants[0]?.avatar).toBeUndefined();
  });

  it('is for members: an invite does not carry it, nor does anything say which file it is', async () => {
    const file = await upload();
    await set({ avatarFileId: file });
    const { token } = await lin.must<{ token: string }>('POST', `/pais/${pai.id}/invites`, {});
    const stranger = await cloud.person('外人');
    expect(JSON.stringify((await stranger.get(`/invites/${token}`)).body)).not.toContain(file);
    expect(codeOf(await stranger.get(`/pais/${pai.id}/roles`))).toBe('404 pai/not-found');
    expect(Object.keys((await rolesOf(nan)).roles[0] ?? {})).not.toContain('avatarFileId');
  });

  it('is the owner’s to set', async () => {
    expect(codeOf(await put({ avatarFileId: await upload(nan) }, nan))).toBe('403 pai/owner-only');
  });

  it.each([
    ['somebody else’s picture', () => upload(nan)],
    ['a file that is none', async () => (await lin.upload(Buffer.from('x'), 'file')).body.file.id],
    ['a picture of a message', async () => (await lin.say(pai.id, '', { fileId: await upload() })).file?.id],
    ['nothing there is', () => 'nosuchfile'],
  ])('%s is refused, naming the field and the cure', async (_, make) => {
    const { status, body } = await put({ avatarFileId: await make() });
    expect([status, body.error?.field, body.error?.message]).toEqual([400, 'avatarFileId', expect.stringMatching(/头像.*重新选一张/)]);
    expect((await rolesOf(lin)).roles[0]).toMatchObject({ version: 1 });
  });

  it.each([
    ['a page called .png', () => Buffer.from('<!doctype html><script>alert(1)</script>'), '415 file/unsupported-picture', /换成 JPG/],
    ['an SVG with a script', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'), '415 file/unsupported-picture', /换成 JPG/],
    ['a picture of 60,000 × 60,000', () => pngBomb(60_000, 60_000), '413 file/too-many-pixels', /缩小/],
    ['an endless GIF', () => gifOf(LIMITS.imageFrames + 1, 2), '413 file/too-many-pixels', /缩小/],
    ['a HEIC cut short', () => HEIC.subarray(0, 300), '415 file/heic', /兼容性最佳/],
  ])('%s does not come in', async (_, make, code, cure) => {
    const reply = await lin.upload(await make(), 'image', { name: 'face.png' });
    expect([codeOf(reply), reply.body.error?.field]).toEqual([code, 'file']);
    expect(reply.body.error?.message).toMatch(cure);
  });

  it('is before operators when they look at what it said', async () => {
    const { avatar } = await set({ emoji: '🧭', avatarFileId: await upload() });
    const { seq } = await sendAsAi({ paiId: pai.id, assistant: role, runId: newClientMsgId(), parts: [{ text: '周六八点半', cites: [] }], sources: [], askers: [nan.id], fallback: false });
    await nan.must('POST', `/pais/${pai.id}/messages/${seq}/report`, { reason: 'other' });
    const operator = await consoleOf(cloud);
    const review = (await operator.get<ReviewsReply>('/reviews')).body.reviews.find((one) => one.paiId === pai.id);
    const { around } = (await operator.get<ReviewReply>(`/reviews/${review?.id}`)).body;
    expect(around.find((said) => said.seq === seq)).toMatchObject({ ai: true, face: { emoji: '🧭', avatar } });
  });

  it('is tried out without being taken', async () => {
    const file = await upload();
    await lin.must('POST', `/pais/${pai.id}/roles/${role.id}/tryout`, { lines: [{ from: '我', text: '几点出发？' }], role: { avatarFileId: file } });
    expect((await rolesOf(lin)).roles[0]?.avatar).toBeUndefined();
    expect((await lin.say(pai.id, '', { fileId: file })).file?.id).toBe(file);
  });
});

describe('versions', () => {
  it('keep the picture: a change of it is one, and going back brings it back, whoever is the owner by then', async () => {
    const first = await set({ avatarFileId: await upload() });
    const second = await set({ avatarFileId: await upload() });
    expect(await opens(first.avatar)).toBe(200);
    expect((await undo(2)).avatar).toBe(first.avatar);
    expect((await undo(1)).avatar).toBeUndefined();
    const { versions } = await nan.must<{ versions: RoleVersion[] }>('GET', `/pais/${pai.id}/roles/${role.id}/versions`);
    expect(versions.map(({ changed }) => changed)).toEqual([...Array.from({ length: 4 }, () => ['avatarFileId']), []]);
    await lin.must('POST', `/pais/${pai.id}/transfer`, { userId: nan.id });
    const { role: back } = await nan.must<{ role: AiRole }>('POST', `/pais/${pai.id}/roles/${role.id}/undo`, { version: 3 });
    expect(back.avatar).toBe(second.avatar);
  });

  it('that fall out of the last fifty take their picture with them, unless another still has it', async () => {
    const lost = await set({ avatarFileId: await upload() });
    const held = await set({ avatarFileId: await upload() });
    for (let i = 0; i < 50; i++) await set({ capPercent: 2 + (i % 28) });
    expect([await isKept(lost.avatar), await isKept(held.avatar)]).toEqual([false, true]);
  });
});

describe('nothing is left behind', () => {
  it('when a role is removed', async () => {
    const { role: trip } = await lin.must<{ role: AiRole }>('POST', `/pais/${pai.id}/roles`, { template: 'trip' });
    const faces = [await set({ avatarFileId: await upload() }, trip.id), await set({ avatarFileId: await upload() }, trip.id)];
    const other = await set({ avatarFileId: await upload() });
    await lin.must('DELETE', `/pais/${pai.id}/roles/${trip.id}`);
    expect(await Promise.all([...faces, other].map(({ avatar }) => isKept(avatar)))).toEqual([false, false, true]);
  });

  it('when the pai is erased', async () => {
    const face = await set({ avatarFileId: await upload() });
    await lin.must('POST', `/pais/${pai.id}/dissolve`, {});
    await at(8 * DAY_MS, sweepPais);
    expect(await isKept(face.avatar)).toBe(false);
  });

  it('when the account of whoever gave it goes, though the pai has another owner by then', async () => {
    await set({ emoji: '🧭', avatarFileId: await upload() });
    await lin.must('POST', `/pais/${pai.id}/transfer`, { userId: nan.id });
    await lin.must('DELETE', '/me');
    await at(2 * DAY_MS, sweepAccounts);
    const [left] = (await nan.pai(pai.id)).assistants;
    expect([left?.emoji, left?.avatar]).toEqual(['🧭', undefined]);
  });

  it('when two devices choose at once: the one that came late may choose again, or the upload is swept', async () => {
    const files = await Promise.all([upload(), upload(), upload(), upload()]);
    const replies = await Promise.all(files.map((avatarFileId) => put({ avatarFileId })));
    const late = files.filter((_, i) => replies[i]?.status === 409);
    expect(replies.map(({ status }) => status).filter((status) => status !== 200 && status !== 409)).toEqual([]);
    await set({ capPercent: 20 });
    await at(2 * DAY_MS, sweepFiles);
    for (const avatarFileId of late) expect((await put({ avatarFileId })).status).toBe(400);
    expect(await opens((await rolesOf(lin)).roles[0]?.avatar)).toBe(200);
  });
});

describe('WeChat looks at it', () => {
  let made = 0;
  beforeEach(async () => {
    const response = await fetch(`${cloud.url}/api/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'wechat', code: stub.control.mintCode({ openid: `o-lin-${++made}` }), nickname: '林静' }) });
    await givenPaiOf(new Person(cloud.url, (await response.json()) as Session, 'wechat'));
  });
  afterEach(() => {
    stub.control.setPushDelay(0);
    stub.control.setVerdict('/files/', { suggest: 'pass', label: 100 });
    stub.control.clearFaults();
  });
  const checkOf = async (who = lin): Promise<string | undefined> => (await rolesOf(who)).roles[0]?.avatarCheck;

  it('and its owner sees that it does, until it has passed', async () => {
    stub.control.setPushDelay(2000);
    const { avatarCheck } = await set({ avatarFileId: await upload() });
    expect([avatarCheck, await checkOf(), await checkOf(nan)]).toEqual(['pending', 'pending', undefined]);
    await eventually('it has passed', async () => (await checkOf()) === undefined);
    expect((await nan.ai(pai.id)).avatar).toBeDefined();
  });

  it('a refused one is taken off at once and for good; the owner is told until another is chosen', async () => {
    stub.control.setVerdict('/files/', { suggest: 'risky', label: 20002 });
    const { avatar } = await set({ emoji: '🧭', avatarFileId: await upload() });
    await eventually('it is refused', async () => (await checkOf()) === 'refused');
    expect([(await nan.ai(pai.id)).avatar, await checkOf(nan), await eventually('it is gone', async () => !(await isKept(avatar)))]).toEqual([undefined, undefined, true]);
    await set({ capPercent: 20 });
    expect(await checkOf()).toBe('refused');
    expect(await undo(2)).toMatchObject({ emoji: '🧭' });
    expect((await rolesOf(lin)).roles[0]?.avatar).toBeUndefined();
    expect(await checkOf()).toBeUndefined();
  });

  it('a word about an earlier picture leaves the present one on, and the earlier one cannot come back', async () => {
    const bad = await upload();
    stub.control.setVerdict(`/files/${bad}`, { suggest: 'risky', label: 20002 });
    stub.control.setPushDelay(500);
    const { avatar } = await set({ avatarFileId: bad });
    const now = await set({ avatarFileId: await upload() });
    await eventually('it is gone', async () => !(await isKept(avatar)));
    expect((await rolesOf(lin)).roles[0]?.avatar).toBe(now.avatar);
    expect((await undo(2)).avatar).toBeUndefined();
  });

  it('a word that never comes is waited for half an hour', async () => {
    stub.control.fault('/wxa/media_check_async', { kind: 'error', errcode: 45009 }, 2);
    await at(-30 * MINUTE_MS, async () => set({ avatarFileId: await upload() }));
    expect(await checkOf()).toBe('pending');
    await at(-36 * MINUTE_MS, async () => set({ avatarFileId: await upload() }));
    expect(await checkOf()).toBeUndefined();
    expect((await nan.ai(pai.id)).avatar).toBeDefined();
  });
});
