import type { Itinerary, Wish } from '@shared/wire/itinerary';
import { eventually, newClientMsgId, type Person } from './person';

export const FRAME = { city: '杭州', days: 2, startOn: '2026-11-28' };

/** An itinerary of a pai, and what tests do with it again and again. */
export class Trip {
  private constructor(
    readonly owner: Person,
    readonly paiId: string,
    readonly id: string,
  ) {}

  static async begin(owner: Person, paiId: string, frame: object = FRAME): Promise<Trip> {
    const { itinerary } = await owner.must<{ itinerary: Itinerary }>('POST', `/pais/${paiId}/itineraries`, { clientMsgId: newClientMsgId(), ...frame });
    return new Trip(owner, paiId, itinerary.id);
  }

  at(rest = ''): string {
    return `/pais/${this.paiId}/itineraries/${this.id}${rest}`;
  }

  async read(who = this.owner): Promise<Itinerary> {
    return (await who.must<{ itinerary: Itinerary }>('GET', this.at())).itinerary;
  }

  async board(who = this.owner): Promise<Wish[]> {
    return (await who.must<{ wishes: Wish[] }>('GET', this.at('/wishes'))).wishes;
  }

  /** Waits until so many wishes are on the board. */
  boardOf(n: number): Promise<Wish[]> {
    return eventually(`${n} wishes`, async () => {
      const wishes = await this.board();
      return wishes.length === n && wishes;
    });
  }

  async wish(who: Person, text: string): Promise<Wish> {
    return (await who.must<{ wish: Wish }>('POST', this.at('/wishes'), { clientMsgId: newClientMsgId(), text })).wish;
  }

  /** Has it planned and waits for that. */
  async planned(): Promise<Itinerary> {
    await this.owner.must('POST', this.at('/plan'));
    return this.settled();
  }

  settled(): Promise<Itinerary> {
    return eventually('a plan', async () => {
      const itinerary = await this.read();
      return itinerary.state !== 'planning' && itinerary;
    }, 20_000);
  }

  async edit(who: Person, version: number, ...edits: object[]): Promise<Itinerary> {
    return (await who.must<{ itinerary: Itinerary }>('POST', this.at('/edits'), { version, edits })).itinerary;
  }
}
