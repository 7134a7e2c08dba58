import { z } from 'zod';
import { DAY_STATES } from '../domain/checkin/types';
import { LIMITS } from '../domain/limits';
import { ClientMsgId, Day, Id, Instant } from './base';
import { Clock, RuleChanges, Rules, Zone } from './challengeRules';
import { WireFile } from './message';

const Advice = z.object({ kind: z.enum(['same-picture', 'old-picture', 'too-short', 'copied', 'looks-fine']), note: z.string(), entryId: Id.optional(), takenOn: Day.optional().meta({ description: 'old-picture: the day its camera says it was taken, by the member’s clock' }) });

/** One entry of the ledger, as it was written: never edited. `day` and `zone` are the member's own at that moment. */
export const Entry = z
  .object({
    id: Id,
    kind: z.enum(['checkin', 'makeup', 'pause', 'resume', 'zone', 'verdict']),
    member: z.object({ id: Id, name: z.string(), left: z.boolean().optional().meta({ description: 'takes part no more' }) }),
    by: z.object({ id: Id, name: z.string() }).optional().meta({ description: 'who judged' }),
    at: Instant,
    doneAt: Instant.optional(),
    day: Day,
    zone: Zone,
    state: z.enum(DAY_STATES).optional(),
    nth: z.number().int().optional().meta({ description: 'the how many-eth day done this is' }),
    text: z.string().optional(),
    amount: z.number().optional(),
    file: WireFile.optional(),
    place: z.object({ name: z.string(), lat: z.number(), lon: z.number() }).optional(),
    until: Day.optional(),
    ok: z.boolean().optional(),
    reason: z.string().optional(),
    advice: z.array(Advice).optional().meta({ description: 'what a program noticed; people decide' }),
    appeal: z.object({ at: Instant, text: z.string() }).optional(),
    reactions: z.array(z.object({ emoji: z.string(), userIds: z.array(Id) })).optional(),
  })
  .meta({ id: 'LedgerEntry' });

const Ranked = z.object({ id: Id, name: z.string(), value: z.number().int(), makeups: z.number().int(), done: z.boolean() });

/** The caller's own standing. `button` is what the big button says. */
const Mine = z.object({
  joined: z.boolean(),
  zone: Zone,
  today: Day,
  days: z.array(z.object({ day: Day, state: z.enum(DAY_STATES), level: z.number().int().min(0).max(3) })),
  streak: z.number().int(),
  best: z.number().int(),
  total: z.number().int(),
  cardsLeft: z.number().int(),
  done: z.boolean(),
  button: z.enum(['ready', 'done', 'pending', 'outside-window', 'not-today', 'not-started', 'ended', 'paused', 'rejected', 'join']),
  opensAt: Instant.optional(),
  closesAt: Instant.optional(),
  doneAt: Instant.optional(),
  reminder: z.object({
    at: Clock.optional(),
    credits: z.number().int(),
    calendar: z.boolean(),
    next: z.object({ at: Instant, by: z.enum(['wechat', 'app']) }).optional().meta({ description: 'when the next one comes as things stand, and by which way; never promised' }),
  }),
});

export const Challenge = z
  .object({
    id: Id,
    paiId: Id,
    rules: Rules,
    /** Rules that take effect later. */
    next: z.object({ rules: Rules, from: Day, by: z.string() }).optional(),
    state: z.enum(['upcoming', 'active', 'ended', 'closed']),
    by: z.object({ id: Id, name: z.string() }),
    members: z.number().int(),
    doneToday: z.number().int(),
    mine: Mine,
    byTotal: z.array(Ranked).meta({ description: 'the first three and the caller' }),
    byStreak: z.array(Ranked),
    rank: z.object({ byTotal: z.number().int(), byStreak: z.number().int() }).optional(),
    teams: z.array(z.object({ name: z.string(), total: z.number().int(), perHead: z.number() })).optional(),
    mayManage: z.boolean(),
    toJudge: z.number().int().optional().meta({ description: 'check-ins that wait for a verdict, or for another after an appeal; for those who may judge' }),
    createdAt: Instant,
    updatedAt: Instant,
    now: Instant.meta({ description: 'when this was told: a device whose clock is wrong goes by it' }),
  })
  .meta({ id: 'Challenge' });

export const ChallengeReply = z.object({ challenge: Challenge });
export const ChallengeList = z.object({ challenges: z.array(Challenge) });
/** What can still be checked in to today, in all the caller's pais; what closes first before the rest. */
export const OpenToday = z.object({ open: z.array(z.object({ paiId: Id, challengeId: Id, title: z.string(), closesAt: Instant.optional(), remindedAt: Instant.optional().meta({ description: 'when one was reminded of it today' }) })) });
export const NewChallengeBody = z.object({ clientMsgId: ClientMsgId, rules: Rules, zone: Zone });
/** Easier rules take effect after 7 days, others the next day. */
export const ChallengeBody = z.object({ rules: RuleChanges });
export const JoinBody = z.object({ zone: Zone });

export const Proof = z.object({ text: z.string().max(8000).optional(), fileId: Id.optional(), amount: z.number().min(0).max(LIMITS.challengeAmount).optional(), place: z.object({ name: z.string().max(80), lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) }).optional() });
export const CheckinBody = z.object({ clientMsgId: ClientMsgId, zone: Zone, doneAt: Instant.optional().meta({ description: 'when it was done, if it was recorded offline' }), proof: Proof.optional() });
export const MakeupBody = z.object({ clientMsgId: ClientMsgId, day: Day, proof: Proof.optional() });
export const PauseBody = z.object({ clientMsgId: ClientMsgId, until: Day.optional() });
export const ResumeBody = z.object({ clientMsgId: ClientMsgId });
export const VerdictBody = z.object({ clientMsgId: ClientMsgId, memberId: Id, day: Day, ok: z.boolean(), reason: z.string().max(400).optional() });
export const AppealBody = z.object({ text: z.string().max(400).default('') });
/** Adds to a check-in already made (a picture, a word); the entry itself stays. */
export const AddProofBody = z.object({ proof: Proof });
export const EntryReply = z.object({ entry: Entry, challenge: Challenge });
export const Feed = z.object({ entries: z.array(Entry), next: z.string().optional() });
export const EntryReactionBody = z.object({ emoji: z.string().min(1).max(16), on: z.boolean() });

export const ReminderBody = z.object({ at: Clock.nullable().meta({ description: 'the member’s own clock; null: none' }), zone: Zone, calendar: z.boolean().optional() });
/** What WeChat answered to one tap: each accepted template is good for one message. */
export const CreditsBody = z.object({ clientMsgId: ClientMsgId, accepted: z.array(z.string().max(100)).max(5) });
export const CreditsReply = z.object({ credits: z.number().int(), templates: z.array(z.string()) });

/** The week of a challenge, each line with the entries it was read from. */
export const WeekReport = z.object({ from: Day, to: Day, lines: z.array(z.object({ text: z.string(), entryIds: z.array(Id) })), aiMade: z.boolean() });
export const ReportReply = z.object({ report: WeekReport.nullable() });

export type Proof = z.infer<typeof Proof>;
export type Entry = z.infer<typeof Entry>;
export type Challenge = z.infer<typeof Challenge>;
export type OpenToday = z.infer<typeof OpenToday>;
export type WeekReport = z.infer<typeof WeekReport>;
