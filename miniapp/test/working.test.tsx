import Taro from '@tarojs/taro';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { RUN_REASONS } from '@shared/domain/runReason';
import type { ServerEvent } from '@shared/wire/event';
import type { Run } from '@shared/wire/run';
import { Receipt } from '@/features/message/Receipt';
import { RoomProvider, type RoomView } from '@/features/message/RoomContext';
import { Working } from '@/features/message/Working';
import { grown } from '@/features/message/runs';
import { roomT } from '@/features/message/words';
import * as api from '@/transport/api';
import { hear } from './support/line';
import { aMessage } from './support/message';
import { aPai } from './support/pai';

jest.mock('@/transport/socket', () => jest.requireActual<{ socket: object }>('./support/line').socket);
jest.mock('@/transport/api');
const cloud = api as jest.Mocked<typeof api>;

const ROLES = [
  { id: 'ai1', name: '小派', emoji: '', mode: 'called' as const, skills: [] },
  { id: 'ai2', name: '行程管家', emoji: '🧳', mode: 'called' as const, skills: [] },
];

const view = (me: string, role: 'owner' | 'member' = 'member', hideAi = false): RoomView =>
  ({
    pai: aPai({ assistants: ROLES }, { role, hideAi }),
    me,
    elder: false,
    t: Object.assign(roomT, { locale: 'zh' as const }),
    members: new Map([['u1', { id: 'u1', name: '妈妈' }], ['u2', { id: 'u2', name: '阿楠' }]]),
    named: [],
    find: () => undefined,
    jump: jest.fn(),
  }) as unknown as RoomView;

const happen = (...events: ServerEvent[]): void => act(() => hear({ type: 'events', paiId: 'pai1', at: '2026-11-20T01:00:00.000Z', events }));
const changed = (runId: string, state: Run['state'], askers = ['u1'], roleId = 'ai1'): ServerEvent => ({ type: 'run.changed', paiId: 'pai1', runId, roleId, kind: 'answer', state, askers });
const delta = (runId: string, from: number, text: string, askers = ['u1'], roleId = 'ai1'): ServerEvent => ({ type: 'run.delta', paiId: 'pai1', runId, roleId, askers, from, text });

let runs = 0;
/** A run of its own: runs are remembered across tests. */
const newRun = (): string => `run${++runs}`;

function show(room: RoomView): void {
  render(
    <RoomProvider value={room}>
      <Working />
    </RoomProvider>,
  );
}

const aRun = (over: Partial<Run>): Run => ({ id: 'r', paiId: 'pai1', kind: 'answer', role: { id: 'ai1', name: '小派' }, state: 'done', reason: 'mentioned', askers: [{ id: 'u1', name: '妈妈', seq: 3 }], createdAt: '2026-11-20T01:00:00.000Z', mayStop: false, ...over });

beforeEach(() => jest.resetAllMocks());

describe('what a delta does to the text', () => {
  it.each([
    ['begins it', '', 0, '周日', '周日'],
    ['goes on', '周日', 2, '九点', '周日九点'],
    ['takes a sentence back', '周日九点。一共十块', 5, '', '周日九点。'],
    ['brings the whole text', '周日', 0, '周日九点开', '周日九点开'],
    ['is let go when the one before it was lost', '周', 4, '开门', '周'],
  ])('%s', (_, text, from, added, after) => expect(grown(text, { from, text: added })).toBe(after));
});

