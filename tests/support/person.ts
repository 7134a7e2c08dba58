import { randomBytes } from 'node:crypto';
import type { Session, User } from '@shared/wire/account';
import type { Message, WireFile } from '@shared/wire/message';
import type { Member, Pai } from '@shared/wire/pai';
import type { Run } from '@shared/wire/run';

export interface Reply<T = object> {
  status: number;
  body: T & { error?: { code: string; message: string; field?: string } };
  headers: Headers;
}

/** Status and error code in one word. */
export const codeOf = ({ status, body }: Reply): string => (body.error ? `${status} ${body.error.code}` : String(status));

/** What people and the AI said, without system lines. */
export const textsOf = (messages: readonly Message[]): string[] => messages.filter(({ kind }) => kind !== 'system').map(({ text }) => text);

let made = 0;
export const newClientMsgId = (): string => `test-${process.pid}-${++made}-${randomBytes(4).toString('hex')}`;

/** Somebody using the service over HTTP. */
export class Person {
  constructor(
    readonly base: string,
    public session: Session,
    readonly device: string,
  ) {}

  static async guest(base: string, nickname: string, device = randomBytes(16).toString('hex')): Promise<Person> {
    const response = await fetch(`${base}/api/login`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ kind: 'guest', nickname, device }) });
    if (!response.ok) throw new Error(`sign-in failed: ${await response.text()}`);
    return new Person(base, (await response.json()) as Session, device);
  }

  /** The same person on another node. */
  at(base: string): Person {
    return new Person(base, this.session, this.device);
  }

  get id(): string {
    return this.session.user.id;
  }

  get user(): User {
    return this.session.user;
  }

  async call<T = object>(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply<T>> {
    const response = await fetch(`${this.base}/api${path}`, {
      method,
      headers: { authorization: `Bearer ${this.session.token}`, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: (text.startsWith('{') ? JSON.parse(text) : {}) as Reply<T>['body'] };
  }

  get = <T = object>(path: string, headers?: Record<string, string>): Promise<Reply<T>> => this.call<T>('GET', path, undefined, headers);
  post = <T = object>(path: string, body: unknown = {}, headers?: Record<string, string>): Promise<Reply<T>> => this.call<T>('POST', path, body, headers);
  patch = <T = object>(path: string, body: unknown): Promise<Reply<T>> => this.call<T>('PATCH', path, body);
  put = <T = object>(path: string): Promise<Reply<T>> => this.call<T>('PUT', path);
  del = <T = object>(path: string): Promise<Reply<T>> => this.call<T>('DELETE', path);

  /** Uploads a file; `as` says what it is meant to be. */
  async upload(bytes: Uint8Array, as: 'image' | 'voice' | 'file' = 'file', fields: { name?: string; durationMs?: number } = {}): Promise<Reply<{ file: WireFile }>> {
    const form = new FormData();
    form.set('as', as);
    if (fields.durationMs !== undefined) form.set('durationMs', String(fields.durationMs));
    form.set('file', new Blob([new Uint8Array(bytes)]), fields.name ?? 'upload.bin');
    const response = await fetch(`${this.base}/api/files`, { method: 'POST', headers: { authorization: `Bearer ${this.session.token}` }, body: form });
    return { status: response.status, headers: response.headers, body: (await response.json()) as Reply<{ file: WireFile }>['body'] };
  }

  async createPai(name = '秋天去杭州', extra: Record<string, unknown> = {}): Promise<Pai> {
    return (await this.must<{ pai: Pai }>('POST', '/pais', { name, ...extra })).pai;
  }

  async pai(paiId: string): Promise<Pai> {
    return (await this.must<{ pai: Pai }>('GET', `/pais/${paiId}`)).pai;
  }

  async members(paiId: string): Promise<Member[]> {
    return (await this.must<{ members: Member[] }>('GET', `/pais/${paiId}/members`)).members;
  }

  /** The AI member of a pai. */
  async ai(paiId: string): Promise<Member> {
    const ai = (await this.members(paiId)).find((member) => member.kind === 'ai');
    if (!ai) throw new Error('the pai has no AI member');
    return ai;
  }

  async say(paiId: string, text: string, extra: Record<string, unknown> = {}): Promise<Message> {
    return (await this.must<{ message: Message }>('POST', `/pais/${paiId}/messages`, { clientMsgId: newClientMsgId(), text, ...extra })).message;
  }

  async history(paiId: string, query = ''): Promise<Message[]> {
    return (await this.must<{ messages: Message[] }>('GET', `/pais/${paiId}/messages?limit=100${query}`)).messages;
  }

  /** The run of an id as this person may see it; undefined when there is none for them. */
  async run(runId: string): Promise<Run | undefined> {
    return (await this.get<{ run?: Run }>(`/runs/${runId}`)).body.run;
  }

  /** The same, waited for until it ended. */
  endedRun(runId: string, ms = 15_000): Promise<Run> {
    return eventually(`run ${runId} ends`, async () => {
      const run = await this.run(runId);
      return run?.endedAt ? run : undefined;
    }, ms);
  }

  /** Orders a recap, of everything unless the body says otherwise. */
  async orderRecap(paiId: string, body: object = { range: 'all' }): Promise<Run> {
    return (await this.must<{ run: Run }>('POST', `/pais/${paiId}/recaps`, body)).run;
  }

  /** Invites others and lets them in. */
  async bring(paiId: string, ...others: Person[]): Promise<void> {
    const { token } = await this.must<{ token: string }>('POST', `/pais/${paiId}/invites`, {});
    for (const other of others) await other.must('POST', `/invites/${token}/accept`, {});
  }

  /** Like call, but anything other than 2xx is an error of the test. */
  async must<T>(method: string, path: string, body?: unknown): Promise<T> {
    const reply = await this.call<T & object>(method, path, body);
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body as T;
  }
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Waits until `probe` gives something; fails with `what` after `ms`. */
export async function eventually<T>(what: string, probe: () => Promise<T | undefined | false | null> | T | undefined | false | null, ms = 8000): Promise<T> {
  const until = Date.now() + ms;
  for (;;) {
    const found = await probe();
    if (found) return found;
    if (Date.now() > until) throw new Error(`never happened within ${ms} ms: ${what}`);
    await wait(25);
  }
}
