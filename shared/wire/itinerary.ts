import { z } from 'zod';
import { CONSTRAINT_OPS, CONSTRAINT_TYPES, ITEM_KINDS, MEANS, PLACE_TYPES } from '../domain/itinerary/types';
import { ClientMsgId, Day, Id, Instant, QueryInt, Seq } from './base';

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'HH:MM');
const Yuan = z.number().min(0).max(10_000_000);
const Zone = z.string().max(64);

export const Constraint = z.object({
  type: z.enum(CONSTRAINT_TYPES),
  op: z.enum(CONSTRAINT_OPS),
  value: z.union([z.string().min(1).max(100), z.number(), z.array(z.union([z.string().max(100), z.number()])).min(1).max(20)]),
});

const OpeningHours = z.object({ days: z.array(z.number().int().min(1).max(7)).min(1).max(7), open: Clock, close: Clock });

/** Where a fact comes from, and of what day it is. `verified: false` is shown as 没核实. */
const Source = z.object({ name: z.string().max(100), on: Day, verified: z.boolean(), url: z.url({ protocol: /^https$/ }).optional() });

/** A place. What is not known is absent, and shown as unknown. */
export const Place = z
  .object({
    id: z.string().max(100),
    name: z.string().min(1).max(80),
    type: z.enum(PLACE_TYPES),
    kind: z.string().max(40),
    lat: z.number().min(-90).max(90),
    lon: z.number().min(-180).max(180),
    open: Clock.optional(),
    close: Clock.optional(),
    hours: z.array(OpeningHours).max(14).optional(),
    price: Yuan.optional(),
    minHours: z.number().min(0).max(24).optional(),
    maxHours: z.number().min(0).max(24).optional(),
    tags: z.array(z.string().max(40)).max(30).optional(),
    aliases: z.array(z.string().max(80)).max(10).optional().meta({ description: 'other names people know it by' }),
    address: z.string().max(200).optional(),
    source: Source,
  })
  .meta({ id: 'Place' });

/** One member's wish: in his words, and as the program understood it (empty: nothing it can check). */
export const Wish = z
  .object({
    id: Id,
    member: z.object({ id: Id, name: z.string() }),
    text: z.string(),
    constraints: z.array(Constraint),
    /** The message it was read from; absent where it was written on the board. */
    seq: Seq.optional(),
    guessed: z.boolean().optional().meta({ description: 'a model took the words for this; whoever wished it can put it right' }),
    hearts: z.array(Id),
    state: z.enum(['placed', 'unverified', 'unplaced', 'conflict', 'withdrawn']).meta({ description: 'against the current version of the plan; without a plan `unplaced`, or `conflict` with another wish' }),
    /** Where it went, what it lacks, or what stands against it. */
    finding: z.string().optional(),
    conflictsWith: z.array(Id).optional(),
    at: Instant,
  })
  .meta({ id: 'Wish' });
export const NewWishBody = z.object({ clientMsgId: ClientMsgId, text: z.string().min(1).max(1600), constraints: z.array(Constraint).max(12).optional().meta({ description: 'absent: the program reads them out of the text' }) });
export const WishBody = z.object({ text: z.string().min(1).max(1600).optional(), constraints: z.array(Constraint).max(12).optional() });
export const WishReply = z.object({ wish: Wish });
export const HeartBody = z.object({ on: z.boolean() });

const Leg = z.object({ by: z.enum(MEANS), km: z.number(), minutes: z.number().int(), cost: z.number() });

/** One stop. `who` absent: everybody. */
export const PlanItem = z
  .object({ id: Id, kind: z.enum(ITEM_KINDS), placeId: z.string(), from: Clock, to: Clock, cost: z.number(), leg: Leg.optional(), who: z.array(Id).optional(), note: z.string().max(500).optional() })
  .meta({ id: 'PlanItem' });
export const PlanDay = z.object({ on: Day.optional(), items: z.array(PlanItem) });

/** One requirement held against the plan by a program that is not the planner. */
export const Check = z
  .object({
    rule: z.string().meta({ description: 'hours, legs, meals, nights, budget, … or `wish`' }),
    state: z.enum(['pass', 'fail', 'unknown']),
    title: z.string(),
    finding: z.string(),
    wishId: Id.optional(),
    memberId: Id.optional(),
    day: z.number().int().optional(),
    itemId: Id.optional(),
    /** A way out the page can offer. */
    fix: z.enum(['replace', 'move', 'remove', 'verify', 'discuss']).optional(),
  })
  .meta({ id: 'Check' });

