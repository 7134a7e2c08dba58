import { z } from 'zod';
import { Id, Instant, LocaleName } from './base';

export const User = z
  .object({
    id: Id,
    nickname: z.string(),
    avatar: z.string().optional().meta({ description: 'URL of the face picture' }),
    guest: z.boolean().meta({ description: 'true while no WeChat account is bound' }),
    showOnInvites: z.boolean(),
    locale: LocaleName,
    createdAt: Instant,
    deleteAt: Instant.optional().meta({ description: 'when the account will be deleted, if asked for' }),
  })
  .meta({ id: 'User' });

const DeviceKey = z.string().min(16).max(128).regex(/^[\x21-\x7e]+$/);
export const GuestLogin = z.object({ kind: z.literal('guest'), nickname: z.string().max(200), device: DeviceKey, locale: LocaleName.optional() });
export const WechatLogin = z.object({ kind: z.literal('wechat'), code: z.string().min(1).max(256), nickname: z.string().max(200).optional(), locale: LocaleName.optional() });
export const LoginBody = z.discriminatedUnion('kind', [GuestLogin, WechatLogin]);
export const Session = z
  .object({ token: z.string(), refreshToken: z.string(), expiresIn: z.number().int().meta({ description: 'seconds the token lives' }), user: User })
  .meta({ id: 'Session' });
export const TokenBody = z.object({ refreshToken: z.string().min(1).max(256) });
export const MeBody = z.object({
  nickname: z.string().max(200).optional(),
  avatarFileId: Id.nullable().optional(),
  showOnInvites: z.boolean().optional(),
  locale: LocaleName.optional(),
});
export const MeReply = z.object({ user: User });
export const BindBody = z.object({ code: z.string().min(1).max(256) });
export const ClientInfo = z.object({
  protocol: z.number().int(),
  guest: z.boolean(),
  wechat: z.boolean(),
  model: z.object({ offline: z.boolean(), name: z.string() }),
  limits: z.record(z.string(), z.number()),
  /** Tiles for maps in a browser; absent: maps are sketches. */
  map: z.object({ url: z.string(), attribution: z.string(), datum: z.enum(['gcj02', 'wgs84']) }).optional(),
});

export type User = z.infer<typeof User>;
export type LoginBody = z.infer<typeof LoginBody>;
export type Session = z.infer<typeof Session>;
export type MeBody = z.infer<typeof MeBody>;
export type ClientInfo = z.infer<typeof ClientInfo>;
