import { TURN_LIMITS, type Spent, type ToolFailure } from '../limits';
import { written, type Material } from './material';
import { callFor, wishesOf } from './policy';
import { RecapArgs, SearchArgs, recapMaterial, searchMaterial, type Desk } from './tools';
import type { AnswerInput } from './types';
import { safeName } from './untrusted';

const read = (desk: Desk, name: string, args: object): Promise<Material> => (name === 'recap' ? recapMaterial(desk, RecapArgs.parse(args)) : searchMaterial(desk, SearchArgs.parse(args)));

/** For a model that cannot call tools: what the rules would have called for it, written out. */
export async function readAhead(desk: Desk, input: AnswerInput, spent: Spent, onFailure: ToolFailure): Promise<string[]> {
  const asks = input.askers.map(({ name, text }) => ({ from: safeName(name), text }));
  const calls = wishesOf(asks, input.self.name, input.locale).flatMap(({ intent }) => callFor(intent) ?? []);
  const material: string[] = [];
  for (const { name, args } of calls.slice(0, TURN_LIMITS.toolCalls)) {
    spent.toolCalls++;
    try {
      material.push(written(await read(desk, name, args), desk.zone));
    } catch (error) {
      onFailure(name, error);
    }
  }
  return material;
}
