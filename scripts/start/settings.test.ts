import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { loadConfig } from '../../cloud/src/config';
import { SetupError } from '../setupError';
import { checkSettings, keptSecrets, SECRETS_FILE } from './settings';

describe('settings of npm start', () => {
  let folder: string;
  beforeEach(() => (folder = fs.mkdtempSync(path.join(os.tmpdir(), 'pai-data-'))));
  afterEach(() => fs.rmSync(folder, { recursive: true, force: true }));

  it('makes keys once and keeps them to their owner', () => {
    const first = keptSecrets(folder);
    expect(keptSecrets(folder)).toEqual(first);
    expect(fs.statSync(path.join(folder, SECRETS_FILE)).mode & 0o777).toBe(0o600);
    expect(fs.readdirSync(folder)).toEqual([SECRETS_FILE]);
    expect(() => loadConfig({ ...first, MONGODB_URI: 'mongodb://h/pai', REDIS_URL: 'redis://h' })).not.toThrow();
  });

  it('adds a key that is missing and leaves the others', () => {
    const first = keptSecrets(folder);
    fs.writeFileSync(path.join(folder, SECRETS_FILE), `AUTH_KEYS=${first.AUTH_KEYS}\n`);
    const second = keptSecrets(folder);
    expect(second.AUTH_KEYS).toBe(first.AUTH_KEYS);
    expect(second.DATA_KEY).not.toBe(first.DATA_KEY);
  });

  it('names a bad key before anything is started; an empty one counts as not set', () => {
    expect(checkSettings({ PORT: '9000', CONSOLE_KEY: '', LOG_LEVEL: '' })).toMatchObject({ port: 9000, host: '0.0.0.0' });
    expect(() => checkSettings({ PORT: 'many' })).toThrow(SetupError);
    expect(() => checkSettings({ PORT: 'many' })).toThrow(/PORT/);
    expect(() => checkSettings({ WECHAT_APP_ID: 'wx1' })).toThrow(/WECHAT_APP_SECRET/);
  });
});
