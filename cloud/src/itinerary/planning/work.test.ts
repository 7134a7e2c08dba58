import { HANGZHOU } from '../places/hangzhou';
import { makePlan } from './work';

const input = { city: '杭州', days: 4, members: [1, 2, 3, 4, 5, 6].map((n) => ({ id: `m${n}`, constraints: [] })), pois: HANGZHOU };

describe('[I4] searching', () => {
  it('keeps the event loop waiting for less than 50 ms', async () => {
    await makePlan(input);
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      const at = performance.now();
      longest = Math.max(longest, at - last);
      last = at;
    }, 5);
    const answer = await makePlan(input);
    clearInterval(timer);
    expect(answer.days).toHaveLength(4);
    expect(longest).toBeLessThan(50);
  });

  it('ends when it is told to', async () => {
    const ending = new AbortController();
    const planning = makePlan(input, ending.signal);
    ending.abort();
    await expect(planning).rejects.toThrow('ended');
  });
});
