import { isOverCap } from './aiCap';

describe('the cap of an AI role', () => {
  it.each([
    [{ messages: 1, share: 0.5 }, 10, false],
    [{ messages: 3, share: 0.5 }, 10, false],
    [{ messages: 4, share: 0.11 }, 10, true],
    [{ messages: 4, share: 0.1 }, 10, false],
    [{ messages: 1, share: 0.02 }, 2, false],
    [{ messages: 1, share: 0.021 }, 2, true],
    [{ messages: 9, share: 0.9 }, 30, false],
    [{ messages: 10, share: 0.9 }, 30, true],
  ])('%j of %i %%: %s', (own, cap, over) => expect(isOverCap(own, cap)).toBe(over));
});
