import { act, fireEvent, render, screen } from '@testing-library/react';
import type { Recap } from '@shared/wire/recap';
import type { Run } from '@shared/wire/run';
import { RecapSheet } from '@/features/recap/RecapSheet';
import { RoomProvider, type RoomView } from '@/features/message/RoomContext';
import * as api from '@/transport/api';
import { ApiError } from '@/transport/errors';
import { aPai } from './support/pai';

jest.mock('@/transport/api');
const cloud = api as jest.Mocked<typeof api>;

const RECAP: Recap = {
  topics: [{ title: '怎么走', from: 4, to: 40, count: 36, sentences: [{ text: '爸爸买了高铁票', cites: [7] }, { text: '外婆也要坐船', cites: [9], stale: true }] }],
  decisions: [{ text: '7:40 集合', cites: [12, 13] }],
  todos: [{ text: '带老年卡', cites: [15], owner: { name: '外婆' }, due: '周五前' }],
  questions: [{ text: '要不要预约？', cites: [20] }],
  fromSeq: 4,
  toSeq: 40,
  messages: 36,
  leftOut: 0,
  gone: 0,
  model: 'm',
  fallback: false,
  madeAt: '2026-07-25T13:00:00Z',
};

const run = (over: Partial<Run>): Run => ({ id: 'r1', paiId: 'pai1', kind: 'recap', role: { id: 'ai1', name: '小派' }, state: 'queued', reason: 'asked-for', askers: [], createdAt: '', mayStop: true, ...over });
const ended = (recap: Partial<Recap> = {}): { run: Run } => ({ run: run({ state: 'done', endedAt: '2026-07-25T13:00:00Z', mayStop: false, recap: { ...RECAP, ...recap } }) });

const jump = jest.fn();
const onClose = jest.fn();
const onHalf = jest.fn();
const later = (ms: number): Promise<void> => act(() => jest.advanceTimersByTimeAsync(ms));

function open(isMissed = true): void {
  const view = { pai: aPai(), members: new Map(), find: () => undefined, jump } as unknown as RoomView;
  render(
    <RoomProvider value={view}>
      <RecapSheet from={4} isMissed={isMissed} onHalf={onHalf} onClose={onClose} />
    </RoomProvider>,
  );
}

beforeEach(() => {
  jest.resetAllMocks();
  jest.useFakeTimers();
  cloud.stopRun.mockResolvedValue({ run: run({ state: 'withheld' }) });
});
afterEach(() => jest.useRealTimers());

it('is ordered from the unread line for its reader alone, shows how far it is, then what was said', async () => {
  cloud.postRecap.mockResolvedValue({ run: run({}) });
  cloud.getRun.mockResolvedValueOnce({ run: run({ state: 'running', progress: { done: 40, total: 100 } }) }).mockResolvedValue(ended());
  open();
  expect(cloud.postRecap).toHaveBeenCalledWith('pai1', { from: 4 });
  await later(400);
  expect(screen.getByText('正在读 40%')).toBeTruthy();
  await later(400);
  for (const text of ['你错过的', '只有你看得到', 'AI 生成', '怎么走', '36 条', '爸爸买了高铁票', '原话改过', '定了', '7:40 集合', '要做的', '周五前', '外婆', '还没答案', '要不要预约？']) expect(screen.getAllByText(text, { exact: false }).length).toBeGreaterThan(0);
});

it('every sentence leads to its messages; the sheet drops to half', async () => {
  cloud.postRecap.mockResolvedValue(ended());
  open();
  await later(0);
  expect(screen.getAllByLabelText(/^来源 \d+$/)).toHaveLength(6);
  fireEvent.click(screen.getByLabelText('来源 3'));
  await later(100);
  expect(onHalf).toHaveBeenLastCalledWith(true);
  expect(jump).toHaveBeenCalledWith(12);
  fireEvent.click(screen.getByLabelText('回到回顾'));
  expect(onHalf).toHaveBeenLastCalledWith(false);
});

it('can be stopped, and tried again', async () => {
  cloud.postRecap.mockResolvedValue({ run: run({}) });
  cloud.getRun.mockResolvedValue({ run: run({ state: 'running' }) });
  open();
  await later(400);
  fireEvent.click(screen.getByText('停'));
  await later(0);
  expect(cloud.stopRun).toHaveBeenCalledWith('r1');
  expect(screen.getByText('停下了')).toBeTruthy();
  cloud.postRecap.mockResolvedValue(ended());
  fireEvent.click(screen.getByText('再试一次'));
  await later(0);
  expect(screen.getByText('怎么走')).toBeTruthy();
});

it('says why there is none', async () => {
  cloud.postRecap.mockRejectedValue(new ApiError('recap/off', 'AI 成员关着'));
  open();
  await later(0);
  expect(screen.getByText('AI 成员关着')).toBeTruthy();
});

it.each([
  [{ gone: 1 }, '1 句随原话撤了'],
  [{ leftOut: 3 }, '3 条没有读，写的人不让 AI 读'],
  [{ fallback: true }, '主模型没连上，由本地引擎整理'],
  [{ messages: 9 }, '一共 9 条，直接看更快'],
  [{ messages: 9, topics: [], decisions: [], todos: [], questions: [] }, '这一段没说什么'],
  [{ messages: 0, topics: [], decisions: [], todos: [], questions: [] }, '这一段没有消息'],
] as [Partial<Recap>, string][])('with %j it says so', async (over, text) => {
  cloud.postRecap.mockResolvedValue(ended(over));
  open();
  await later(0);
  expect(screen.getByText(text)).toBeTruthy();
});

it('leads to the first unread', async () => {
  cloud.postRecap.mockResolvedValue(ended());
  open();
  await later(0);
  fireEvent.click(screen.getByText('从第一条未读看起'));
  expect(onClose).toHaveBeenCalled();
  expect(jump).toHaveBeenCalledWith(4);
});

it('tells of another stretch when one is chosen', async () => {
  cloud.postRecap.mockResolvedValue(ended());
  open(false);
  await later(0);
  fireEvent.click(screen.getByText('一周'));
  await later(0);
  expect(cloud.postRecap).toHaveBeenLastCalledWith('pai1', { range: 'week' });
});

it('a question becomes a poll with the answers it names', async () => {
  cloud.postRecap.mockResolvedValue(ended({ questions: [{ text: '周六还是周日？', cites: [20] }] }));
  cloud.createCard.mockResolvedValue({} as never);
  open();
  await later(0);
  fireEvent.click(screen.getByLabelText(/周六还是周日？：/));
  fireEvent.click(screen.getByText('投票问问大家'));
  await later(0);
  expect(cloud.createCard).toHaveBeenCalledWith('pai1', expect.objectContaining({ seq: 20, act: { act: 'poll', poll: { question: '周六还是周日？', options: ['周六', '周日'] } } }));
});
