import { z } from 'zod';
import { PAI_KINDS } from '../domain/kind';
import { LIMITS } from '../domain/limits';
import { ROLES } from '../domain/role';
import { Skill, SpeakMode } from './aiRole';
import { Id, Instant, QueryInt, Seq } from './base';
import { SystemNote } from './message';

export const JoinRule = z.enum(['link', 'approval', 'closed']);
/** What a newcomer may read of what was said before. */
export const History = z.enum(['join', 'week', 'all']);

/** An AI member in short; its settings are an AiRole. */
export const Assistant = z.object({ id: Id, name: z.string(), emoji: z.string(), avatar: z.string().optional().meta({ description: 'URL of its picture' }), mode: SpeakMode, skills: z.array(Skill) }).meta({ id: 'Assistant' });

/** A pai as one member sees it: `mine` is about that member alone. */
export const Pai = z
  .object({
    id: Id,
    number: z.string().meta({ description: '派号, 8 digits' }),
    name: z.string(),
    emoji: z.string(),
    cover: z.string().optional().meta({ description: 'URL of the cover picture' }),
    kind: z.enum(PAI_KINDS),
    intro: z.string(),
    announcement: z.object({ text: z.string(), by: Id, at: Instant }).optional(),
    ownerId: Id,
    memberCount: z.number().int(),
    cap: z.number().int(),
    joinRule: JoinRule,
    history: History,
    muteAll: z.boolean(),
    assistants: z.array(Assistant),
    requestCount: z.number().int().optional().meta({ description: 'open requests to join; only for those who may decide' }),
    dissolveAt: Instant.optional(),
    createdAt: Instant,
    headSeq: z.number().int(),
    epoch: z.string(),
    mine: z.object({
      role: z.enum(ROLES),
      fromSeq: Seq.meta({ description: 'first position this member may read' }),
      readSeq: z.number().int(),
      unread: z.number().int(),
      mentionSeq: Seq.optional().meta({ description: 'first unread message that mentions me' }),
      muted: z.boolean(),
      pinned: z.boolean(),
      hideAi: z.boolean(),
      aiMayRead: z.boolean(),
      consentAt: Instant.optional().meta({ description: 'when I was told who processes what the AI reads here, and chose; absent: not yet' }),
      mutedUntil: Instant.optional(),
    }),
    last: z
      .object({ seq: Seq, senderName: z.string(), senderKind: z.enum(['user', 'ai', 'system']), kind: z.enum(['text', 'image', 'voice', 'file', 'system']), text: z.string(), recalled: z.boolean(), at: Instant, system: SystemNote.optional() })
      .optional(),
  })
  .meta({ id: 'Pai' });

export const Member = z
  .object({
    id: Id,
    name: z.string(),
    role: z.enum(ROLES),
    kind: z.enum(['user', 'ai']),
    avatar: z.string().optional(),
    joinedAt: Instant.optional(),
    mutedUntil: Instant.optional(),
    online: z.boolean().optional(),
  })
  .meta({ id: 'Member' });

