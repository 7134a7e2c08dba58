import { z } from 'zod';
import { ClientMsgId, Day, Id, Instant, Seq } from './base';
import { Clock, Rules, Zone } from './challengeRules';
import { Edit } from './itinerary';

/** One understood parameter of a proposal and the message it comes from. */
const Row = z
  .object({ field: z.enum(['question', 'options', 'many', 'text', 'at', 'repeat', 'who', 'fact', 'closes', 'title', 'cadence', 'window', 'days', 'goal', 'makeup', 'proof', 'teams', 'trip', 'city', 'length', 'start', 'party', 'change', 'clock', 'pause']), value: z.string(), seq: Seq.optional(), assumed: z.boolean().optional().meta({ description: 'nobody said so: the usual was taken' }) })
  .meta({ description: '`at` and `closes` are instants, `repeat` is an RRULE, `options` are lines. Of a challenge: `cadence` is daily, weekdays, perWeek:3 or an RRULE; `window` 06:00-08:00 or empty; `days` first/last, the last may be empty; `goal` consecutive:21; `makeup` cards:latest age in days, or 0; `proof` tap, text:50, number:5:km …; `teams` lines of a name and how many are in it, 红队:2. Of an itinerary: `trip` its title, `length` days, `start` a day, `party` names, `change` lines. Of one’s own check-ins: `clock` a time of every day, empty: none any more, `pause` first/last, the last may be empty' });

export const PollContent = z.object({ question: z.string().max(1600), options: z.array(z.string().max(800)).min(2).max(10), many: z.boolean().default(false), closesAt: Instant.optional() });
export const ReminderContent = z.object({ text: z.string().max(1600), at: Instant, rrule: z.string().max(200).optional(), zone: z.string(), said: z.string().max(200).optional().meta({ description: 'the words the time was read from' }), to: z.array(Id).max(50).optional().meta({ description: 'who is mentioned when it speaks; absent: nobody in particular' }) });
export const FactContent = z.object({ text: z.string().max(1600), seq: Seq.optional() });

export const ChallengeContent = z.object({ rules: Rules, zone: Zone });

/** A trip to be planned; `id`: one there is, which the card only shows. */
export const ItineraryContent = z.object({ id: Id.optional(), title: z.string().max(160), city: z.string().min(1).max(40).optional(), days: z.number().int().min(1).max(15).optional(), startOn: Day.optional(), party: z.array(Id).min(1).max(50).optional().meta({ description: 'absent: everybody in the pai' }) });
/** A change of a plan there is, `lines` in words; `version` is the one it was made from. */
export const ItineraryEditContent = z.object({ id: Id, title: z.string().max(160), version: z.number().int(), edits: z.array(Edit).min(1).max(20), lines: z.array(z.string().max(400)).max(20) });

/** One's own part in some challenges; nobody else may confirm it. */
const Own = z.object({ memberId: Id, challenges: z.array(z.object({ id: Id, title: z.string().max(160) })).min(1).max(20) });
/** When one is reminded to check in, by one's own clock; null: not any more. */
export const CheckinReminderContent = Own.extend({ at: Clock.nullable() });
/** From the day it is confirmed on; without `until` as long as one likes. */
export const CheckinPauseContent = Own.extend({ from: Day, until: Day.optional() });

/** What an act would do. Nothing has happened until a member confirms. */
export const Act = z.discriminatedUnion('act', [z.object({ act: z.literal('poll'), poll: PollContent }), z.object({ act: z.literal('reminder'), reminder: ReminderContent }), z.object({ act: z.literal('memory'), fact: FactContent }), z.object({ act: z.literal('challenge'), challenge: ChallengeContent }), z.object({ act: z.literal('itinerary'), itinerary: ItineraryContent }), z.object({ act: z.literal('itineraryEdit'), change: ItineraryEditContent }), z.object({ act: z.literal('checkinReminder'), reminder: CheckinReminderContent }), z.object({ act: z.literal('checkinPause'), pause: CheckinPauseContent })]);

/**
 * A proposal in the log. `open`: waiting for a member. `confirmed`: done by `by`; may be undone until `undoUntil`.
 * `undone`, `dismissed`, `expired`: nothing of it is in effect.
 */
export const Card = z
  .object({
    id: Id.meta({ description: 'of a confirmed challenge or a new itinerary its id too' }),
    act: Act,
    rows: z.array(Row),
    state: z.enum(['open', 'confirmed', 'undone', 'dismissed', 'expired']),
    /** Who may confirm besides the owner and admins: those who asked. Empty: every member. */
    mayConfirm: z.array(Id),
    by: z.object({ id: Id, name: z.string() }).optional(),
    undoUntil: Instant.optional(),
    expiresAt: Instant,
    /** Of a confirmed poll: who chose each option. */
    votes: z.array(z.array(Id)).optional(),
    closed: z.boolean().optional(),
    /** Of a confirmed reminder: when it will speak next. */
    nextAt: Instant.optional(),
  })
  .meta({ id: 'Card' });

/** By hand: a poll or a reminder a member makes without the AI, e.g. from a to-do of a recap. It is confirmed at once. */
export const NewCardBody = z.object({ clientMsgId: ClientMsgId, act: Act, seq: Seq.optional().meta({ description: 'the message it comes from' }) });
export const CardBody = z.object({ act: Act });
export const VoteBody = z.object({ options: z.array(z.number().int().min(0).max(9)).max(10) });

export type CardRow = z.infer<typeof Row>;
export type Act = z.infer<typeof Act>;
export type Card = z.infer<typeof Card>;
export type PollContent = z.infer<typeof PollContent>;
export type ReminderContent = z.infer<typeof ReminderContent>;
export type ChallengeContent = z.infer<typeof ChallengeContent>;
export type NewCardBody = z.input<typeof NewCardBody>;
export type CheckinReminderContent = z.infer<typeof CheckinReminderContent>;
export type CheckinPauseContent = z.infer<typeof CheckinPauseContent>;
export type ItineraryContent = z.infer<typeof ItineraryContent>;
export type ItineraryEditContent = z.infer<typeof ItineraryEditContent>;
