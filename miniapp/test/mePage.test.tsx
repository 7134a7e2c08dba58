import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { User } from '@shared/wire/account';
import { session } from '@/features/account/session';
import { takePai } from '@/features/pai/store';
import { changePrefs, prefs } from '@/features/settings/prefs';
import * as api from '@/transport/api';
import { ApiError } from '@/transport/errors';
import MePage from '../src/pages/me';
import { readersAmong } from '../src/pages/me/readers';
import { aPai } from './support/pai';

jest.mock('@/transport/api');
const cloud = api as jest.Mocked<typeof api>;
const me: User = { id: 'u1', nickname: '小满', guest: true, showOnInvites: false, locale: 'zh', createdAt: '2026-11-01T00:00:00.000Z' };
const press = (element: HTMLElement): Promise<void> =>
  act(async () => {
    fireEvent.click(element);
  });

beforeEach(() => {
  jest.resetAllMocks();
  for (const go of [Taro.navigateTo, Taro.reLaunch, Taro.setNavigationBarTitle] as jest.Mock[]) go.mockResolvedValue(undefined);
  cloud.getMe.mockRejectedValue(new ApiError('client/offline', ''));
  changePrefs({ elder: false, theme: 'system', locale: 'zh' });
  session.set({ phase: 'in', user: me });
});

it('large type, look and language are changed at once and kept', async () => {
  const { container } = render(<MePage />);
  await press(screen.getByLabelText('大字版'));
  expect(container.querySelector('.elder')).not.toBeNull();
  await press(screen.getByText('深'));
  expect(container.querySelector('.dark')).not.toBeNull();
  cloud.patchMe.mockResolvedValue({ user: { ...me, locale: 'en' } });
  await press(screen.getByText('English'));
  expect(screen.getByText('Large type')).toBeTruthy();
  expect(cloud.patchMe).toHaveBeenCalledWith({ locale: 'en' });
  expect(prefs.get()).toEqual({ elder: true, theme: 'dark', locale: 'en' });
});

it('a name that imitates the AI member is not sent; one the cloud refuses says why', async () => {
  render(<MePage />);
  await press(screen.getByLabelText('改名字和头像'));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: ' 小 派 ' } });
  await press(screen.getByText('保存'));
  expect(screen.getByText('这个名字容易和小派或官方混淆，换一个吧')).toBeTruthy();
  expect(cloud.patchMe).not.toHaveBeenCalled();
  cloud.patchMe.mockRejectedValueOnce(new ApiError('account/nickname-reserved', '换一个名字', 'nickname', 400));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '满满' } });
  await press(screen.getByText('保存'));
  expect(screen.getByText('换一个名字')).toBeTruthy();
  cloud.patchMe.mockResolvedValueOnce({ user: { ...me, nickname: '满满' } });
  await press(screen.getByText('保存'));
  expect(screen.queryByText('保存')).toBeNull();
  expect(screen.getByText('满满')).toBeTruthy();
});

it('deleting the account asks, says when, and can be undone', async () => {
  cloud.deleteMe.mockResolvedValue({ user: { ...me, deleteAt: '2026-11-27T02:00:00.000Z' } });
  cloud.restoreMe.mockResolvedValue({ user: me });
  render(<MePage />);
  await press(screen.getByText('注销账号'));
  await press(screen.getByText('先不'));
  expect(cloud.deleteMe).not.toHaveBeenCalled();
  await press(screen.getByText('注销账号'));
  await press(screen.getByText('注销'));
  expect(screen.getByText(/月.*注销$/)).toBeTruthy();
  expect(screen.queryByText('注销账号')).toBeNull();
  await press(screen.getByText('撤销注销'));
  expect(screen.getByText('注销账号')).toBeTruthy();
});

it('a guest is told that signing out gives up the identity, and is out afterwards', async () => {
  cloud.logout.mockResolvedValue({ ok: true });
  render(<MePage />);
  await press(screen.getByText('退出登录'));
  expect(screen.getByText(/找不回来/)).toBeTruthy();
  await press(screen.getByText('退出'));
  expect(session.get().phase).toBe('out');
  expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' });
});

it('only pais whose AI is on can be read, and each can be shut off', async () => {
  const off = aPai({ id: 'pai2', assistants: [{ id: 'ai1', name: '小派', emoji: '', mode: 'off', skills: [] }] });
  const gone = aPai({ id: 'pai3', dissolveAt: '2026-12-01T00:00:00.000Z' });
  expect(readersAmong([aPai(), off, gone]).map(({ id }) => id)).toEqual(['pai1']);
  takePai(aPai());
  cloud.patchMine.mockResolvedValue({ pai: aPai({}, { aiMayRead: false }) });
  render(<MePage />);
  await press(screen.getByText('哪些派的 AI 能读我'));
  await press(screen.getByLabelText('「秋天去杭州」的 AI 可以读我说的话'));
  expect(cloud.patchMine).toHaveBeenCalledWith('pai1', { aiMayRead: false });
});

it('without a name yet there is no account to change or end', () => {
  session.set({ phase: 'out' });
  render(<MePage />);
  expect(screen.getByText('取个名字')).toBeTruthy();
  expect(screen.queryByText('注销账号')).toBeNull();
  expect(screen.queryByText('哪些派的 AI 能读我')).toBeNull();
});
