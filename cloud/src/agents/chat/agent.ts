import { nothingSpent } from '../limits';
import { toldApart } from './address';
import { goneOn } from './challenge/goOn';
import { converseOrFallBack } from './converse';
import { languageFor } from './desk';
import { furtherOf } from './further';
import { saidOf, visibleOf } from './say';
import type { Answer, AnswerInput } from './types';

/**
 * Answers the asks of one turn: the model (or, where it fails, the fallback) reads through the tools, and only sentences
 * whose cited messages hold what they say are let out. Never throws but when `signal` ends it.
 */
export async function answer(asked: AnswerInput): Promise<Answer> {
  const input = { ...asked, askers: toldApart(asked.askers).map((asker) => goneOn(asker, asked)) };
  const spent = nothingSpent();
  const { onText } = input;
  const { text, desk, speaker, fallback, billed } = await converseOrFallBack(input, spent, onText && ((soFar, at) => onText(() => visibleOf(soFar, input, at))));
  const { parts, dropped } = saidOf(text, input, desk);
  return {
    parts,
    dropped,
    usage: { input: spent.input, output: spent.output },
    billed,
    language: languageFor(input),
    model: speaker.name,
    fallback,
    toolCalls: spent.toolCalls,
    proposal: desk.proposals.made[0],
    further: furtherOf(desk.proposals.made, input),
  };
}
