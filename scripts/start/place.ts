import { SetupError } from '../setupError';
import { dataFolder, lockData } from '../stores';
import { freePort, isPortFree } from '../stores/port';
import type { Ending } from './ending';
import { checkSettings, keptSecrets, readDotEnv } from './settings';

/** Where a service runs: its data folder, which nobody else has, and its port. */
export interface Place {
  dataDir: string;
  host: string;
  port: number;
  secrets: Record<string, string>;
  /** What a second starter on the same folder is told. */
  note(text: string): void;
}

/** Takes the data folder and the port. Throws SetupError when somebody else has them. */
export async function takePlace(ending: Ending): Promise<Place> {
  if (process.platform === 'win32') throw new SetupError('A POSIX shell is needed.', ['run it inside WSL (wsl --install)']);
  readDotEnv();
  const { port, host } = checkSettings(process.env);
  const dataDir = dataFolder();
  const lock = lockData(dataDir);
  ending.add(lock.release);
  const place = { dataDir, host, port: port || (await freePort()), secrets: keptSecrets(dataDir), note: lock.note };
  await requirePort(place);
  return place;
}

/** Throws SetupError when the port is taken. */
export async function requirePort({ port, host }: Pick<Place, 'port' | 'host'>): Promise<void> {
  if (await isPortFree(port, host)) return;
  throw new SetupError(`Port ${port} is taken by another program.`, [`use another one: PORT=${port + 1} npm start`, 'or stop the program that has it']);
}

/** The settings of the service: yours first, then the kept secrets, with the stores in use. */
export function cloudEnv({ dataDir, port, secrets }: Place, stores: { MONGODB_URI: string; REDIS_URL: string }): NodeJS.ProcessEnv {
  const given = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''));
  return { NODE_ENV: 'production', ...secrets, ...given, ...stores, PORT: String(port), DATA_DIR: dataDir };
}

export function sayReady(lines: readonly (readonly [string, string])[]): void {
  console.log(`\n${lines.map(([what, where]) => `  ${what.padEnd(10)} ${where}`).join('\n')}\n  Ctrl-C ends everything.\n`);
}
