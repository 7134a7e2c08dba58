import { tool } from '@langchain/core/tools';
import { z } from 'zod';
import { recap, type Todo } from '../../engine/recap';
import type { Desk } from './desk';
import { written, type Material, type PeopleMaterial } from './material';
import { safeName } from './untrusted';
import type { PersonHere } from './types';

export const WhoArgs = z.object({ name: z.string().max(60).optional().describe('Only this person. Leave out for everybody.') });

const MOST_TODOS = 12;
const BUDGET = 300;

/** Who is here and who said they would do what, from the last week's messages. */
export async function peopleMaterial(desk: Desk, { name }: z.infer<typeof WhoArgs>): Promise<PeopleMaterial> {
  const everybody: PersonHere[] = desk.people.map((person) => ({ ...person, name: safeName(person.name) }));
  const named = name === undefined ? [] : everybody.filter((person) => person.name.includes(name) || name.includes(person.name));
  const people = named.length > 0 ? named : everybody;
  const lines = desk.memory.keepMaterial((await desk.reading.messagesIn('week')).filter((line) => !desk.asks.has(line.seq)));
  const messages = lines.map(({ seq, author, at, text, replyTo }) => ({ id: String(seq), author, at, text, replyTo: replyTo === undefined ? null : String(replyTo) }));
  const isTheirs = ({ owner }: Todo): boolean => owner !== null && people.some((person) => person.name === owner);
  const todos = recap({ messages, budget: BUDGET }).todos.filter(isTheirs).slice(-MOST_TODOS);
  const cited = new Set(todos.flatMap(({ cites }) => cites));
  desk.memory.people = everybody;
  return { kind: 'people', people, todos, lines: lines.filter(({ seq }) => cited.has(String(seq))) };
}

/** Looks members up: names, roles, and what they said they would do. */
export const whoTool = (desk: Desk) =>
  tool(
    async (args: z.infer<typeof WhoArgs>): Promise<[string, Material]> => {
      const material = await peopleMaterial(desk, WhoArgs.parse(args));
      return [written(material, desk.zone), material];
    },
    {
      name: 'who_is_who',
      description: 'Tells who is in the group, who is its owner or an admin, and who said they would do what.',
      schema: WhoArgs,
      responseFormat: 'content_and_artifact',
    },
  );
