import { tool } from '@langchain/core/tools';
import { z } from 'zod';
import type { Act } from '@shared/wire/card';
import type { Skill } from '@shared/wire/aiRole';
import { draftChallenge } from './challenge/draft';
import { draftOwnReminder, draftPause } from './checkin/draft';
import type { ChallengeHere } from './checkin/types';
import type { Drafting } from './drafting';
import { draftMemory, draftPoll, draftReminder } from './drafts';
import { draftTrip } from './trip/draft';
import { draftTripEdit } from './trip/edit';
import type { TripHere } from './trip/types';
import { CARD_ADVICE, type CardMaterial, type Outcome, type Proposal, type Proposals } from './proposals';

/** What the card tools of one turn work with. */
export interface CardDesk extends Drafting {
  /** What the role may be asked for: a tool whose skill is missing is not given. */
  skills: readonly Skill[];
  proposals: Proposals;
  trips: () => Promise<readonly TripHere[]>;
  challenges: () => Promise<readonly ChallengeHere[]>;
}

const ASK = z.string().max(2000).optional().describe('The words of the ask it is for, when several people ask.');

export const PollArgs = z.object({
  question: z.string().max(200).describe('What is to be decided.'),
  options: z.array(z.string().max(80)).max(10).describe('The choices, as they were said.'),
  many: z.boolean().optional().describe('More than one may be chosen.'),
  ask: ASK,
});
export const ReminderArgs = z.object({
  text: z.string().max(200).describe('What the reminder is to say.'),
  when: z.string().max(100).describe('The words of the ask that name the time.'),
  ask: ASK,
});
export const MemoryArgs = z.object({
  fact: z.string().max(200).describe('What to keep in mind.'),
  seq: z.number().int().positive().optional().describe('The number of the message that says it, when the ask only points at it.'),
  ask: ASK,
});

export const ChallengeArgs = z.object({
  title: z.string().max(40).optional().describe('What is to be kept up, in the words of the ask.'),
  ask: ASK,
});

export const TripArgs = z.object({ ask: ASK });

type Draft = Proposal | Outcome;
type Draw<Args> = (drafting: Drafting, args: Args) => Draft | Promise<Draft>;

/** Draws up for the asks that have no card yet, and keeps it where there is room. */
async function outcomeOf<Args>(desk: CardDesk, draw: Draw<Args>, args: Args): Promise<Outcome> {
  const asks = desk.asks.filter(({ seq }) => !desk.proposals.serves(seq));
  const draft = await draw({ ...desk, asks }, args);
  return typeof draft === 'string' ? draft : desk.proposals.keep(draft);
}

/** Calls made at once are drawn up one after the other, in the order they were made: each sees which asks have a card. */
function inOrder(): <T>(work: () => Promise<T>) => Promise<T> {
  let before: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = before.then(work);
    before = mine.catch(() => undefined);
    return mine;
  };
}

function delivered(act: Act['act'], outcome: Outcome): [string, CardMaterial] {
  return [CARD_ADVICE[outcome], { kind: 'card', act, outcome }];
}

const UNTIL_CONFIRMED = 'Nothing happens until a member confirms the card. Only for what the asks of this turn want.';

/**
 * The tools that would do something. They only draw up a proposal, and only for an ask of this turn that calls for such
 * an act in its own words: whatever else a text tells the model to do ends in a refusal [A4].
 */