const By = z.object({ id: Id, name: z.string(), kind: z.enum(['user', 'ai']) });
export const Version = z.object({ version: z.number().int(), at: Instant, by: By, what: z.string(), cost: z.number(), failing: z.number().int() }).meta({ id: 'ItineraryVersion' });

/** Something essential is missing or two wishes clash: one question at a time. */
const Question = z.object({ text: z.string(), about: z.enum(['days', 'city', 'date', 'budget', 'clash']), wishIds: z.array(Id) });

export const Itinerary = z
  .object({
    id: Id,
    paiId: Id,
    title: z.string(),
    state: z.enum(['gathering', 'planning', 'planned', 'decided', 'failed']),
    city: z.string().optional(),
    zone: Zone,
    startOn: Day.optional(),
    days: z.number().int().optional(),
    party: z.array(z.object({ id: Id, name: z.string() })),
    question: Question.optional(),
    /** 0 before the first plan. */
    version: z.number().int(),
    plan: z.object({ days: z.array(PlanDay), cost: z.number(), perHead: z.number(), by: By, aiMade: z.boolean() }).optional(),
    places: z.array(Place),
    checks: z.array(Check),
    failure: z.string().optional().meta({ description: 'why it could not be planned, where its state is `failed`' }),
    unmet: z.array(z.object({ wishId: Id.optional(), memberId: Id.optional(), text: z.string(), why: z.string() })),
    decided: z.object({ at: Instant, by: By }).optional(),
    /** Polls in the log about what stands at a stop. */
    votes: z.array(z.object({ seq: Seq, itemId: Id })),
    counts: z.object({ wishes: z.number().int(), comments: z.number().int(), expenses: z.number().int() }),
    updatedAt: Instant,
  })
  .meta({ id: 'Itinerary' });
export const ItineraryReply = z.object({ itinerary: Itinerary });
export const ItineraryList = z.object({ itineraries: z.array(Itinerary.pick({ id: true, paiId: true, title: true, state: true, city: true, startOn: true, days: true, version: true, counts: true, updatedAt: true })) });
export const WishList = z.object({ wishes: z.array(Wish), fromTalk: z.number().int() });

const Frame = { title: z.string().min(1).max(160).optional(), city: z.string().min(1).max(40).optional(), zone: Zone.optional(), startOn: Day.nullable().optional(), days: z.number().int().min(1).max(15).optional(), party: z.array(Id).min(1).max(50).optional() };
export const NewItineraryBody = z.object({ clientMsgId: ClientMsgId, ...Frame });
export const ItineraryBody = z.object(Frame);

/** One step of editing by hand; the whole is recounted and checked again. */
export const Edit = z.discriminatedUnion('do', [
  z.object({ do: z.literal('move'), itemId: Id, day: z.number().int().min(0), place: z.number().int().min(0).meta({ description: 'its place in that day, from 0' }) }),
  z.object({ do: z.literal('time'), itemId: Id, from: Clock, to: Clock }),
  z.object({ do: z.literal('replace'), itemId: Id, placeId: z.string() }),
  z.object({ do: z.literal('remove'), itemId: Id }),
  z.object({ do: z.literal('add'), day: z.number().int().min(0), place: z.number().int().min(0), placeId: z.string(), kind: z.enum(ITEM_KINDS) }),
  z.object({ do: z.literal('who'), itemId: Id, who: z.array(Id).max(50) }),
  z.object({ do: z.literal('note'), itemId: Id, note: z.string().max(500) }),
  z.object({ do: z.literal('means'), itemId: Id, by: z.enum(MEANS) }),
]);
export const EditBody = z.object({ version: z.number().int().meta({ description: 'the version one looked at; another one since: 409' }), edits: z.array(Edit).min(1).max(20) });
/** What could stand instead of a stop, best first. `loses`, `gains`: wishes, in words. */
export const AlternativesReply = z.object({ alternatives: z.array(z.object({ place: Place, from: Clock, to: Clock, moreCost: z.number(), moreMinutes: z.number(), loses: z.array(z.string()), gains: z.array(z.string()) })) });
/** Lets the pai vote on what stands at a stop: a poll in the log. */
export const NewStopVoteBody = z.object({ clientMsgId: ClientMsgId, placeIds: z.array(z.string().max(100)).min(1).max(5).meta({ description: 'besides the place that stands there now' }) });
export const ApplyVoteBody = z.object({ version: z.number().int() });
/** Live: the group is `minutes` late at `itemId`; the rest of that day is planned anew. */
export const LateBody = z.object({ version: z.number().int(), itemId: Id, minutes: z.number().int().min(5).max(600) });
export const UndoBody = z.object({ to: z.number().int().min(1) });
export const DecideBody = z.object({ version: z.number().int(), knowing: z.array(z.string()).optional().meta({ description: 'the failing checks one accepts, each as its title; with fails open and without it: 409 names them' }) });
export const Change = z.object({ kind: z.enum(['added', 'removed', 'moved', 'changed']), day: z.number().int(), text: z.string() });
export const VersionsReply = z.object({ versions: z.array(Version) });
export const DiffQuery = z.object({ from: QueryInt(1, 1e6), to: QueryInt(1, 1e6) });
export const DiffReply = z.object({ from: z.number().int(), to: z.number().int(), changes: z.array(Change) });

