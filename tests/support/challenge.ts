import type { Challenge, Entry } from '@shared/wire/challenge';
import type { Rules } from '@shared/wire/challengeRules';
import { setClock } from '../../cloud/src/infra/clock';
import { newClientMsgId, Person, type Reply } from './person';

export const SHANGHAI = 'Asia/Shanghai';

/** Lets the service's time stand at an instant; without one it goes on by itself. */
export const stand = (iso?: string): void => (iso === undefined ? setClock() : setClock(() => Date.parse(iso)));

export type GivenRules = Partial<Rules> & Pick<Rules, 'start'>;

/** Starts a daily challenge, unless the rules say otherwise. */
export async function start(who: Person, paiId: string, rules: GivenRules, zone = SHANGHAI): Promise<Challenge> {
  const body = { clientMsgId: newClientMsgId(), rules: { title: '早起', cadence: { kind: 'daily' }, ...rules }, zone };
  return (await who.must<{ challenge: Challenge }>('POST', `/pais/${paiId}/challenges`, body)).challenge;
}

export type EntryAnswer = Reply<{ entry: Entry; challenge: Challenge }>;

/** One challenge as somebody uses it. */
export class Player {
  constructor(
    readonly who: Person,
    readonly challenge: Pick<Challenge, 'id' | 'paiId'>,
    readonly zone = SHANGHAI,
  ) {}

  get path(): string {
    return `/pais/${this.challenge.paiId}/challenges/${this.challenge.id}`;
  }

  /** Signs in anew where the clock was moved so far that the session has run out. */
  async call<T = object>(method: string, path: string, body?: object): Promise<Reply<T>> {
    const reply = await this.who.call<T>(method, this.path + path, body);
    if (reply.body.error?.code !== 'auth/token-expired') return reply;
    this.who.session = (await Person.guest(this.who.base, this.who.user.nickname, this.who.device)).session;
    return this.who.call<T>(method, this.path + path, body);
  }

  async must<T>(method: string, path: string, body?: object): Promise<T> {
    const reply = await this.call<T & object>(method, path, body);
    if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body as T;
  }

  do = <T = { challenge: Challenge }>(verb: string, body: object = {}): Promise<Reply<T>> => this.call<T>('POST', `/${verb}`, body);
  write = (verb: string, body: object = {}): Promise<EntryAnswer> => this.do<{ entry: Entry; challenge: Challenge }>(verb, { clientMsgId: newClientMsgId(), ...body });
  join = (zone = this.zone): Promise<Reply<{ challenge: Challenge }>> => this.do('join', { zone });
  checkIn = (body: object = {}): Promise<EntryAnswer> => this.write('checkins', { zone: this.zone, ...body });
  makeUp = (day: string): Promise<EntryAnswer> => this.write('makeups', { day });
  read = async (): Promise<Challenge> => (await this.must<{ challenge: Challenge }>('GET', '')).challenge;
  feed = async (query = ''): Promise<{ entries: Entry[]; next?: string }> => this.must('GET', `/entries${query}`);
}
