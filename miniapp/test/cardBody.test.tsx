import Taro from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { Card } from '@shared/wire/card';
import type { Message } from '@shared/wire/message';
import { CardBody } from '@/features/card/CardBody';
import { RoomProvider, type RoomView } from '@/features/message/RoomContext';
import { roomT } from '@/features/message/words';
import * as api from '@/transport/api';
import { ApiError } from '@/transport/errors';
import { aMessage } from './support/message';
import { aPai } from './support/pai';

jest.mock('@/transport/api');
const cloud = api as jest.Mocked<typeof api>;

const poll = (over: Partial<Card> = {}): Card => ({
  id: 'card1',
  act: { act: 'poll', poll: { question: '哪天去？', options: ['周六', '周日'], many: false } },
  rows: [
    { field: 'question', value: '哪天去？', seq: 4 },
    { field: 'options', value: '周六\n周日', seq: 4 },
  ],
  state: 'open',
  mayConfirm: ['u1'],
  expiresAt: new Date(Date.now() + 3600_000).toISOString(),
  ...over,
});
const reminder = (over: Partial<Card> = {}): Card => poll({ act: { act: 'reminder', reminder: { text: '带伞', at: '2030-01-01T00:00:00.000Z', zone: 'Asia/Shanghai', rrule: 'FREQ=DAILY' } }, ...over });
const confirmed = { state: 'confirmed', by: { id: 'u1', name: '小满' } } as const;

const view = (role: 'owner' | 'member' = 'member', over: Partial<RoomView> = {}): RoomView =>
  ({
    pai: aPai({}, { role }),
    me: 'u1',
    elder: false,
    t: Object.assign(roomT, { locale: 'zh' as const }),
    members: new Map([['u1', { id: 'u1', name: '小满' }], ['u2', { id: 'u2', name: '阿楠' }]]),
    named: [],
    find: (seq: number) => (seq === 4 ? aMessage(4, { sender: { id: 'u2', name: '阿楠', kind: 'user' } }) : undefined),
    jump: jest.fn(),
    ...over,
  }) as unknown as RoomView;

function show(card: Card, room = view()): Message {
  const message = aMessage(9, { card });
  render(
    <RoomProvider value={room}>
      <CardBody message={message} card={card} />
    </RoomProvider>,
  );
  return message;
}

const press = (element: HTMLElement): Promise<void> =>
  act(async () => {
    fireEvent.click(element);
  });

beforeEach(() => {
  jest.resetAllMocks();
  (Taro.navigateTo as jest.Mock).mockResolvedValue(undefined);
  for (const call of [cloud.actOnCard, cloud.voteOnCard]) call.mockResolvedValue({ message: aMessage(9) });
});

describe('an open card', () => {
  it('shows what was understood and whose words it comes from', async () => {
    const room = view();
    show(poll(), room);
    expect(screen.getByText('周六、周日')).toBeTruthy();
    expect(screen.getByText('从阿楠的话里看出来的')).toBeTruthy();
    await press(screen.getByLabelText('看原话'));
    expect(room.jump).toHaveBeenCalledWith(4);
  });

  it('is confirmed, changed or dismissed by who may', async () => {
    show(poll());
    await press(screen.getByText('发起'));
    expect(cloud.actOnCard).toHaveBeenCalledWith('pai1', 9, 'confirm');
    await press(screen.getByText('改一改'));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/pages/card/index?id=pai1&seq=9' });
    await press(screen.getByLabelText('不用了'));
    expect(cloud.actOnCard).toHaveBeenLastCalledWith('pai1', 9, 'dismiss');
  });

  it('offers nothing to others, and says who may', () => {
    show(poll({ mayConfirm: ['u2'] }));
    expect(screen.queryByText('发起')).toBeNull();
    expect(screen.getByText('阿楠、派主和管理员可以确认')).toBeTruthy();
  });

  it('says why when the cloud refuses, and can be pressed again', async () => {
    cloud.actOnCard.mockRejectedValueOnce(new ApiError('card/time-past', '这个时间已经过了，换一个'));
    show(reminder());
    await press(screen.getByText('设好'));
    await press(screen.getByText('设好'));
    expect(cloud.actOnCard).toHaveBeenCalledTimes(2);
  });
});