export const Comment = z.object({ id: Id, by: By, text: z.string(), itemId: Id.optional(), at: Instant });
export const NewCommentBody = z.object({ clientMsgId: ClientMsgId, text: z.string().min(1).max(1600), itemId: Id.optional() });
export const CommentsReply = z.object({ comments: z.array(Comment) });

/** Money in cents, exact. */
export const Expense = z.object({ id: Id, title: z.string(), payer: Id, cents: z.number().int().positive(), for: z.array(Id).min(1), weights: z.array(z.number().int().positive()).optional(), itemId: Id.optional(), by: By, at: Instant, removedAt: Instant.optional() });
export const NewExpenseBody = z.object({ clientMsgId: ClientMsgId, title: z.string().min(1).max(160), payer: Id, cents: z.number().int().min(1).max(1_000_000_00), for: z.array(Id).min(1).max(50), weights: z.array(z.number().int().min(1).max(1000)).max(50).optional(), itemId: Id.optional() });
export const ExpensesReply = z.object({ expenses: z.array(Expense), balances: z.array(z.object({ id: Id, name: z.string(), cents: z.number().int() })), transfers: z.array(z.object({ from: Id, to: Id, cents: z.number().int() })), total: z.number().int() });

export const PackingThing = z.object({ id: z.string().max(60).meta({ description: '`rule-…`: brought up by a rule; its words cannot be changed' }), text: z.string(), who: Id.optional(), done: z.array(Id), because: z.string().optional() });
export const PackingReply = z.object({ things: z.array(PackingThing) });
export const NewPackingBody = z.object({ clientMsgId: ClientMsgId, text: z.string().min(1).max(160), who: Id.optional() });
export const PackingBody = z.object({ done: z.boolean().optional(), text: z.string().min(1).max(160).optional(), who: Id.nullable().optional() });

export const EXPORT_FORMATS = ['ics', 'gpx', 'csv', 'png', 'pdf', 'expenses'] as const;
/** Addresses on this service; each is good for 30 minutes. All but `expenses` need a plan, `ics` a date as well. */
export const ExportsReply = z.object({ links: z.array(z.object({ format: z.enum(EXPORT_FORMATS), url: z.string() })) });

/** Degrees Celsius, millimetres; `source` is to be named beside it. No days: nobody knows. */
export const WeatherReply = z.object({ days: z.array(z.object({ on: Day, text: z.string(), low: z.number(), high: z.number(), wetMm: z.number() })), source: z.string().optional() });

export const PlacesReply = z.object({ places: z.array(Place), provider: z.string(), stale: z.boolean() });
export const ImportBody = z.object({
  format: z.enum(['csv', 'geojson']),
  text: z.string().min(1).max(200_000),
  city: z.string().min(1).max(40).optional().meta({ description: 'of rows that name none' }),
  datum: z.enum(['gcj02', 'wgs84']).optional().meta({ description: 'of the coordinates; absent: gcj02 in a CSV, wgs84 in a GeoJSON' }),
});
export const ImportReply = z.object({ added: z.number().int(), changed: z.number().int(), refused: z.array(z.object({ line: z.number().int(), field: z.string(), why: z.string() })) });

export type Constraint = z.infer<typeof Constraint>;
export type Place = z.infer<typeof Place>;
export type Wish = z.infer<typeof Wish>;
export type PlanItem = z.infer<typeof PlanItem>;
export type PlanDay = z.infer<typeof PlanDay>;
export type Check = z.infer<typeof Check>;
export type Itinerary = z.infer<typeof Itinerary>;
export type ItineraryVersion = z.infer<typeof Version>;
export type Edit = z.infer<typeof Edit>;
export type Expense = z.infer<typeof Expense>;
export type Comment = z.infer<typeof Comment>;
export type PackingThing = z.infer<typeof PackingThing>;
