import { askOf, intentOf } from '../intent';
import type { AnswerInput, Asker } from '../types';
import { rulesIn } from './rules';
import { wantsChallenge } from './wish';

/** Seconds after which a question of ours counts as forgotten. */
const WHILE = 600;

/** The last ask of the same person shortly before, where it wants a challenge that cannot be drawn up from it. */
function openAsk({ name, seq }: Asker, { lines, self, now, zone }: AnswerInput): string | undefined {
  const before = lines.filter((line) => line.author === name && line.seq < seq).at(-1);
  const ask = before && askOf(before.text, self.name);
  if (!before || !ask || ask === before.text.trim() || now.getTime() / 1000 - before.at > WHILE) return undefined;
  return wantsChallenge(ask) && typeof rulesIn(ask, now, zone) === 'string' ? ask : undefined;
}

/** Takes 早起 for the answer to “打什么卡？”: the ask before it, completed by words that want nothing by themselves. */
export function goneOn(asker: Asker, input: AnswerInput): Asker {
  const words = askOf(asker.text, input.self.name);
  if (intentOf(words).kind !== 'other') return asker;
  const open = openAsk(asker, input);
  const text = `${open}，${words}`;
  return open !== undefined && typeof rulesIn(text, input.now, input.zone) !== 'string' ? { ...asker, text } : asker;
}