export function cardTools(desk: CardDesk) {
  const may = (skill: Skill): boolean => desk.skills.includes(skill);
  const next = inOrder();
  const drawn = async <Args>(act: Act['act'], draw: Draw<Args>, args: Args): Promise<[string, CardMaterial]> => delivered(act, await next(() => outcomeOf(desk, draw, args)));
  const poll = tool(async (args: z.infer<typeof PollArgs>) => drawn('poll', draftPoll, PollArgs.parse(args)), {
    name: 'draft_poll',
    description: `Draws up a poll. ${UNTIL_CONFIRMED}`,
    schema: PollArgs,
    responseFormat: 'content_and_artifact',
  });
  // each day, for oneself and for checking in: that is the challenge's own reminder, which nobody else sees
  const drawReminder: Draw<z.infer<typeof ReminderArgs>> = async (drafting, given) => draftOwnReminder(drafting, given, may('supervision') ? await desk.challenges() : []) ?? draftReminder(drafting, given);
  const reminder = tool(async (args: z.infer<typeof ReminderArgs>) => drawn('reminder', drawReminder, ReminderArgs.parse(args)), {
    name: 'draft_reminder',
    description: `Draws up a reminder: the time is read from the asker's own words, and must be exact. ${UNTIL_CONFIRMED}`,
    schema: ReminderArgs,
    responseFormat: 'content_and_artifact',
  });
  const memory = tool(async (args: z.infer<typeof MemoryArgs>) => drawn('memory', draftMemory, MemoryArgs.parse(args)), {
    name: 'remember',
    description: `Draws up a fact about this group to keep in mind. ${UNTIL_CONFIRMED}`,
    schema: MemoryArgs,
    responseFormat: 'content_and_artifact',
  });
  const supervision = tool(async (args: z.infer<typeof ChallengeArgs>) => drawn('challenge', draftChallenge, ChallengeArgs.parse(args)), {
    name: 'draft_challenge',
    description: `Draws up a check-in challenge (打卡): how often, from when to when, how long, make-ups and what to bring are read from the asker's own words. ${UNTIL_CONFIRMED}`,
    schema: ChallengeArgs,
    responseFormat: 'content_and_artifact',
  });
  const pause = tool(async (args: z.infer<typeof TripArgs>) => drawn('checkinPause', async (drafting, given) => draftPause(drafting, given, await desk.challenges()), TripArgs.parse(args)), {
    name: 'draft_pause',
    description: `Draws up that an asker's own check-ins (打卡) rest for some days (请假): until when is read from the asker's own words. ${UNTIL_CONFIRMED}`,
    schema: TripArgs,
    responseFormat: 'content_and_artifact',
  });
  const itinerary = tool(async (args: z.infer<typeof TripArgs>) => drawn('itinerary', draftTrip, TripArgs.parse(args)), {
    name: 'draft_trip',
    description: `Draws up a trip to be planned: where, how long and from when are read from what was said. ${UNTIL_CONFIRMED}`,
    schema: TripArgs,
    responseFormat: 'content_and_artifact',
  });
  const edit = tool(async (args: z.infer<typeof TripArgs>) => drawn('itineraryEdit', async (drafting, given) => draftTripEdit(drafting, given, await desk.trips()), TripArgs.parse(args)), {
    name: 'draft_trip_edit',
    description: `Draws up a change of the plan there is: a stop moved, swapped, added or dropped, as the ask says. ${UNTIL_CONFIRMED}`,
    schema: TripArgs,
    responseFormat: 'content_and_artifact',
  });
  const tools = { poll, reminder, memory, supervision, itinerary };
  return [...(['poll', 'reminder', 'memory', 'supervision', 'itinerary'] as const).filter(may).map((skill) => tools[skill]), ...(may('supervision') ? [pause] : []), ...(may('itinerary') ? [edit] : [])];
}

/** The call of a card tool an ask needs, when the engine speaks for itself. The tools read the rest out of the ask. */
export function cardCall(act: Act['act'], ask: string): { name: string; args: Record<string, unknown> } {
  if (act === 'itinerary') return { name: 'draft_trip', args: { ask } };
  if (act === 'itineraryEdit') return { name: 'draft_trip_edit', args: { ask } };
  if (act === 'challenge') return { name: 'draft_challenge', args: { ask } };
  if (act === 'checkinPause') return { name: 'draft_pause', args: { ask } };
  if (act === 'poll') return { name: 'draft_poll', args: { question: '', options: [], ask } };
  return act === 'reminder' || act === 'checkinReminder' ? { name: 'draft_reminder', args: { text: '', when: '', ask } } : { name: 'remember', args: { fact: '', ask } };
}
