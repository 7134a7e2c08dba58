import { tool } from '@langchain/core/tools';
import { z } from 'zod';
import type { Desk } from '../desk';
import { written, type Material } from '../material';
import { tripMaterial } from './ask';

export const TripAskArgs = z.object({ ask: z.string().max(2000).describe('The words of the ask.') });

/** What the plan says to an ask. */
export function readTrip(desk: Desk, { ask }: z.infer<typeof TripAskArgs>): Material {
  const material = tripMaterial(ask, desk.trips, desk.now, desk.zone) ?? { kind: 'trip' as const, sentences: { zh: [], en: [] }, lines: [] };
  return { ...material, lines: desk.memory.keepMaterial(material.lines) };
}

/** Looks things up in the plan of a trip: times, places, costs. */
export const tripTool = (desk: Desk) =>
  tool(
    async (args: z.infer<typeof TripAskArgs>): Promise<[string, Material]> => {
      const material = readTrip(desk, TripAskArgs.parse(args));
      return [written(material, desk.zone), material];
    },
    { name: 'trip_plan', description: 'Tells what the plan of the trip says: which stop when, where to eat and sleep, what it costs. Cite the message it gives.', schema: TripAskArgs, responseFormat: 'content_and_artifact' },
  );
