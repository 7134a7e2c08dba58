import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ConfigError, loadConfig } from '../../cloud/src/config';
import { SetupError } from '../setupError';

export const SECRETS_FILE = 'secrets.env';

/** Adds what a file .env in this folder says to the environment, which wins. */
export function readDotEnv(): void {
  if (fs.existsSync('.env')) process.loadEnvFile('.env');
}

const GENERATED = {
  AUTH_KEYS: () => `k1:${randomBytes(32).toString('base64url')}`,
  DATA_KEY: () => randomBytes(32).toString('hex'),
  CONSOLE_KEY: () => randomBytes(18).toString('base64url'),
};

/** Keys of this installation, made once and kept in the data folder, readable by its owner alone. */
export function keptSecrets(dataDir: string): Record<string, string> {
  const file = path.join(dataDir, SECRETS_FILE);
  const kept = fs.existsSync(file) ? parse(fs.readFileSync(file, 'utf8')) : {};
  const missing = Object.entries(GENERATED).filter(([key]) => !kept[key]);
  for (const [key, make] of missing) kept[key] = make();
  if (missing.length > 0) {
    const lines = Object.entries(kept).map(([key, value]) => `${key}=${value}\n`);
    const half = `${file}.${process.pid}`;
    fs.writeFileSync(half, `# Keys of this installation. Losing them signs everybody out; whoever has them can sign in as anybody.\n${lines.join('')}`, { mode: 0o600 });
    fs.renameSync(half, file);
  }
  return kept;
}

function parse(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line) => {
    const match = /^([A-Z_]+)=(.*)$/.exec(line.trim());
    return match ? [[match[1], match[2]] as const] : [];
  });
  return Object.fromEntries(pairs);
}

/** Checks the settings before anything is started. Throws SetupError naming the bad keys. */
export function checkSettings(env: NodeJS.ProcessEnv): { port: number; host: string } {
  const standIns = { MONGODB_URI: 'mongodb://127.0.0.1/pai', REDIS_URL: 'redis://127.0.0.1', AUTH_KEYS: `k1:${'x'.repeat(32)}`, DATA_KEY: '0'.repeat(64) };
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  try {
    const { PORT, HOST } = loadConfig({ ...standIns, ...given });
    return { port: PORT, host: HOST };
  } catch (error) {
    if (error instanceof ConfigError) throw new SetupError(error.message, ['correct the value, or unset it to use the default']);
    throw error;
  }
}
