import type { Member } from '@shared/wire/pai';
import { fileUrl } from '@/transport/address';
import type { Person } from '@/ui/Avatar';

/** A member, an applicant or a user as a face to draw. */
export const personOf = ({ id, name, avatar }: { id: string; name: string; avatar?: string | undefined }): Person => ({ id, name, picture: avatar === undefined ? undefined : fileUrl(avatar) });

const RANK = { owner: 0, admin: 1, member: 2, ai: 3 } as const;

/** The people among members, the owner first, then admins, the rest as they came. */
export const peopleAmong = (members: readonly Member[]): Member[] =>
  members
    .filter(({ kind }) => kind === 'user')
    .map((member, i) => ({ member, i }))
    .sort((a, b) => RANK[a.member.role] - RANK[b.member.role] || a.i - b.i)
    .map(({ member }) => member);

/** Whether a member may not speak at the moment. */
export const isMuted = (member: Member, now: number): boolean => member.mutedUntil !== undefined && Date.parse(member.mutedUntil) > now;
