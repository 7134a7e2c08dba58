import Taro, { useRouter } from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { MemoryFact } from '@shared/wire/aiRole';
import { client, session } from '@/features/account/session';
import { findPai, takePai } from '@/features/pai/store';
import { Consent } from '@/features/role/Consent';
import * as api from '@/transport/api';
import { ApiError } from '@/transport/errors';
import MemoryPage from '../src/pages/role/memory';
import { aPai } from './support/pai';

jest.mock('@/transport/api');
const cloud = api as jest.Mocked<typeof api>;

const fact = (over: Partial<MemoryFact> = {}): MemoryFact => ({ id: 'f1', text: '外婆不吃辣', by: { id: 'u2', name: '林静' }, at: '2026-11-20T10:00:00.000Z', mine: false, ...over });
const press = (element: HTMLElement): Promise<void> =>
  act(async () => {
    fireEvent.click(element);
  });
const show = (): Promise<void> => act(async () => void render(<MemoryPage />));

beforeEach(() => {
  jest.resetAllMocks();
  (useRouter as jest.Mock).mockReturnValue({ params: { id: 'pai1' } });
  for (const go of [Taro.navigateTo, Taro.reLaunch, Taro.navigateBack, Taro.redirectTo, Taro.setNavigationBarTitle] as jest.Mock[]) go.mockResolvedValue(undefined);
  (Taro.getCurrentPages as jest.Mock).mockReturnValue([{}]);
  session.set({ phase: 'in', user: { id: 'u1', nickname: '阿楠', guest: true, showOnInvites: false, locale: 'zh', createdAt: '' } });
  takePai(aPai());
});

it('nothing kept yet says how something gets here', async () => {
  cloud.listFacts.mockResolvedValue({ facts: [], max: 200 });
  await show();
  expect(screen.getByText('还没有记住什么')).toBeTruthy();
  expect(screen.queryByText('忘掉关于我的')).toBeNull();
});

it('a fact shows whom it is about, who wrote it and leads to its words; a stale one says so', async () => {
  cloud.listFacts.mockResolvedValue({ facts: [fact({ seq: 7, about: { id: 'u3', name: '外婆' }, stale: true })], max: 200 });
  await show();
  expect(screen.getByText('关于外婆')).toBeTruthy();
  expect(screen.getByText(/^林静写的/)).toBeTruthy();
  expect(screen.getByText('原话改过，先不用')).toBeTruthy();
  await press(screen.getByText('看原话'));
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/room/index?id=pai1&seq=7' });
});

it('a member changes only what is theirs; an admin everything', async () => {
  cloud.listFacts.mockResolvedValue({ facts: [fact(), fact({ id: 'f2', text: '我带伞', mine: true })], max: 200 });
  await show();
  expect(screen.queryByLabelText('改这一条 外婆不吃辣')).toBeNull();
  expect(screen.getByLabelText('改这一条 我带伞')).toBeTruthy();
  act(() => void takePai(aPai({}, { role: 'admin' })));
  expect(screen.getByLabelText('忘掉这一条 外婆不吃辣')).toBeTruthy();
});

it('a private thing is refused with the reason, and what was written stays', async () => {
  cloud.listFacts.mockResolvedValue({ facts: [], max: 200 });
  cloud.addFact.mockRejectedValue(new ApiError('memory/private-health', '病情和身体状况不让它记'));
  await show();
  await press(screen.getByText('写一条'));
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '外婆血压高' } });
  await press(screen.getByText('保存'));
  expect(cloud.addFact).toHaveBeenCalledWith('pai1', '外婆血压高');
  expect(screen.getByText('病情和身体状况不让它记')).toBeTruthy();
  expect((screen.getByRole('textbox') as HTMLTextAreaElement).value).toBe('外婆血压高');
});

it('forgetting what it knows of me asks first', async () => {
  cloud.listFacts.mockResolvedValueOnce({ facts: [fact({ mine: true })], max: 200 }).mockResolvedValue({ facts: [], max: 200 });
  cloud.forgetMe.mockResolvedValue({ forgotten: 1 });
  await show();
  await press(screen.getByText('忘掉关于我的'));
  expect(cloud.forgetMe).not.toHaveBeenCalled();
  await press(screen.getByText('忘掉'));
  expect(cloud.forgetMe).toHaveBeenCalledWith('pai1');
  expect(screen.getByText('忘掉了 1 条')).toBeTruthy();
  expect(screen.getByText('还没有记住什么')).toBeTruthy();
});

describe('told once what the AI reads', () => {
  const tell = (model: { offline: boolean; name: string }, mine = {}, mode: 'called' | 'off' = 'called'): void => {
    client.set({ model } as never);
    const pai = takePai(aPai({ assistants: [{ id: 'ai1', name: '小派', emoji: '', mode, skills: [] }] }, mine));
    render(<Consent pai={pai} />);
  };

  it('names the provider, and keeps the choice', async () => {
    cloud.patchMine.mockImplementation(async (_paiId, change) => ({ pai: aPai({}, { aiMayRead: change.aiMayRead ?? true, consentAt: '2026-11-20T10:00:00.000Z' }) }));
    tell({ offline: false, name: '某某大模型' });
    expect(screen.getByText(/由「某某大模型」处理/)).toBeTruthy();
    await press(screen.getByText('不让它读我'));
    expect(cloud.patchMine).toHaveBeenCalledWith('pai1', { aiMayRead: false });
    expect(findPai('pai1')?.mine.aiMayRead).toBe(false);
    expect(screen.queryByText('不让它读我')).toBeNull();
  });

  it('comes again when the cloud did not hear it', async () => {
    cloud.patchMine.mockRejectedValue(new ApiError('client/offline', '网络不通'));
    tell({ offline: true, name: 'local' });
    expect(screen.getByText(/只由本机引擎处理/)).toBeTruthy();
    await press(screen.getByText('好'));
    expect(cloud.patchMine).toHaveBeenCalledWith('pai1', { consent: true });
    expect(screen.getByText('好')).toBeTruthy();
  });

  it.each([
    ['it was told before', { consentAt: '2026-11-20T10:00:00.000Z' }, 'called'],
    ['the AI is off', {}, 'off'],
  ] as const)('is not told when %s', (_, mine, mode) => {
    tell({ offline: true, name: 'local' }, mine, mode);
    expect(screen.queryByText('好')).toBeNull();
  });
});
