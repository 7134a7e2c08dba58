import Taro, { useRouter } from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { AiRole, MeterReply, RolesReply, TryoutReply } from '@shared/wire/aiRole';
import { session } from '@/features/account/session';
import { findPai, takePai } from '@/features/pai/store';
import * as api from '@/transport/api';
import { ApiError } from '@/transport/errors';
import RolePage from '../src/pages/role';
import { isQuietAt } from '../src/pages/role/QuietCard';
import { aPai } from './support/pai';

jest.mock('@/transport/api');
const cloud = api as jest.Mocked<typeof api>;

const ROLE: AiRole = { id: 'ai1', template: 'general', version: 3, name: '小派', emoji: '', manner: '话短', skills: ['recap', 'search'], mode: 'called', quiet: { from: '22:00', to: '08:00' }, capPercent: 10, dailyTokens: 200_000, language: 'auto', digest: null };
const reply = (over: Partial<RolesReply> = {}): RolesReply => ({ roles: [ROLE], mayEdit: true, zone: 'Asia/Shanghai', model: 'local', ...over });
const meter = (over: Partial<MeterReply['roles'][number]> = {}): MeterReply => ({
  days: 7,
  people: { messages: 410, characters: 4000 },
  roles: [{ id: 'ai1', name: '小派', messages: 18, characters: 100, share: 0.042, capPercent: 10, overCap: false, calls: 17, withheld: 3, tokens: { input: 0, output: 0 }, dailyTokens: 200_000, usedToday: 0, ...over }],
});

const show = (): Promise<void> => act(async () => void render(<RolePage />));
const press = (element: HTMLElement): Promise<void> =>
  act(async () => {
    fireEvent.click(element);
  });
const mode = (name: string): HTMLElement => screen.getByText(name, { selector: '.mode-one' });

beforeEach(() => {
  jest.resetAllMocks();
  (useRouter as jest.Mock).mockReturnValue({ params: { id: 'pai1' } });
  for (const go of [Taro.navigateTo, Taro.reLaunch, Taro.navigateBack, Taro.redirectTo, Taro.setNavigationBarTitle] as jest.Mock[]) go.mockResolvedValue(undefined);
  (Taro.getCurrentPages as jest.Mock).mockReturnValue([{}]);
  session.set({ phase: 'in', user: { id: 'u1', nickname: '林静', guest: true, showOnInvites: false, locale: 'zh', createdAt: '' } });
  takePai(aPai({}, { role: 'owner' }));
  cloud.listRoles.mockResolvedValue(reply());
  cloud.getMeter.mockResolvedValue(meter());
});

it('shows what the chosen mode means and how much was said, as the look has it', async () => {
  await show();
  expect(screen.getByText('小派怎么参与')).toBeTruthy();
  expect(screen.getByText(/只有 @它、引用它、或直接叫名字时才开口/)).toBeTruthy();
  expect(screen.getByText('小派 18 · 大家 410')).toBeTruthy();
  expect(screen.getByText('4.2%')).toBeTruthy();
  expect(screen.getByText(/离上限还远/)).toBeTruthy();
  expect(screen.getByText('22:00 到 8:00 不主动，叫它还是会答')).toBeTruthy();
});

it('says when it is near the cap', async () => {
  cloud.getMeter.mockResolvedValue(meter({ share: 0.085 }));
  await show();
  expect(screen.getByText(/快到上限了/)).toBeTruthy();
});

it('over the cap it holds back', async () => {
  cloud.getMeter.mockResolvedValue(meter({ share: 0.12, overCap: true }));
  await show();
  expect(screen.getByText(/没人叫就先少说/)).toBeTruthy();
});

it('a change applies at once and is put back when the cloud refuses', async () => {
  let refuse: (error: Error) => void = () => undefined;
  cloud.putRole.mockReturnValue(new Promise((_resolve, reject) => (refuse = reject)));
  await show();
  await press(mode('帮一把'));
  expect(cloud.putRole).toHaveBeenCalledWith('pai1', 'ai1', { mode: 'helpful' });
  expect(screen.getByText(/没人叫、但它答得上来的问题也会答/)).toBeTruthy();
  expect(findPai('pai1')?.assistants[0]?.mode).toBe('helpful');
  await act(async () => refuse(new ApiError('role/changed-meanwhile', '这个角色刚被改过，看一眼再改')));
  expect(screen.getByText(/只有 @它/)).toBeTruthy();
  expect(screen.getByText('这个角色刚被改过，看一眼再改')).toBeTruthy();
  expect(findPai('pai1')?.assistants[0]?.mode).toBe('called');
});

