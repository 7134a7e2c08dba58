import Taro from '@tarojs/taro';
import { onSignOut, session } from '@/features/account/session';
import { punch } from '@/features/challenge/punch';
import { ApiError } from '@/transport/errors';
import { call } from '@/transport/http';
import { linkState } from '@/transport/socket';
import { uploadFile } from '@/transport/upload';

jest.mock('@/transport/http', () => ({ call: jest.fn() }));
jest.mock('@/transport/upload', () => ({ uploadFile: jest.fn() }));
jest.mock('@/transport/socket', () => ({ linkState: jest.requireActual<typeof import('@/observable')>('@/observable').observable({ phase: 'closed' }) }));
jest.mock('@/features/account/session', () => ({
  session: jest.requireActual<typeof import('@/observable')>('@/observable').observable({ phase: 'in' }),
  myId: () => 'u1',
  onSignOut: jest.fn(),
}));

interface Body {
  clientMsgId: string;
  doneAt?: string;
  proof?: { fileId?: string };
}
const sent = (): Body[] => jest.mocked(call).mock.calls.map(([{ body }]) => body as Body);
const sentIds = (): string[] => sent().map(({ clientMsgId }) => clientMsgId);
const made = (i: number): string => new Date(Date.parse('2026-11-25T06:00:00Z') + i * 60_000).toISOString();
const KEY = 'pai.u.punch.';
const signOut = jest.mocked(onSignOut).mock.calls.map(([forget]) => forget);
const held = (): { clientMsgId: string; why?: string }[] => Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(KEY)).map((key) => Taro.getStorageSync(key) as { clientMsgId: string; why?: string });

/** The app started anew, offline, with check-ins on the device as they were put there in no order. */
function startedWith(count: number): void {
  Taro.clearStorageSync();
  signOut.forEach((forget) => forget());
  linkState.set({ phase: 'closed' } as never);
  for (let n = 0; n < count; n++) {
    const i = (n * 7) % count;
    Taro.setStorageSync(`${KEY}id-${i}`, { clientMsgId: `id-${i}`, userId: 'u1', paiId: 'p', challengeId: `c${i}`, zone: 'Asia/Shanghai', doneAt: made(i), brought: {} });
  }
  session.set({ phase: 'in' } as never);
}
const goOnline = (): void => linkState.set({ phase: 'open' } as never);

const offline = (): Promise<never> => Promise.reject(new ApiError('client/offline', ''));
const answers = (status: number, sentence: string) => (): Promise<never> => Promise.reject(new ApiError('challenge/outside-window', sentence, undefined, status));
const flush = (): Promise<void> => jest.advanceTimersByTimeAsync(0).then(() => undefined);
const ids = (from: number, to: number): string[] => Array.from({ length: to - from }, (_, i) => `id-${from + i}`);

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-25T12:00:00Z') });
  jest.mocked(call).mockReset().mockResolvedValue({});
  jest.mocked(uploadFile).mockReset();
});
afterEach(() => jest.useRealTimers());

it('[C12] what waited is sent one by one, the earliest first, each with when it was made; one that is refused stays with its reason', async () => {
  let underWay = 0;
  let most = 0;
  jest.mocked(call).mockImplementation(async ({ body }) => {
    most = Math.max(most, ++underWay);
    await Promise.resolve();
    underWay--;
    if ((body as Body).clientMsgId === 'id-4') return answers(409, '过了时间')();
    return {} as never;
  });
  startedWith(20);
  goOnline();
  await flush();
  expect(sentIds()).toEqual(ids(0, 20));
  expect(sent().map(({ doneAt }) => doneAt)).toEqual(Array.from({ length: 20 }, (_, i) => made(i)));
  expect(most).toBe(1);
  expect(held()).toMatchObject([{ clientMsgId: 'id-4', why: '过了时间' }]);
});

it('a network that goes away in between costs nothing: the rest is sent when it is back, in order, each once', async () => {
  jest.mocked(call).mockImplementation(({ body }) => (Number((body as Body).clientMsgId.slice(3)) < 5 ? Promise.resolve({} as never) : offline()));
  startedWith(20);
  await flush();
  expect(sentIds()).toEqual(ids(0, 6));
  expect(held()).toHaveLength(15);
  jest.mocked(call).mockReset().mockResolvedValue({});
  goOnline();
  await flush();
  expect(sentIds()).toEqual(ids(5, 20));
  expect(held()).toEqual([]);
});

it('one the cloud cannot write now holds no other up, and is tried again while the line is open', async () => {
  jest.mocked(call).mockImplementationOnce(answers(503, ''));
  startedWith(3);
  goOnline();
  await flush();
  expect(sentIds()).toEqual(ids(0, 3));
  expect(held()).toMatchObject([{ clientMsgId: 'id-0' }]);
  await jest.advanceTimersByTimeAsync(30_000);
  expect(sentIds().slice(3)).toEqual(['id-0']);
  expect(held()).toEqual([]);
});

it('a new one comes after those that wait; made online and alone it is for the cloud’s clock to date', async () => {
  jest.mocked(call).mockImplementation(offline);
  startedWith(2);
  await flush();
  jest.mocked(call).mockReset().mockResolvedValue({});
  expect((await punch('p', 'c9')).kind).toBe('done');
  expect(sent().map(({ doneAt }) => doneAt)).toEqual([made(0), made(1), '2026-11-25T12:00:00.000Z']);
  expect((await punch('p', 'c9')).kind).toBe('done');
  expect(sent()[3]?.doneAt).toBeUndefined();
});

it('without a network it is kept, and said so; refused at once it is told and not kept', async () => {
  startedWith(0);
  jest.mocked(call).mockImplementationOnce(offline);
  expect((await punch('p', 'c1')).kind).toBe('kept');
  expect(held()).toHaveLength(1);
  goOnline();
  await flush();
  expect(held()).toEqual([]);
  expect(sent()[1]?.doneAt).toBe('2026-11-25T12:00:00.000Z');
  jest.mocked(call).mockImplementationOnce(answers(409, '过了时间'));
  expect(await punch('p', 'c1')).toEqual({ kind: 'refused', why: '过了时间' });
  expect(held()).toEqual([]);
});

it.each([
  ['at once', 1_000, undefined],
  ['slowly, so that its window may have closed,', 20_000, '2026-11-25T12:00:00.000Z'],
])('a picture that is sent %s', async (_, ms, doneAt) => {
  jest.mocked(uploadFile).mockImplementation(() => new Promise((resolve) => setTimeout(() => resolve({ id: 'f1' } as never), ms)));
  startedWith(0);
  const outcome = punch('p', 'c1', { file: { ref: 'tmp/run.jpg', kind: 'image', name: 'run.jpg', size: 1 } });
  await jest.advanceTimersByTimeAsync(ms);
  expect((await outcome).kind).toBe('done');
  expect(sent()).toMatchObject([{ proof: { fileId: 'f1' } }]);
  expect(sent()[0]?.doneAt).toBe(doneAt);
});
