import { setTimeout as sleep } from 'node:timers/promises';
import type { Session } from '@shared/wire/account';
import type { WireFile } from '@shared/wire/message';

const MAX_WAITS = 5;

/** One request to the service; waits as long as it says when it is too fast. Throws with the service's own sentence. */
async function request<T>(url: string, init: RequestInit): Promise<T> {
  for (let waits = 0; ; waits++) {
    const response = await fetch(url, init);
    if (response.status === 429 && waits < MAX_WAITS) {
      await sleep(1000 * Number(response.headers.get('retry-after') ?? 1));
      continue;
    }
    const body = (await response.json()) as T & { error?: { message: string } };
    if (response.ok) return body;
    throw new Error(`${init.method} ${new URL(url).pathname}: ${body.error?.message ?? response.status}`);
  }
}

/** Somebody in the demo, using the service as a guest does. */
export class Guest {
  private constructor(
    private readonly base: string,
    private readonly session: Session,
  ) {}

  static async signIn(base: string, nickname: string, device: string): Promise<Guest> {
    const session = await request<Session>(`${base}/api/login`, json('POST', { kind: 'guest', nickname, device, locale: 'zh' }, {}));
    return new Guest(base, session);
  }

  get id(): string {
    return this.session.user.id;
  }

  call<T>(method: string, path: string, body?: unknown): Promise<T> {
    return request<T>(`${this.base}/api${path}`, json(method, body, this.rights));
  }

  async upload(name: string, bytes: Buffer, as: 'image' | 'file'): Promise<WireFile> {
    const form = new FormData();
    form.set('as', as);
    form.set('file', new Blob([new Uint8Array(bytes)]), name);
    return (await request<{ file: WireFile }>(`${this.base}/api/files`, { method: 'POST', headers: this.rights, body: form })).file;
  }

  private get rights(): Record<string, string> {
    return { authorization: `Bearer ${this.session.token}` };
  }
}

const json = (method: string, body: unknown, headers: Record<string, string>): RequestInit => ({
  method,
  headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});
