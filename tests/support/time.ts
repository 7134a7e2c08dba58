import { setClock } from '../../cloud/src/infra/clock';

export const DAY_MS = 24 * 3600_000;
export const MINUTE_MS = 60_000;

/** Lets the service's time stand `ms` from now while `work` runs. */
export async function at<T>(ms: number, work: () => Promise<T>): Promise<T> {
  const moment = Date.now() + ms;
  setClock(() => moment);
  try {
    return await work();
  } finally {
    setClock();
  }
}
