import { setTimeout as sleep } from 'node:timers/promises';
import { since } from '../runScript';
import type { Store } from '../stores';
import { startMongo, startRedis } from '../stores';
import type { Ending } from './ending';
import type { Step } from './step';

const TRIES = 5;

/** Brings both stores up and keeps those that are ours up: one that dies is started again while the service waits for it. */
export async function bringStoresUp(dataDir: string, step: Step, ending: Ending): Promise<{ mongo: Store; redis: Store }> {
  const up = async (name: string, start: typeof startMongo): Promise<Store> => {
    const began = Date.now();
    const store = await start({ dataDir, say: (line) => step(name, line) });
    ending.add(() => store.stop());
    keepUp(name, store, step, ending);
    step(name, store.source, since(began));
    return store;
  };
  const [mongo, redis] = await Promise.all([up('MongoDB', startMongo), up('Redis', startRedis)]);
  return { mongo, redis };
}

function keepUp(name: string, store: Store, step: Step, ending: Ending): void {
  store.own?.onCrash(() => void restart(name, store, step, ending));
}

async function restart(name: string, store: Store, step: Step, ending: Ending): Promise<void> {
  for (let attempt = 1; !ending.hasBegun; attempt++) {
    step(name, 'has died; starting it again');
    try {
      await store.own?.restart();
      return step(name, 'is back');
    } catch (error) {
      if (attempt < TRIES) await sleep(1000 * attempt);
      else {
        step(name, `does not start again: ${(error as Error).message}`);
        return void ending.end(1);
      }
    }
  }
}
