import { HANGZHOU } from '../places/hangzhou';
import { makePlan } from './work';

const input = { city: '杭州', days: 4, members: [1, 2, 3, 4, 5, 6].map((n) => ({ id: `m${n}`, constraints: [] })), pois: HANGZHOU };

describe('[I4] searching', () => {
  it('leaves the event loop free', async () => {
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    const answer = await makePlan(input);
    clearInterval(timer);
    expect(answer.days).toHaveLength(4);
    // A search in this thread would let it turn before and after, and never in between.
    expect(turns).toBeGreaterThan(5);
  });

  it('ends when it is told to', async () => {
    const ending = new AbortController();
    const planning = makePlan(input, ending.signal);
    ending.abort();
    await expect(planning).rejects.toThrow('ended');
  });
});
