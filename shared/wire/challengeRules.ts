import { z } from 'zod';
import { Day, Id } from './base';

export const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
export const Zone = z.string().max(64);

export const Cadence = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('daily') }),
  z.object({ kind: z.literal('weekdays') }),
  z.object({ kind: z.literal('perWeek'), n: z.number().int().min(1).max(7) }),
  z.object({ kind: z.literal('rrule'), rrule: z.string().max(200) }),
]);

/** What a check-in must bring. `number`: a figure with its unit, e.g. 5 km. `place`: one chosen on the map. */
export const ProofRule = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('tap') }),
  z.object({ kind: z.literal('text'), minWords: z.number().int().min(1).max(2000) }),
  z.object({ kind: z.literal('picture') }),
  z.object({ kind: z.literal('voice') }),
  z.object({ kind: z.literal('place') }),
  z.object({ kind: z.literal('number'), unit: z.string().trim().min(1).max(20), min: z.number().min(0).max(1_000_000).optional() }),
]);

const window = z.object({ from: Clock, to: Clock });
const goal = z.object({ kind: z.enum(['total', 'consecutive']), days: z.number().int().min(1).max(1000) });
const makeup = z.object({ cards: z.number().int().min(0).max(100), maxAgeDays: z.number().int().min(1).max(366) });

/** The rules of a challenge (打卡). No stakes: nothing can be won or lost. */
export const Rules = z
  .object({
    title: z.string().min(1).max(80),
    start: Day,
    end: Day.optional(),
    cadence: Cadence,
    window: window.optional(),
    goal: goal.optional(),
    makeup: makeup.optional(),
    proof: ProofRule.default({ kind: 'tap' }),
    review: z.boolean().default(false).meta({ description: 'a check-in is pending until an admin has judged it' }),
    report: z.enum(['weekly', 'off']).optional().meta({ description: 'whether the AI member tells the week in the log; absent: weekly' }),
    strict: z.boolean().default(false).meta({ description: 'the group chose that reminders in public may name who is still missing' }),
    teams: z.array(z.object({ name: z.string().min(1).max(40), members: z.array(Id).max(50) })).max(10).optional(),
  })
  .meta({ id: 'ChallengeRules' });

const { title, cadence, proof, review, strict, report, end, teams } = Rules.shape;

/** What is to be otherwise of rules: what is not there stays, `null` takes a rule away. The start is no rule one can change. */
export const RuleChanges = z
  .object({
    title: title.optional(),
    cadence: cadence.optional(),
    proof: proof.removeDefault().optional(),
    review: review.removeDefault().optional(),
    strict: strict.removeDefault().optional(),
    report,
    end: end.nullable(),
    window: window.nullish(),
    goal: goal.nullish(),
    makeup: makeup.nullish(),
    teams: teams.nullable(),
  })
  .meta({ id: 'ChallengeRuleChanges' });

export type Rules = z.infer<typeof Rules>;
export type RuleChanges = z.infer<typeof RuleChanges>;
export type ProofRule = z.infer<typeof ProofRule>;
