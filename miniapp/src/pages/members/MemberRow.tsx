import { Text, View } from '@tarojs/components';
import type { Member } from '@shared/wire/pai';
import { isMuted, personOf } from '@/features/member/people';
import { useT, type Speak } from '@/features/member/words';
import { dayName, momentName } from '@/i18n/time';
import { Avatar } from '@/ui/Avatar';
import { Cell } from '@/ui/List';
import { Tag } from '@/ui/Small';

/** What is known of a member besides the name: never a number, an age or what they set for themselves. */
export function noteOf(member: Member, now: Date, t: Speak): string | undefined {
  if (isMuted(member, now.getTime())) return t('members.mutedUntil', { time: momentName(new Date(member.mutedUntil ?? ''), now, t.locale) });
  if (member.online) return t('members.online');
  return member.joinedAt === undefined ? undefined : t('members.joined', { day: dayName(new Date(member.joinedAt), now, t.locale) });
}

export function MemberName({ member, me }: { member: Member; me: boolean }) {
  const t = useT();
  return (
    <View className="member-name">
      <View className="one">{member.name}</View>
      {member.role === 'owner' && <Tag kind="sun">{t('members.owner')}</Tag>}
      {member.role === 'admin' && <Tag>{t('members.admin')}</Tag>}
      {isMuted(member, Date.now()) && <Tag kind="warn">{t('members.mutedTag')}</Tag>}
      {me && <Text className="t12 soft">{t('common.me')}</Text>}
    </View>
  );
}

interface RowProps {
  member: Member;
  me: boolean;
  /** On my own row only: whether the AI may read me. */
  aiMayRead: boolean;
  onTap: () => void;
}

export function MemberRow({ member, me, aiMayRead, onTap }: RowProps) {
  const t = useT();
  const note = noteOf(member, new Date(), t);
  return (
    <Cell
      before={<Avatar person={personOf(member)} />}
      title={<MemberName member={member} me={me} />}
      {...(note === undefined ? {} : { note })}
      {...(me ? { value: t(aiMayRead ? 'members.readsMe' : 'members.readsMeNot') } : {})}
      go={me}
      onTap={onTap}
    />
  );
}
