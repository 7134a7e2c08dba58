import { loadConfig } from '../../cloud/src/config';
import { startService, type Service } from '../../cloud/src/service';
import { Person } from './person';
import { testStores } from './stores';

export const TEST_KEYS = { AUTH_KEYS: 'k1:test-secret-test-secret-test-secret-1', DATA_KEY: 'ab'.repeat(32) };

export interface Cloud {
  url: string;
  service: Service;
  env: Record<string, string>;
  /** Signs a new guest in. */
  person: (nickname: string) => Promise<Person>;
  /** Several at once. */
  people: <Names extends readonly string[]>(...nicknames: Names) => Promise<{ [Place in keyof Names]: Person }>;
  stop: () => Promise<void>;
}

/** Settings of a service for tests, on fresh stores. */
export async function cloudEnv(overrides: Record<string, string> = {}): Promise<Record<string, string>> {
  const { mongoUri, redisUrl } = await testStores();
  return { PORT: '0', HOST: '127.0.0.1', LOG_LEVEL: 'silent', MONGODB_URI: mongoUri, REDIS_URL: redisUrl, RATE_LIMIT: 'off', CONSOLE_KEY: 'console-key-of-tests', ...TEST_KEYS, ...overrides };
}

/** The whole service in this process, all roles, on fresh stores, checking its own replies. */
export async function givenCloud(overrides: Record<string, string> = {}): Promise<Cloud> {
  const env = await cloudEnv(overrides);
  const service = await startService(loadConfig(env), { checkReplies: true });
  const person = (nickname: string): Promise<Person> => Person.guest(service.url, nickname);
  const people = async <Names extends readonly string[]>(...nicknames: Names) => (await Promise.all(nicknames.map(person))) as { [Place in keyof Names]: Person };
  return { url: service.url, service, env, person, people, stop: service.stop };
}