it('a member reads everything and changes nothing', async () => {
  takePai(aPai());
  cloud.listRoles.mockResolvedValue(reply({ mayEdit: false }));
  await show();
  expect(screen.getByText('派主能改')).toBeTruthy();
  await press(mode('帮一把'));
  expect(cloud.putRole).not.toHaveBeenCalled();
  expect(screen.queryByLabelText('安静时段')).toBeNull();
  expect(screen.queryByText('试试')).toBeNull();
  expect(screen.queryByText('移走这个 AI')).toBeNull();
  expect(screen.getByText('回顾说过的话')).toBeTruthy();
  expect(screen.queryByText('拟投票')).toBeNull();
});

it('a try says whether it would speak, why, and what would make it; the next try knows the talk before', async () => {
  const silent: TryoutReply = { speak: false, reason: 'not-called', instead: { mode: 'helpful', text: '小派，周六几点出发来着？' } };
  cloud.tryRole.mockResolvedValueOnce(silent).mockResolvedValueOnce({ speak: true, reason: 'named', text: '林静：八点半。', model: 'engine', fallback: false });
  await show();
  await press(screen.getByText('试试'));
  expect(cloud.tryRole).toHaveBeenCalledWith('pai1', 'ai1', { lines: [{ from: '林静', text: '周六几点出发来着？' }] });
  expect(screen.getByText('不开口')).toBeTruthy();
  expect(screen.getByText('没人叫它；「帮一把」才会答')).toBeTruthy();
  await press(screen.getByText('换成「小派，周六几点出发来着？」'));
  expect(cloud.tryRole).toHaveBeenLastCalledWith('pai1', 'ai1', { lines: [{ from: '林静', text: '周六几点出发来着？' }, { from: '林静', text: '小派，周六几点出发来着？' }] });
  expect(screen.getByText('林静：八点半。')).toBeTruthy();
  expect(screen.getByText('叫了它的名字')).toBeTruthy();
});

it('the owner adds another and removes it after a question', async () => {
  const trip: AiRole = { ...ROLE, id: 'ai2', template: 'trip', name: '行程管家', emoji: '🧳' };
  cloud.createRole.mockResolvedValue({ role: trip });
  cloud.deleteRole.mockResolvedValue({ ok: true });
  await show();
  expect(screen.queryByText('移走这个 AI')).toBeNull();
  await press(screen.getByText('再加一个 AI'));
  cloud.listRoles.mockResolvedValue(reply({ roles: [ROLE, trip] }));
  await press(screen.getByText('行程管家'));
  expect(cloud.createRole).toHaveBeenCalledWith('pai1', 'trip');
  expect(screen.getByText('行程管家怎么参与')).toBeTruthy();
  await press(screen.getByText('移走这个 AI'));
  expect(cloud.deleteRole).not.toHaveBeenCalled();
  await press(screen.getByText('移走'));
  expect(cloud.deleteRole).toHaveBeenCalledWith('pai1', 'ai2');
});

it('says when it could not be read, and reads it again', async () => {
  cloud.listRoles.mockRejectedValueOnce(new ApiError('client/offline', '网络不通'));
  await show();
  expect(screen.getByText('AI 成员没读出来')).toBeTruthy();
  await press(screen.getByText('再试一次'));
  expect(screen.getByText('小派怎么参与')).toBeTruthy();
});

it('the strip of the day goes over midnight', () => {
  const night = { from: '22:00', to: '08:00' };
  expect(Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isQuietAt(hour, night))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 22, 23]);
  expect(Array.from({ length: 24 }, (_, hour) => hour).filter((hour) => isQuietAt(hour, { from: '12:00', to: '14:00' }))).toEqual([12, 13]);
});