export const CreatePaiBody = z.object({ name: z.string().max(200), emoji: z.string().max(32).optional(), kind: z.enum(PAI_KINDS).optional(), coverFileId: Id.optional() });
export const PaiReply = z.object({ pai: Pai });
export const PaisReply = z.object({ pais: z.array(Pai) });
export const PaiSettingsBody = z.object({
  name: z.string().max(200).optional(),
  emoji: z.string().max(32).optional(),
  coverFileId: Id.nullable().optional(),
  intro: z.string().max(LIMITS.introGraphemes * 8).optional(),
  joinRule: JoinRule.optional(),
  history: History.optional(),
  cap: z.number().int().min(2).optional(),
  announcement: z.string().max(LIMITS.announcementGraphemes * 8).optional().meta({ description: 'an empty text takes it down' }),
  muteAll: z.boolean().optional(),
});
export const MineBody = z.object({ muted: z.boolean().optional(), pinned: z.boolean().optional(), hideAi: z.boolean().optional(), aiMayRead: z.boolean().optional(), consent: z.literal(true).optional().meta({ description: 'I have read who processes what the AI reads here' }) });
export const MembersReply = z.object({ members: z.array(Member) });
export const MemberBody = z.object({ role: z.enum(['admin', 'member']).optional(), mutedMinutes: z.number().int().min(0).max(60 * 24 * 30).optional().meta({ description: '0 lifts it' }) });
export const RemoveQuery = z.object({ block: QueryInt(0, 1).default(0) });
export const TransferBody = z.object({ userId: Id });
export const JoinByNumberBody = z.object({ number: z.string().regex(/^\s*\d{4}\s?\d{4}\s*$/) });
export const Applicant = z.object({ userId: Id, name: z.string(), avatar: z.string().optional(), via: z.enum(['invite', 'number']), inviterName: z.string().optional(), at: Instant });
export const ApplicantsReply = z.object({ requests: z.array(Applicant) });
export const DecideBody = z.object({ approve: z.boolean() });
export const BlockedReply = z.object({ blocked: z.array(z.object({ userId: Id, name: z.string() })) });

/** What anybody holding an invite may know before joining. */
export const PaiCard = z
  .object({
    name: z.string(),
    emoji: z.string(),
    cover: z.string().optional(),
    kind: z.enum(PAI_KINDS),
    intro: z.string(),
    owner: z.object({ name: z.string(), avatar: z.string().optional(), tint: z.number().int() }),
    memberCount: z.number().int(),
    full: z.boolean(),
    seats: z
      .array(z.object({ name: z.string().optional(), avatar: z.string().optional(), tint: z.number().int() }))
      .meta({ description: 'up to 7 others; a name or face only of members who chose to be shown on invites' }),
    joinRule: JoinRule,
    history: History,
    assistant: z.object({ name: z.string(), mode: SpeakMode, capPercent: z.number().int(), model: z.string() }).meta({ description: 'of several AI members the one that may speak most freely' }),
  })
  .meta({ id: 'PaiCard' });

export const InviteBody = z.object({ maxUses: z.number().int().min(1).max(1000).optional(), hours: z.number().min(0.01).max(LIMITS.inviteMaxHours).optional() });
export const InviteCreated = z.object({ id: Id, token: z.string(), url: z.string(), path: z.string(), expiresAt: Instant });
export const Invite = z
  .object({ id: Id, createdBy: z.object({ id: Id, name: z.string() }), createdAt: Instant, expiresAt: Instant, maxUses: z.number().int().optional(), uses: z.number().int(), state: z.enum(['open', 'expired', 'used-up', 'revoked']), mine: z.boolean() })
  .meta({ id: 'Invite' });
export const InvitesReply = z.object({ invites: z.array(Invite) });
/** `standing`: what the caller is to this pai already, when signed in. */
export const CardReply = z.object({ card: PaiCard, standing: z.enum(['none', 'member', 'asked']), paiId: Id.optional(), expiresAt: Instant.optional() });
export const AcceptReply = z.object({ pai: Pai.optional(), pending: z.boolean().meta({ description: 'true: waiting for the owner' }) });

export type Pai = z.infer<typeof Pai>;
export type Assistant = z.infer<typeof Assistant>;
export type Member = z.infer<typeof Member>;
export type PaiCard = z.infer<typeof PaiCard>;
export type CardReply = z.infer<typeof CardReply>;
export type Invite = z.infer<typeof Invite>;
export type Applicant = z.infer<typeof Applicant>;
export type PaiSettingsBody = z.infer<typeof PaiSettingsBody>;
export type MineBody = z.infer<typeof MineBody>;
export type JoinRule = z.infer<typeof JoinRule>;
export type History = z.infer<typeof History>;
