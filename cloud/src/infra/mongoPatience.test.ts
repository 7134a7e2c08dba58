import { bound, StoreSilentError } from './mongoPatience';
import { storeUnreachable } from './mongo';

class Store {
  answer(value: number): Promise<number> {
    return Promise.resolve(value);
  }
  silent(): Promise<never> {
    return new Promise(() => undefined);
  }
  fail(): Promise<never> {
    return Promise.reject(new Error('no'));
  }
}
bound(Store.prototype, ['answer', 'silent', 'fail'], 20);

it('what is answered or refused goes through', async () => {
  expect(await new Store().answer(3)).toBe(3);
  await expect(new Store().fail()).rejects.toThrow('no');
});

it('what is never answered counts as an unreachable store', async () => {
  const error = await new Store().silent().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(StoreSilentError);
  expect(storeUnreachable(error)).toBe(true);
});
