import v8 from 'node:v8';
import vm from 'node:vm';
import { bounded } from './bounded';

v8.setFlagsFromString('--expose_gc');
const collect = vm.runInNewContext('gc') as () => void;

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

it('ends after its time, whatever is collected meanwhile', async () => {
  const { signal } = bounded(new AbortController().signal, 100);
  await sleep(10);
  collect();
  await sleep(150);
  expect(signal.aborted).toBe(true);
  expect((signal.reason as Error).name).toBe('TimeoutError');
});

it('ends with the other signal and its reason, also one that has ended', () => {
  const caller = new AbortController();
  const { signal } = bounded(caller.signal, 1000);
  caller.abort(new Error('left'));
  expect((signal.reason as Error).message).toBe('left');
  expect(bounded(caller.signal, 1000).signal.aborted).toBe(true);
});

it('does not end any more once released', async () => {
  const caller = new AbortController();
  const { signal, release } = bounded(caller.signal, 20);
  release();
  caller.abort();
  await sleep(40);
  expect(signal.aborted).toBe(false);
});
