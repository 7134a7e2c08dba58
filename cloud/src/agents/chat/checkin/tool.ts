import { tool } from '@langchain/core/tools';
import { z } from 'zod';
import type { Desk } from '../desk';
import { written, type Material, type SearchMaterial } from '../material';
import { safeName } from '../untrusted';
import { ownMaterial, todayMaterial } from './ask';

export const CheckinArgs = z.object({
  about: z.enum(['today', 'own']).describe('today: who of the group has checked in; own: what one asker has done'),
  ask: z.string().min(1).max(200).describe('The words of the ask.'),
  of: z.string().max(60).optional().describe('For own: the name of the asker.'),
});

type Search = (query: string) => Promise<SearchMaterial>;

/** What the ledger says to an ask; where no challenge runs, what was said about it. */
export async function readCheckins(desk: Desk, { about, ask, of }: z.infer<typeof CheckinArgs>, search: Search): Promise<Material> {
  const here = (desk.self.skills?.includes('supervision') ?? true) ? await desk.challenges() : [];
  if (here.length === 0) return search(ask);
  const asker = desk.askers.find(({ name }) => safeName(name) === of) ?? desk.askers[0];
  const material = about === 'today' ? todayMaterial(ask, here) : ownMaterial(ask, asker?.id ?? '', here);
  desk.memory.state([...material.sentences.zh, ...material.sentences.en]);
  return material;
}

/** Looks check-ins up in the ledger. */
export const checkinTool = (desk: Desk, search: Search) =>
  tool(
    async (args: z.infer<typeof CheckinArgs>): Promise<[string, Material]> => {
      const material = await readCheckins(desk, CheckinArgs.parse(args), search);
      return [written(material, desk.zone), material];
    },
    { name: 'check_ins', description: 'Tells from the ledger of the challenges (打卡) how many have checked in today, or how an asker stands. Repeat its sentences word for word, without numbers of messages.', schema: CheckinArgs, responseFormat: 'content_and_artifact' },
  );
