import Taro, { useRouter } from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { SearchHit } from '@shared/wire/message';
import { takePai } from '@/features/pai/store';
import { searchMessages } from '@/transport/api';
import { ApiError } from '@/transport/errors';
import SearchPage from '../src/pages/search';
import { aiSender, aMessage } from './support/message';
import { aPai } from './support/pai';

jest.mock('@/transport/api', () => ({ ...jest.requireActual<object>('@/transport/api'), searchMessages: jest.fn() }));

const asked = searchMessages as jest.MockedFunction<typeof searchMessages>;
const hit = (seq: number, text: string, spans: [number, number][], over = {}): SearchHit => ({ message: aMessage(seq, { text, ...over }), paiName: '秋天去杭州', paiEmoji: '🍁', spans });
const type = async (text: string): Promise<void> => {
  fireEvent.change(screen.getByRole('textbox'), { target: { value: text } });
  await act(() => jest.advanceTimersByTimeAsync(400));
};

beforeEach(() => {
  jest.useFakeTimers();
  asked.mockReset();
  (useRouter as jest.Mock).mockReturnValue({ params: {} });
  takePai(aPai());
});
afterEach(() => jest.useRealTimers());

it('looks once the typing pauses, sets off what was found, and opens the conversation there', async () => {
  asked.mockResolvedValue({ hits: [hit(7, '高铁还有票', [[0, 2]])] });
  render(<SearchPage />);
  expect(screen.getByText('搜说过的话')).toBeTruthy();
  fireEvent.change(screen.getByRole('textbox'), { target: { value: '高' } });
  await type(' 高铁 ');
  expect(asked).toHaveBeenCalledTimes(1);
  expect(asked).toHaveBeenCalledWith({ q: '高铁', limit: 20 });
  expect(screen.getByText('高铁').className).toBe('hit');
  fireEvent.click(screen.getByText('还有票'));
  expect(Taro.navigateTo).toHaveBeenLastCalledWith({ url: '/pages/room/index?id=pai1&seq=7' });
});

it('keeps what only shares words apart from what was found', async () => {
  asked.mockResolvedValue({ hits: [hit(1, '江边有雾', [])] });
  render(<SearchPage />);
  await type('没有这样的话');
  expect(screen.getByText('没搜到「没有这样的话」')).toBeTruthy();
  expect(screen.getByText('可能有关')).toBeTruthy();
});

it('an answer to earlier words does not replace a later one', async () => {
  const answers: ((reply: { hits: SearchHit[] }) => void)[] = [];
  asked.mockImplementation(() => new Promise((resolve) => answers.push(resolve)));
  render(<SearchPage />);
  await type('高铁');
  await type('民宿');
  await act(async () => answers[1]?.({ hits: [hit(2, '民宿很好', [[0, 2]])] }));
  await act(async () => answers[0]?.({ hits: [hit(1, '高铁有票', [[0, 2]])] }));
  expect(screen.getByText('民宿')).toBeTruthy();
  expect(screen.queryByText('高铁')).toBeNull();
});

it('searches one pai only when opened from it, and not what the AI said where it is hidden', async () => {
  (useRouter as jest.Mock).mockReturnValue({ params: { id: 'pai1' } });
  takePai(aPai({}, { hideAi: true }));
  asked.mockResolvedValue({ hits: [hit(3, '周六去', [[0, 2]]), hit(4, '周六七点', [[0, 2]], { sender: aiSender })] });
  render(<SearchPage />);
  await type('周六');
  expect(asked).toHaveBeenCalledWith({ q: '周六', limit: 20, paiId: 'pai1' });
  expect(screen.getByText('去')).toBeTruthy();
  expect(screen.queryByText('七点')).toBeNull();
});

it('a search that did not work says why and can be tried again', async () => {
  asked.mockRejectedValueOnce(new ApiError('client/offline', '网络不通，连上再试'));
  asked.mockResolvedValueOnce({ hits: [hit(1, '杭州', [[0, 2]])] });
  render(<SearchPage />);
  await type('杭州');
  expect(screen.getByText('网络不通，连上再试')).toBeTruthy();
  await act(async () => {
    fireEvent.click(screen.getByText('再试一次'));
  });
  expect(screen.queryByText('没搜成')).toBeNull();
  expect(asked).toHaveBeenCalledTimes(2);
});

it('asks for earlier ones from where the last page ended', async () => {
  asked.mockResolvedValue({ hits: Array.from({ length: 20 }, (_, i) => hit(40 - i, '票', [[0, 1]])) });
  render(<SearchPage />);
  await type('票');
  await act(async () => {
    fireEvent.click(screen.getByText('更早的'));
  });
  expect(asked).toHaveBeenLastCalledWith({ q: '票', limit: 20, before: aMessage(21).sentAt });
});
