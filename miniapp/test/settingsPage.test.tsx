import Taro, { useRouter } from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { session } from '@/features/account/session';
import { hearEvent, findPai, takePai } from '@/features/pai/store';
import * as api from '@/transport/api';
import { ApiError } from '@/transport/errors';
import SettingsPage from '../src/pages/settings';
import { aPai } from './support/pai';

jest.mock('@/transport/api');
const cloud = api as jest.Mocked<typeof api>;
const owner = (over = {}, mine = {}) => aPai(over, { role: 'owner', ...mine });
const press = (element: HTMLElement): Promise<void> =>
  act(async () => {
    fireEvent.click(element);
  });

beforeEach(() => {
  jest.resetAllMocks();
  (useRouter as jest.Mock).mockReturnValue({ params: { id: 'pai1' } });
  for (const go of [Taro.navigateTo, Taro.reLaunch, Taro.navigateBack, Taro.redirectTo, Taro.setNavigationBarTitle] as jest.Mock[]) go.mockResolvedValue(undefined);
  (Taro.getCurrentPages as jest.Mock).mockReturnValue([{}]);
  session.set({ phase: 'in', user: { id: 'u1', nickname: '小满', guest: true, showOnInvites: false, locale: 'zh', createdAt: '' } });
});

it('a member reads the rules and changes only what is their own', () => {
  takePai(aPai());
  render(<SettingsPage />);
  expect(screen.getAllByText('派主能改').length).toBeGreaterThan(0);
  expect(screen.queryByLabelText('全员禁言')).toBeNull();
  expect(screen.queryByText('解散这个派')).toBeNull();
  expect(screen.queryByText('不让进来的人')).toBeNull();
  expect(screen.getByLabelText('AI 可以读我说的话')).toBeTruthy();
  expect(screen.getByText('退出这个派')).toBeTruthy();
});

it('hiding from the AI shows at once and is put back when the cloud refuses', async () => {
  takePai(aPai());
  let refuse: (error: Error) => void = () => undefined;
  cloud.patchMine.mockReturnValue(new Promise((_resolve, reject) => (refuse = reject)));
  render(<SettingsPage />);
  await press(screen.getByLabelText('AI 可以读我说的话'));
  expect(cloud.patchMine).toHaveBeenCalledWith('pai1', { aiMayRead: false });
  expect(findPai('pai1')?.mine.aiMayRead).toBe(false);
  await act(async () => refuse(new ApiError('client/offline', '网络不通')));
  expect(findPai('pai1')?.mine.aiMayRead).toBe(true);
  expect(screen.getByText('网络不通')).toBeTruthy();
});

it('muting everyone shows at once and is put back when the cloud refuses', async () => {
  takePai(owner());
  let refuse: (error: Error) => void = () => undefined;
  cloud.patchPai.mockReturnValue(new Promise((_resolve, reject) => (refuse = reject)));
  render(<SettingsPage />);
  await press(screen.getByLabelText('全员禁言'));
  expect(findPai('pai1')?.muteAll).toBe(true);
  await act(async () => refuse(new ApiError('pai/forbidden', '只有派主能改')));
  expect(findPai('pai1')?.muteAll).toBe(false);
});

it('a name that is too long is not sent; a good one is', async () => {
  takePai(owner());
  cloud.patchPai.mockResolvedValue({ pai: owner({ name: '老林家' }) });
  render(<SettingsPage />);
  await press(screen.getByText('名字'));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '字'.repeat(22) } });
  expect(screen.getByText('多了 2 个字')).toBeTruthy();
  await press(screen.getByText('保存'));
  expect(cloud.patchPai).not.toHaveBeenCalled();
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '老林家' } });
  await press(screen.getByText('保存'));
  expect(cloud.patchPai).toHaveBeenCalledWith('pai1', { name: '老林家' });
  expect(screen.queryByText('保存')).toBeNull();
});

it('dissolving asks first, and the owner can take it back from here', async () => {
  takePai(owner());
  cloud.dissolvePai.mockResolvedValue({ pai: owner({ dissolveAt: '2026-12-03T00:00:00.000Z' }) });
  cloud.restorePai.mockResolvedValue({ pai: owner() });
  render(<SettingsPage />);
  await press(screen.getByText('解散这个派'));
  expect(cloud.dissolvePai).not.toHaveBeenCalled();
  await press(screen.getByText('解散'));
  expect(cloud.dissolvePai).toHaveBeenCalledWith('pai1');
  act(() => hearEvent({ type: 'pai.left', paiId: 'pai1', reason: 'dissolved' }));
  expect(findPai('pai1')).toBeDefined();
  await press(screen.getByText('撤销解散'));
  expect(cloud.restorePai).toHaveBeenCalledWith('pai1');
  expect(screen.getByText('解散这个派')).toBeTruthy();
});

it('the owner is told what to do instead of leaving; a member leaves after a question', async () => {
  takePai(owner());
  const { unmount } = render(<SettingsPage />);
  await press(screen.getByText('退出这个派'));
  expect(screen.getByText('派主不能直接退出')).toBeTruthy();
  await press(screen.getByText('知道了'));
  expect(cloud.leavePai).not.toHaveBeenCalled();
  unmount();

  takePai(aPai());
  cloud.leavePai.mockResolvedValue({ ok: true });
  render(<SettingsPage />);
  await press(screen.getByText('退出这个派'));
  await press(screen.getByText('退出'));
  expect(cloud.leavePai).toHaveBeenCalledWith('pai1');
  expect(Taro.reLaunch).toHaveBeenCalledWith({ url: '/pages/home/index' });
});
