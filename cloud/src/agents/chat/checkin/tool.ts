import { tool } from '@langchain/core/tools';
import { z } from 'zod';
import type { Desk } from '../desk';
import { written, type Material, type SearchMaterial } from '../material';
import { safeName } from '../untrusted';
import { ownMaterial, todayMaterial, type CheckinMaterial } from './ask';
import { ABOUT, type About } from './about';
import { actMaterial, makeupMaterial, MANAGED, NONE_RUNS, ranksMaterial, rulesMaterial, weekMaterial } from './told';
import type { ChallengeHere } from './types';
import { namesCheckin } from './wish';

export const CheckinArgs = z.object({
  about: z.enum(ABOUT).describe('today: who of the group has checked in; own: what one asker has done; ranks: the rankings; makeup: which missed days an asker can make up; rules: how a challenge goes; act: an asker wants to check in; manage: to change, end or leave one; week: how the week went'),
  ask: z.string().min(1).max(200).describe('The words of the ask.'),
  of: z.string().max(60).optional().describe('The name of the asker, where it is about them.'),
});

type Search = (query: string) => Promise<SearchMaterial>;

function told(about: About, ask: string, asker: string, here: readonly ChallengeHere[]): CheckinMaterial {
  switch (about) {
    case 'today':
      return todayMaterial(ask, here);
    case 'own':
      return ownMaterial(ask, asker, here);
    case 'ranks':
      return ranksMaterial(ask, asker, here);
    case 'makeup':
      return makeupMaterial(ask, asker, here);
    case 'rules':
      return rulesMaterial(ask, here);
    case 'act':
      return actMaterial(ask, asker, here);
    case 'manage':
      return MANAGED;
    case 'week':
      return weekMaterial(ask, here);
  }
}

/** Where no challenge runs: what was said of checking in today, else that there is none. */
async function without(about: About, ask: string, search: Search): Promise<Material> {
  const found = about === 'today' ? await search(ask) : undefined;
  const finds = found?.finds.map((find) => ({ ...find, lines: find.lines.filter(({ text }) => namesCheckin(text)) })) ?? [];
  return found && finds.some(({ lines }) => lines.length > 0) ? { ...found, finds } : NONE_RUNS;
}

/** What the ledger says to an ask. A role that does not supervise looks for what was said. */
export async function readCheckins(desk: Desk, { about, ask, of }: z.infer<typeof CheckinArgs>, search: Search): Promise<Material> {
  if (!(desk.self.skills?.includes('supervision') ?? true)) return search(ask);
  const here = await desk.challenges();
  const asker = desk.askers.find(({ name }) => safeName(name) === of) ?? desk.askers[0];
  const material = here.length === 0 ? await without(about, ask, search) : told(about, ask, asker?.id ?? '', here);
  if (material.kind !== 'checkin') return material;
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
    { name: 'check_ins', description: 'Tells of the challenges (打卡) what the ledger and the rules say: who has checked in, how an asker stands, rankings, make-ups, rules. Repeat its sentences word for word, without numbers of messages.', schema: CheckinArgs, responseFormat: 'content_and_artifact' },
  );