describe('an AI role at work', () => {
  it('says for whom, then shows what it writes, then gives way to the message', () => {
    const id = newRun();
    show(view('u1'));
    happen(changed(id, 'queued', ['u1', 'u2']));
    expect(screen.getByText('小派 一起答妈妈、阿楠')).toBeTruthy();
    happen(delta(id, 0, '妈妈：周日九点', ['u1', 'u2']), delta(id, 7, '开门。', ['u1', 'u2']));
    expect(screen.getByText('妈妈：周日九点开门。')).toBeTruthy();
    expect(screen.getByText('一起答妈妈、阿楠')).toBeTruthy();
    expect(screen.getByText('AI 生成')).toBeTruthy();
    happen({ type: 'message.created', message: aMessage(9, { paiId: 'pai1', runId: id, sender: { id: 'ai1', name: '小派', kind: 'ai' } }) });
    expect(screen.queryByText('一起答妈妈、阿楠')).toBeNull();
  });

  it('is stopped by who asked and by the owner, not by others', async () => {
    const id = newRun();
    cloud.stopRun.mockResolvedValue({ run: aRun({}) });
    show(view('u2'));
    happen(changed(id, 'running'), delta(id, 0, '周日'));
    expect(screen.queryByText('停')).toBeNull();
    cleanup();
    show(view('u2', 'owner'));
    await act(async () => {
      fireEvent.click(screen.getByText('停'));
    });
    expect(cloud.stopRun).toHaveBeenCalledWith(id);
    happen(changed(id, 'done'));
  });

  it('of several each has its name and sign', () => {
    const [one, two] = [newRun(), newRun()];
    show(view('u2'));
    happen(changed(one, 'running'), changed(two, 'running', ['u2'], 'ai2'), delta(two, 0, '八点出发', ['u2'], 'ai2'));
    expect(screen.getByText('小派 在想怎么答妈妈')).toBeTruthy();
    expect(screen.getByText('行程管家')).toBeTruthy();
    expect(screen.getByText('🧳')).toBeTruthy();
    happen(changed(one, 'done'), changed(two, 'done'));
  });

  it('that ends without an answer says why, to who asked alone', async () => {
    const id = newRun();
    cloud.getRun.mockResolvedValue({ run: aRun({ state: 'withheld', reason: 'stopped' }) });
    show(view('u1'));
    await act(async () => happen(changed(id, 'running'), changed(id, 'withheld')));
    expect(screen.getByText('已经停下，什么也没发出来')).toBeTruthy();
    cleanup();
    show(view('u2'));
    expect(screen.queryByText('已经停下，什么也没发出来')).toBeNull();
    expect(cloud.getRun).toHaveBeenCalledTimes(1);
  });

  it('is not shown to who hides it', () => {
    show(view('u1', 'member', true));
    happen(changed(newRun(), 'running'));
    expect(screen.queryByText(/在想怎么答/)).toBeNull();
  });
});

describe('a receipt', () => {
  async function receiptOf(run: Run): Promise<string> {
    cloud.getRun.mockResolvedValue({ run });
    const { container } = render(
      <RoomProvider value={view('u1')}>
        <Receipt message={aMessage(9, { runId: 'r', sender: { id: 'ai1', name: '小派', kind: 'ai' } })} onClose={jest.fn()} onReport={jest.fn()} onRecall={jest.fn()} />
      </RoomProvider>,
    );
    await act(async () => undefined);
    return container.textContent ?? '';
  }

  it('says what it is, who asked, the rule, what was read and what it cost', async () => {
    const text = await receiptOf(aRun({ read: { fromSeq: 1, toSeq: 30, count: 24, leftOut: 3 }, model: 'some-model', tokens: { input: 1200, output: 80 }, cost: { amount: 0.003, currency: 'CNY' }, tookMs: 1900, dropped: 1 }));
    for (const said of ['小派的回答', '妈妈 @小派', '叫了它，任何时候都答', '24 条消息', '另有 3 条', '有 1 句对不上原文', 'some-model', '¥0.0030 · 用时 1.9 秒', '读 1200、写 80']) expect(text).toContain(said);
  });

  it('[A9] of what was said of challenges names each line and the check-ins it rests on, and leads to the challenge', async () => {
    const ledger = [
      { challengeId: 'c1', text: '小满的「晨跑」连续第 3 天了。', entryIds: ['c1-1', 'c1-2', 'c1-3'] },
      { challengeId: 'c2', text: '「早读」今天还没有人打，今天之内都算。', entryIds: [] },
      { challengeId: 'c1', text: '· 小满打了 1 天', entryIds: ['c1-1'] },
    ];
    const text = await receiptOf(aRun({ kind: 'challenge', reason: 'cheered', askers: [], ledger }));
    for (const said of ['小派说打卡', '连续第 3 天了。照着账本里的 3 条打卡说的', '账本里那时还没有打卡 · 点开看小满打了 1 天']) expect(text).toContain(said);
    fireEvent.click(screen.getByText(/还没有人打/));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/challenge/index?id=pai1&c=c2' });
  });

  it.each([
    [{ reason: 'named' }, '妈妈叫了小派的名字'],
    [{ reason: 'open-ask' }, '没人叫它，但这件事它能帮上'],
    [{ reason: 'follow-up' }, '接着它刚才的回答问的'],
    [{ kind: 'digest' as const, reason: 'digest', askers: [] }, '小派定时写的回顾'],
    [{ state: 'refused' as const, reason: 'budget', model: '' }, '今天的用量用完了'],
    [{ state: 'failed' as const, reason: 'mentioned', model: '' }, '试了几次都没答成'],
    [{ state: 'withheld' as const, reason: 'stopped', stoppedBy: { id: 'u2', name: '阿楠' } }, '阿楠'],
    [{ model: 'engine', tookMs: 300, tokens: { input: 9, output: 9 } }, '没有用模型，不花钱'],
  ])('has words for %j', async (over, said) => expect(await receiptOf(aRun(over as Partial<Run>))).toContain(said));

  it('shows no word of the code for any reason there is', async () => {
    for (const reason of RUN_REASONS) {
      cleanup();
      expect(await receiptOf(aRun({ reason }))).not.toMatch(/room\.|[a-z]+-[a-z]+/);
    }
  });
});
