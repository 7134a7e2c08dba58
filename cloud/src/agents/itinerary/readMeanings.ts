import { HumanMessage, SystemMessage, type AIMessageChunk } from '@langchain/core/messages';
import { tool } from '@langchain/core/tools';
import { PLACE_TYPES } from '@shared/domain/itinerary/types';
import { z } from 'zod';
import { bounded } from '../bounded';
import { estimateTokens } from '../tokens';
import { phrasesPrompt, shownPhrases, systemPrompt } from './prompt';
import type { MeaningsInput, MeaningsRead } from './types';

const MILLISECONDS = 20_000;
/** Of one phrase. */
const MOST = 3;

const Row = z.object({
  phrase: z.number().int().describe('Number of the phrase.'),
  words: z.string().describe('The words of the phrase that mean it, to the letter.'),
  type: z.enum(PLACE_TYPES),
  kind: z.string().describe('One of the kinds listed for that type, to the letter.'),
});
const Args = z.object({ meant: z.array(Row).describe('[] where no phrase means a kind that is listed.') });
/* One bad row does not spoil the others. */
const Loose = z.object({ meant: z.array(z.unknown()) });

const kindsMeant = tool(async () => '', { name: 'kinds_meant', description: 'Says which kinds of place the phrases mean.', schema: Args });

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.slice(text.indexOf('{'), text.lastIndexOf('}') + 1)) as unknown;
  } catch {
    return undefined;
  }
}

/** What the model said: by the tool, or written out where it has none or did not use it. */
function rowsIn(answer: AIMessageChunk): z.infer<typeof Row>[] {
  const call = answer.tool_calls?.find(({ name }) => name === kindsMeant.name);
  const rows = Loose.safeParse(call ? call.args : parsed(answer.text)).data?.meant ?? [];
  return rows.flatMap((row) => Row.safeParse(row).data ?? []);
}

const WRITTEN = '\n\nYou have no tool: write the answer as JSON alone, {"meant":[{"phrase":1,"words":"…","type":"…","kind":"…"}]}.';

/**
 * Asks the model once what kinds of place some phrases mean. What it gives is only kept to what it was shown: the phrase
 * there, the words in it. Rejects when the model does not answer within 20 s, or `signal` ends it.
 */
export async function readMeanings({ model, signal, phrases, kinds }: MeaningsInput): Promise<MeaningsRead> {
  const shown = shownPhrases(phrases);
  const system = systemPrompt({ kinds }) + (model.tools ? '' : WRITTEN);
  const human = phrasesPrompt(shown);
  const bound = model.tools ? model.chat.bindTools?.([kindsMeant], { tool_choice: 'required' } as object) : undefined;
  const limit = bounded(signal, MILLISECONDS);
  try {
    const answer = await (bound ?? model.chat).invoke([new SystemMessage(system), new HumanMessage(human)], { signal: limit.signal });
    const rows = rowsIn(answer);
    const meanings = shown.map((text, i) => rows.filter(({ phrase, words }) => phrase === i + 1 && text.includes(words)).slice(0, MOST).map(({ words, type, kind }) => ({ words, place: type, kind })));
    const usage = { input: answer.usage_metadata?.input_tokens ?? estimateTokens(system + human), output: answer.usage_metadata?.output_tokens ?? estimateTokens(JSON.stringify(rows)) };
    return { meanings, usage };
  } finally {
    limit.release();
  }
}
