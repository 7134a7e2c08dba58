import { tool } from '@langchain/core/tools';
import { z } from 'zod';
import type { Desk } from '../desk';
import { written, type Material, type SearchMaterial } from '../material';
import { tripMaterial, type TripMaterial } from './ask';
import { suggestMaterial } from './suggest';
import { mayAskTrip } from './wish';

export const TripAskArgs = z.object({ ask: z.string().min(1).max(200).describe('The words of the ask.') });

type Search = (query: string) => Promise<SearchMaterial>;

const speaksOfTrips = ({ self }: Desk): boolean => self.skills?.includes('itinerary') ?? true;

async function planFor(desk: Desk, ask: string): Promise<TripMaterial | undefined> {
  const material = speaksOfTrips(desk) ? tripMaterial(ask, await desk.trips(), desk.now, desk.zone) : undefined;
  return material && { ...material, lines: desk.memory.keepMaterial(material.lines) };
}

/** What the plan says to an ask; where there is no plan, what was said about it. */
export const readTrip = async (desk: Desk, { ask }: z.infer<typeof TripAskArgs>, search: Search): Promise<Material> => (await planFor(desk, ask)) ?? search(ask);

/** What the plan says to a question that no message answers; undefined where it is not about the way, or the plan does not say. */
export async function planInstead(desk: Desk, ask: string): Promise<TripMaterial | undefined> {
  const material = mayAskTrip(ask) ? await planFor(desk, ask) : undefined;
  return material && material.sentences.zh.length > 0 ? material : undefined;
}

/** Looks things up in the plan of a trip: times, places, costs. */
export const tripTool = (desk: Desk, search: Search) =>
  tool(
    async (args: z.infer<typeof TripAskArgs>): Promise<[string, Material]> => {
      const material = await readTrip(desk, TripAskArgs.parse(args), search);
      return [written(material, desk.zone), material];
    },
    { name: 'trip_plan', description: 'Tells what the plan of the trip says: which stop when, where to eat and sleep, what it costs. Cite the message it gives.', schema: TripAskArgs, responseFormat: 'content_and_artifact' },
  );

/** Places of a city that fit an ask; where none are known, what was said about it. */
export async function readPlaces(desk: Desk, { ask }: z.infer<typeof TripAskArgs>, search: Search): Promise<Material> {
  const material = speaksOfTrips(desk) ? await suggestMaterial(ask, { ...desk, trips: await desk.trips() }) : undefined;
  if (!material) return search(ask);
  desk.memory.state([...material.sentences.zh, ...material.sentences.en]);
  return material;
}

/** Suggests where one could go, eat or sleep. */
export const suggestTool = (desk: Desk, search: Search) =>
  tool(
    async (args: z.infer<typeof TripAskArgs>): Promise<[string, Material]> => {
      const material = await readPlaces(desk, TripAskArgs.parse(args), search);
      return [written(material, desk.zone), material];
    },
    { name: 'suggest_places', description: 'Suggests places that fit an ask, of the city it names or of the trip: where to go, eat or sleep, with kind and price. Repeat its sentences word for word, without numbers of messages; name no other place.', schema: TripAskArgs, responseFormat: 'content_and_artifact' },
  );
