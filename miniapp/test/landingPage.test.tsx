import Taro, { useRouter } from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { CardReply, PaiCard } from '@shared/wire/pai';
import { session } from '@/features/account/session';
import { inviteToken } from '@/features/invite/store';
import * as api from '@/transport/api';
import { ApiError } from '@/transport/errors';
import LandingPage from '../src/pages/landing';
import { aPai } from './support/pai';

jest.mock('@/transport/api');
const cloud = api as jest.Mocked<typeof api>;
const card: PaiCard = {
  name: '秋天去杭州', emoji: '🍁', kind: 'trip', intro: '', owner: { name: '陈玉兰', tint: 0 }, memberCount: 5, full: false, seats: [{ tint: 1 }], joinRule: 'link', history: 'week',
  assistant: { name: '小派', mode: 'called', capPercent: 10, model: 'local' },
};
const reply = (over: Partial<PaiCard> = {}, standing: CardReply['standing'] = 'none'): CardReply => ({ card: { ...card, ...over }, standing, ...(standing === 'member' ? { paiId: 'pai1' } : {}) });
const open = async (): Promise<void> => {
  await act(async () => {
    render(<LandingPage />);
  });
};
const press = (text: string): Promise<void> =>
  act(async () => {
    fireEvent.click(screen.getByText(text));
  });

beforeEach(() => {
  jest.resetAllMocks();
  (useRouter as jest.Mock).mockReturnValue({ params: { t: 'token-0123456789' } });
  for (const go of [Taro.navigateTo, Taro.reLaunch, Taro.redirectTo, Taro.setNavigationBarTitle] as jest.Mock[]) go.mockResolvedValue(undefined);
  session.set({ phase: 'in', user: { id: 'u9', nickname: '我', guest: true, showOnInvites: false, locale: 'zh', createdAt: '' } });
});

it('shows before joining who is there, what the AI reads and what a newcomer may read', async () => {
  cloud.getInviteCard.mockResolvedValue(reply());
  await open();
  expect(screen.getByText('秋天去杭州')).toBeTruthy();
  expect(screen.getByText(/由本机引擎处理/)).toBeTruthy();
  expect(screen.getByText('被 @、被引用或叫名字时')).toBeTruthy();
  expect(screen.getByText('新成员能看到加入前 7 天的消息')).toBeTruthy();
});

it('joins and opens the conversation in place of the card', async () => {
  cloud.getInviteCard.mockResolvedValue(reply());
  cloud.acceptInvite.mockResolvedValue({ pai: aPai(), pending: false });
  await open();
  await press('加入');
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/pages/room/index?id=pai1' });
});

it('where the owner approves, it asks and then waits', async () => {
  cloud.getInviteCard.mockResolvedValueOnce(reply({ joinRule: 'approval' })).mockResolvedValue(reply({ joinRule: 'approval' }, 'asked'));
  cloud.acceptInvite.mockResolvedValue({ pending: true });
  await open();
  await press('申请加入');
  expect(screen.getByText('已经申请了，等派主同意')).toBeTruthy();
  expect(Taro.redirectTo).not.toHaveBeenCalled();
});

it.each([
  ['a full pai', reply({ full: true }), /坐满了/, '回到我的派'],
  ['a closed one', reply({ joinRule: 'closed' }), /现在不收新成员/, '回到我的派'],
  ['one I am in', reply({}, 'member'), /已经在里面/, '去看看'],
])('%s says so and offers one way on', async (_name, answer, said, way) => {
  cloud.getInviteCard.mockResolvedValue(answer);
  await open();
  expect(screen.getByText(said)).toBeTruthy();
  expect(screen.getByText(way)).toBeTruthy();
  expect(screen.queryByText('加入')).toBeNull();
});

it.each([
  ['invite/expired', '这张邀请过期了'],
  ['invite/revoked', '这张邀请被收回了'],
  ['invite/used-up', '这张邀请的名额用完了'],
  ['invite/unknown', '没有这张邀请'],
  ['pai/blocked', '你不能加入这个派'],
  ['pai/dissolved', '这个派已经解散了'],
] as const)('%s: %s, and nothing of the pai', async (code, said) => {
  cloud.getInviteCard.mockRejectedValue(new ApiError(code, 'x', undefined, 410));
  await open();
  expect(screen.getByText(said)).toBeTruthy();
  expect(screen.queryByText('秋天去杭州')).toBeNull();
  expect(screen.getByText('回到我的派')).toBeTruthy();
});

it('no network is no end: it can be read again', async () => {
  cloud.getInviteCard.mockRejectedValueOnce(new ApiError('client/offline', '网络不通，连上再试')).mockResolvedValue(reply());
  await open();
  await press('再试一次');
  expect(screen.getByText('秋天去杭州')).toBeTruthy();
});

it('takes the token from a link, a card or a scanned code, and nothing else', () => {
  expect(inviteToken({ t: 'abcdefgh-_12' })).toBe('abcdefgh-_12');
  expect(inviteToken({ scene: 't%3Dabcdefgh12' })).toBe('abcdefgh12');
  expect(inviteToken({ scene: 'abcdefgh12' })).toBe('abcdefgh12');
  expect(inviteToken({ t: '../../etc/passwd' })).toBeUndefined();
  expect(inviteToken({})).toBeUndefined();
});
