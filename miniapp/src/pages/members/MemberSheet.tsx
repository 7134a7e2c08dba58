import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Member, Pai } from '@shared/wire/pai';
import { personOf } from '@/features/member/people';
import { useT } from '@/features/member/words';
import { Avatar } from '@/ui/Avatar';
import { Cell, List } from '@/ui/List';
import { Pick } from '@/ui/Menu';
import { Sheet } from '@/ui/Sheet';
import { memberActs, mute, MUTE_MINUTES } from './memberActs';
import { MemberName, noteOf } from './MemberRow';

interface SheetProps {
  pai: Pai;
  member: Member;
  onClose: () => void;
}

/** One member: who it is, and what may be done here by those with the right to. */
export function MemberSheet({ pai, member, onClose }: SheetProps) {
  const t = useT();
  const [mutes, setMutes] = useState(false);
  const acts = memberActs(pai, member, () => setMutes(true));
  if (mutes)
    return (
      <Pick
        title={t('members.muteTitle', { name: member.name })}
        value=""
        choices={MUTE_MINUTES.map((minutes) => ({ value: String(minutes), text: t(`members.mute${minutes}`) }))}
        onPick={(minutes) => void mute(pai, member, Number(minutes))}
        onClose={onClose}
      />
    );
  return (
    <Sheet title={t('members.profile', { name: member.name })} onClose={onClose}>
      <View className="who">
        <Avatar person={personOf(member)} size={60} />
        <View className="grow">
          <View className="t18">
            <MemberName member={member} me={false} />
          </View>
          <View className="t14 soft">{noteOf(member, new Date(), t)}</View>
        </View>
      </View>
      {acts.length > 0 && (
        <List inset={52}>
          {acts.map(({ icon, text, note, danger = false, act }) => (
            <Cell
              key={text}
              icon={icon}
              title={text}
              {...(note === undefined ? {} : { note })}
              danger={danger}
              go={false}
              onTap={() => {
                if (icon !== 'mute') onClose();
                act();
              }}
            />
          ))}
        </List>
      )}
    </Sheet>
  );
}
