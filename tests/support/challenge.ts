import type { Challenge, Entry } from '@shared/wire/challenge';
import type { Rules } from '@shared/wire/challengeRules';
import { setClock } from '../../cloud/src/infra/clock';
import { newClientMsgId, Person, type Reply } from './person';

export const SHANGHAI = 'Asia/Shanghai';

/** Lets the service's time stand at an instant; without one it goes on by itself. */
export const stand = (iso?: string): void => (iso === undefined ? setClock() : setClock(() => Date.parse(iso)));

/** Signs in anew where the clock was moved so far that the session has run out. */
export async function callAnew<T = object>(who: Person, method: string, path: string, body?: object): Promise<Reply<T>> {
  const reply = await who.call<T>(method, path, body);
  if (reply.body.error?.code !== 'auth/token-expired') return reply;
  who.session = (await Person.guest(who.base, who.user.nickname, who.device)).session;
  return who.call<T>(method, path, body);
}

async function mustAnew<T>(who: Person, method: string, path: string, body?: object): Promise<T> {
  const reply = await callAnew<T & object>(who, method, path, body);
  if (reply.status >= 300) throw new Error(`${method} ${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body as T;
}

export type GivenRules = Partial<Rules> & Pick<Rules, 'start'>;

export const make = (who: Person, paiId: string, rules: object, zone = SHANGHAI): Promise<Reply<{ challenge: Challenge }>> =>
  callAnew(who, 'POST', `/pais/${paiId}/challenges`, { clientMsgId: newClientMsgId(), rules: { title: '早起', cadence: { kind: 'daily' }, ...rules }, zone });

/** Starts a daily challenge, unless the rules say otherwise. */
export async function start(who: Person, paiId: string, rules: GivenRules, zone = SHANGHAI): Promise<Challenge> {
  const reply = await make(who, paiId, rules, zone);
  if (reply.status !== 201) throw new Error(`the challenge was refused: ${JSON.stringify(reply.body)}`);
  return reply.body.challenge;
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

  call = <T = { challenge: Challenge }>(method: string, path: string, body?: object): Promise<Reply<T>> => callAnew<T>(this.who, method, this.path + path, body);
  do = <T = { challenge: Challenge }>(verb: string, body: object = {}): Promise<Reply<T>> => this.call<T>('POST', `/${verb}`, body);
  write = (verb: string, body: object = {}): Promise<EntryAnswer> => this.do<{ entry: Entry; challenge: Challenge }>(verb, { clientMsgId: newClientMsgId(), ...body });
  join = (zone = this.zone): Promise<Reply<{ challenge: Challenge }>> => this.do('join', { zone });
  checkIn = (body: object = {}): Promise<EntryAnswer> => this.write('checkins', { zone: this.zone, ...body });
  makeUp = (day: string): Promise<EntryAnswer> => this.write('makeups', { day });
  change = (rules: object): Promise<Reply<{ challenge: Challenge }>> => this.call('PATCH', '', { rules });
  read = async (): Promise<Challenge> => (await mustAnew<{ challenge: Challenge }>(this.who, 'GET', this.path)).challenge;
  feed = (query = ''): Promise<{ entries: Entry[]; next?: string }> => mustAnew(this.who, 'GET', `${this.path}/entries${query}`);
}
