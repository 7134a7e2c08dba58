import { TURN_LIMITS, type Spent, type ToolFailure } from '../limits';
import { written, type Material } from './material';
import { CheckinArgs, readCheckins } from './checkin/tool';
import type { Desk } from './desk';
import { needsOf, wishesOf, type Call } from './policy';
import { RecapArgs, SearchArgs, findMaterial, recapMaterial, searchMaterial } from './tools';
import { TripAskArgs, readPlaces, readTrip } from './trip/tool';
import type { AnswerInput } from './types';
import { safeName } from './untrusted';
import { WhoArgs, peopleMaterial } from './who';

function read(desk: Desk, { name, args }: Call): Promise<Material> | undefined {
  switch (name) {
    case 'recap':
      return recapMaterial(desk, RecapArgs.parse(args));
    case 'search_messages':
      return findMaterial(desk, SearchArgs.parse(args));
    case 'trip_plan':
      return readTrip(desk, TripAskArgs.parse(args), (query) => searchMaterial(desk, { query }));
    case 'suggest_places':
      return readPlaces(desk, TripAskArgs.parse(args), (query) => searchMaterial(desk, { query }));
    case 'check_ins':
      return readCheckins(desk, CheckinArgs.parse(args), (query) => searchMaterial(desk, { query }));
    case 'who_is_who':
      return peopleMaterial(desk, WhoArgs.parse(args));
    default:
      return undefined;
  }
}

/** For a model that cannot call tools: what the rules would have called for it, written out. */
export async function readAhead(desk: Desk, input: AnswerInput, spent: Spent, onFailure: ToolFailure): Promise<string[]> {
  const asks = input.askers.map(({ name, text }) => ({ from: safeName(name), text }));
  const calls = needsOf(wishesOf(asks, input.self.name, input.locale)).map(({ call }) => call);
  const material: string[] = [];
  for (const call of calls.slice(0, TURN_LIMITS.toolCalls)) {
    try {
      const found = await read(desk, call);
      if (found === undefined) continue;
      spent.toolCalls++;
      material.push(written(found, desk.zone));
    } catch (error) {
      onFailure(call.name, error);
    }
  }
  return material;
}