describe('a running poll', () => {
  it('takes my vote at once, another one in its place, and none', async () => {
    show(poll({ ...confirmed, votes: [['u2'], []] }));
    await press(screen.getByLabelText('周日，0 票'));
    expect(cloud.voteOnCard).toHaveBeenLastCalledWith('pai1', 9, [1]);
    await press(screen.getByLabelText('周六，1 票'));
    expect(cloud.voteOnCard).toHaveBeenLastCalledWith('pai1', 9, [0]);
  });

  it('shows my vote before the cloud has answered', async () => {
    cloud.voteOnCard.mockReturnValue(new Promise(() => undefined));
    show(poll({ ...confirmed, votes: [[], []] }));
    await press(screen.getByLabelText('周六，0 票'));
    expect(screen.getByLabelText('周六，1 票，你投了')).toBeTruthy();
  });

  it('tells who voted, when asked', async () => {
    show(poll({ ...confirmed, votes: [['u2'], ['u1']] }));
    expect(screen.queryByText('阿楠')).toBeNull();
    await press(screen.getByText('看谁投了'));
    expect([screen.getByText('阿楠'), screen.getByText('小满')]).toHaveLength(2);
  });

  it('closed, it takes no votes', async () => {
    show(poll({ ...confirmed, votes: [['u2'], []], closed: true }));
    await press(screen.getByLabelText('周日，0 票'));
    expect(cloud.voteOnCard).not.toHaveBeenCalled();
    expect(screen.getByText(/投票结束了/)).toBeTruthy();
    expect(screen.queryByText('结束投票')).toBeNull();
  });
});

describe('a reminder that is set', () => {
  it('counts the five minutes down, then only ends', () => {
    jest.useFakeTimers();
    show(reminder({ ...confirmed, nextAt: '2030-01-01T00:00:00.000Z', undoUntil: new Date(Date.now() + 62_000).toISOString() }));
    expect(screen.getByText('撤销 1:02')).toBeTruthy();
    expect(screen.queryByText('取消提醒')).toBeNull();
    act(() => void jest.advanceTimersByTime(2000));
    expect(screen.getByText('撤销 1:00')).toBeTruthy();
    act(() => void jest.advanceTimersByTime(61_000));
    expect(screen.queryByText(/^撤销/)).toBeNull();
    expect(screen.getByText('取消提醒')).toBeTruthy();
    jest.useRealTimers();
  });

  it('has spoken and offers nothing any more', () => {
    show(reminder(confirmed));
    expect(screen.getByText(/已经提醒过了/)).toBeTruthy();
    expect(screen.queryByText('取消提醒')).toBeNull();
  });
});

it.each([
  ['dismissed', '没采用：投票「哪天去？」'],
  ['expired', '过了两天没人确认：投票「哪天去？」'],
  ['undone', '撤销了：投票「哪天去？」'],
] as const)('%s, it is one quiet line', (state, text) => {
  show(poll({ state }));
  expect(screen.getByText(text)).toBeTruthy();
  expect(screen.queryByText('发起')).toBeNull();
});

describe('a card of one’s own check-ins', () => {
  const pause = (over: Partial<Card> = {}, mine = 'u1'): Card =>
    poll({
      act: { act: 'checkinPause', pause: { memberId: mine, challenges: [{ id: 'c1', title: '晨跑' }], from: '2030-01-01', until: '2030-01-03' } },
      rows: [{ field: 'title', value: '晨跑', seq: 4 }, { field: 'pause', value: '2030-01-01/2030-01-03' }],
      mayConfirm: [mine],
      ...over,
    });

  it('shows its exact days, and is confirmed or left alone, not changed', async () => {
    show(pause());
    expect(screen.getByText('2030 年 1 月 1 日 到 2030 年 1 月 3 日')).toBeTruthy();
    expect([screen.getByText('从阿楠的话里看出来的'), screen.queryByText('改一改'), screen.queryByText(/不对就改/)]).toEqual([expect.anything(), null, null]);
    await press(screen.getByText('请假', { selector: '.btn *' }));
    expect(cloud.actOnCard).toHaveBeenCalledWith('pai1', 9, 'confirm');
  });

  it('says that one is away, or reminded no more', () => {
    show(pause(confirmed));
    expect(screen.getByText('请假：2030 年 1 月 1 日 到 2030 年 1 月 3 日')).toBeTruthy();
    show(poll({ ...confirmed, act: { act: 'checkinReminder', reminder: { memberId: 'u1', challenges: [{ id: 'c1', title: '晨跑' }], at: null } }, rows: [{ field: 'title', value: '晨跑' }, { field: 'clock', value: '' }] }));
    expect(screen.getByText('不再提醒')).toBeTruthy();
  });

  it('is not the owner’s to confirm', () => {
    show(pause({}, 'u2'), view('owner'));
    expect(screen.getByText('只有阿楠自己可以确认')).toBeTruthy();
  });

  it('says when it reminds, and leads to the challenge', async () => {
    show(poll({ ...confirmed, act: { act: 'checkinReminder', reminder: { memberId: 'u1', challenges: [{ id: 'c1', title: '晨跑' }], at: '07:00' } }, rows: [{ field: 'title', value: '晨跑' }, { field: 'clock', value: '07:00' }] }));
    expect(screen.getByText('每天 07:00 提醒')).toBeTruthy();
    await press(screen.getByText('看打卡'));
    expect(Taro.navigateTo).toHaveBeenCalledWith({ url: expect.stringContaining('c=c1') as string });
  });
});
