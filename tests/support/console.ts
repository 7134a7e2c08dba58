import type { Cloud } from './cloud';
import type { Reply } from './person';

/** An operator at the console. */
export async function consoleOf(cloud: Cloud) {
  const call = async <T extends object>(method: string, path: string, body?: unknown, token?: string): Promise<Reply<T>> => {
    const response = await fetch(`${cloud.url}/api/console${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Reply<T>['body'] };
  };
  const { token } = (await call<{ token: string }>('POST', '/login', { key: cloud.env.CONSOLE_KEY })).body;
  return {
    get: <T extends object>(path: string): Promise<Reply<T>> => call<T>('GET', path, undefined, token),
    post: <T extends object>(path: string, body: unknown): Promise<Reply<T>> => call<T>('POST', path, body, token),
  };
}
