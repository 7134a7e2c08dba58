import { z } from 'zod';
import { LIMITS } from '../domain/limits';
import { RUN_REASONS } from '../domain/runReason';
import { Id, Instant } from './base';
import { Act } from './card';

/** When an AI role speaks [A1]: never, when called, also unasked where it can serve, also to open a topic. */
export const SPEAK_MODES = ['off', 'called', 'helpful', 'host'] as const;
export const SpeakMode = z.enum(SPEAK_MODES);
/** What a role may be asked for. Skills that are not built yet are not in the list. */
export const SKILLS = ['recap', 'search', 'poll', 'reminder', 'memory', 'itinerary', 'supervision'] as const;
export const Skill = z.enum(SKILLS);
export const ROLE_TEMPLATES = ['general', 'trip', 'habit', 'mood', 'study', 'office', 'elder'] as const;
export const RoleTemplate = z.enum(ROLE_TEMPLATES);

/** HH:MM on the clock of the pai's zone. */
export const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM');
/** A stretch of the day; `to` ≤ `from` goes over midnight. */
export const Hours = z.object({ from: ClockTime, to: ClockTime });
export const Digest = z.object({ every: z.enum(['day', 'week']), at: ClockTime, weekday: z.number().int().min(1).max(7).optional().meta({ description: '1 Monday … 7 Sunday; for every week' }) });

/** What the owner sets of an AI role. */
export const RoleSettings = z.object({
  name: z.string().max(80),
  emoji: z.string().max(32),
  manner: z.string().max(LIMITS.mannerGraphemes * 8).meta({ description: 'how it speaks: changes the tone and nothing else' }),
  skills: z.array(Skill).max(SKILLS.length),
  mode: SpeakMode,
  quiet: Hours.nullable().meta({ description: 'speaks only when called then' }),
  capPercent: z.number().int().min(2).max(30).meta({ description: 'the most of the messages and characters of the last 7 days that may be its own when nobody called it' }),
  dailyTokens: z.number().int().min(0).max(10_000_000).meta({ description: 'what the model may use a day; the local engine uses none' }),
  language: z.enum(['auto', 'zh', 'en']),
  digest: Digest.nullable(),
});
/** Whether WeChat still looks at the picture, or has refused it. */
export const RolePictureCheck = z.enum(['pending', 'refused']);
export const AiRole = RoleSettings.extend({
  id: Id,
  template: RoleTemplate,
  version: z.number().int(),
  avatar: z.string().optional().meta({ description: 'URL of its picture; absent: its emoji is its face' }),
  avatarCheck: RolePictureCheck.optional().meta({ description: 'for the owner: the picture is being looked at, or was refused and taken off' }),
}).meta({ id: 'AiRole' });

export const RolesReply = z.object({ roles: z.array(AiRole), mayEdit: z.boolean(), zone: z.string(), model: z.string().meta({ description: 'who provides the model, as members read it' }) });
export const RoleReply = z.object({ role: AiRole });
export const NewRoleBody = z.object({ template: RoleTemplate });
export const RoleBody = RoleSettings.partial().extend({ avatarFileId: Id.nullable().optional().meta({ description: 'a picture of one’s own that was uploaded; null takes it off' }) });
export const RoleVersion = z.object({ version: z.number().int(), by: z.object({ id: Id, name: z.string() }), at: Instant, changed: z.array(z.string()), role: AiRole });
export const UndoRoleBody = z.object({ version: z.number().int().positive().optional().meta({ description: 'the version to go back to; absent: the one before' }) });
export const RoleVersionsReply = z.object({ versions: z.array(RoleVersion) });

/** A scratch talk nobody else sees: what would the role do with the last line? `role`: settings not saved yet. */
export const TryoutBody = z.object({ lines: z.array(z.object({ from: z.string().min(1).max(40), text: z.string().min(1).max(500) })).min(1).max(20), role: RoleBody.optional() });
/** `instead`, where it keeps silent: the least free mode in which it would speak to this line, and what to say so that it speaks as it is set. */
export const TryoutReply = z.object({
  speak: z.boolean(),
  reason: z.enum(RUN_REASONS),
  text: z.string().optional(),
  proposes: Act.optional().meta({ description: 'what it would put to the group for confirmation' }),
  model: z.string().optional(),
  fallback: z.boolean().optional(),
  instead: z.object({ mode: SpeakMode.optional(), text: z.string().optional() }).optional(),
});

const Voice = z.object({ messages: z.number().int(), characters: z.number().int() });
/** How much of the talk is whose, over the last 7 days; everybody may look. */
export const MeterReply = z.object({
  days: z.number(),
  people: Voice,
  roles: z.array(
    z.object({
      id: Id,
      name: z.string(),
      ...Voice.shape,
      share: z.number().meta({ description: 'the larger of its shares of messages and of characters, 0 to 1' }),
      capPercent: z.number().int(),
      overCap: z.boolean(),
      calls: z.number().int().meta({ description: 'turns it was called for' }),
      withheld: z.number().int(),
      tokens: z.object({ input: z.number().int(), output: z.number().int() }),
      cost: z.object({ amount: z.number(), currency: z.string() }).optional().meta({ description: 'by MODEL_PRICE; absent where no price is set' }),
      dailyTokens: z.number().int(),
      usedToday: z.number().int(),
    }),
  ),
});
/** Turns in which it would have spoken and did not; for the owner. */
export const WithheldReply = z.object({ turns: z.array(z.object({ runId: Id, roleId: Id, reason: z.string(), at: Instant, seq: z.number().int().optional() })) });

/** Something it keeps in mind about a pai, with the message it rests on. */
export const MemoryFact = z.object({ id: Id, text: z.string(), about: z.object({ id: Id, name: z.string() }).optional(), seq: z.number().int().optional().meta({ description: 'the message it rests on' }), by: z.object({ id: Id, name: z.string() }), at: Instant, mine: z.boolean().meta({ description: 'about me, written by me or said by me: I may change it' }), stale: z.boolean().optional().meta({ description: 'its message was edited since; not used until somebody has looked' }) }).meta({ id: 'MemoryFact' });
export const MemoryReply = z.object({ facts: z.array(MemoryFact), max: z.number().int() });
export const FactBody = z.object({ text: z.string().min(1).max(LIMITS.factGraphemes * 8), seq: z.number().int().positive().optional() });
export const FactChangeBody = FactBody.pick({ text: true });
export const ForgottenReply = z.object({ forgotten: z.number().int() });
export const FactReply = z.object({ fact: MemoryFact });

export type Hours = z.infer<typeof Hours>;
export type Digest = z.infer<typeof Digest>;
export type SpeakMode = z.infer<typeof SpeakMode>;
export type Skill = z.infer<typeof Skill>;
export type RoleTemplate = z.infer<typeof RoleTemplate>;
export type RolePictureCheck = z.infer<typeof RolePictureCheck>;
export type RoleSettings = z.infer<typeof RoleSettings>;
export type AiRole = z.infer<typeof AiRole>;
export type RoleBody = z.infer<typeof RoleBody>;
export type RolesReply = z.infer<typeof RolesReply>;
export type RoleVersion = z.infer<typeof RoleVersion>;
export type TryoutBody = z.infer<typeof TryoutBody>;
export type TryoutReply = z.infer<typeof TryoutReply>;
export type MeterReply = z.infer<typeof MeterReply>;
export type WithheldReply = z.infer<typeof WithheldReply>;
export type MemoryFact = z.infer<typeof MemoryFact>;
