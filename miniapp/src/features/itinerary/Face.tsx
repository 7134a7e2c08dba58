import { createContext, useContext, useMemo, type PropsWithChildren } from 'react';
import { View } from '@tarojs/components';
import { personOf } from '@/features/member/people';
import { useMembers } from '@/features/member/store';
import { Avatar, type Person } from '@/ui/Avatar';
import { Icon } from '@/ui/Icon';
import './face.css';

const Faces = createContext<ReadonlyMap<string, Person>>(new Map());

/** Lends the faces of a pai's members to what is drawn inside. */
export function FacesOf({ paiId, children }: PropsWithChildren<{ paiId: string }>) {
  const { members } = useMembers(paiId);
  const faces = useMemo(() => new Map(members.map((member) => [member.id, personOf(member)])), [members]);
  return <Faces.Provider value={faces}>{children}</Faces.Provider>;
}

/** A member's face; one who left keeps the ground of his id. */
export function Face({ id, name, size }: { id: string; name: string; size: number }) {
  return <Avatar person={useContext(Faces).get(id) ?? { id, name }} size={size} />;
}

export const STATE_ICON = { pass: 'pass', fail: 'fail', unknown: 'unknown' } as const;
export const STATE_TONE = { pass: 'ok', fail: 'bad', unknown: 'warn' } as const;

/** A face with what the program found, in its corner. */
export function CheckedFace({ id, name, state }: { id: string; name: string; state: keyof typeof STATE_ICON }) {
  return (
    <View className="cf">
      <Face id={id} name={name} size={32} />
      <View className={`cf-mark ${STATE_TONE[state]}`}>
        <Icon name={STATE_ICON[state]} size={18} />
      </View>
    </View>
  );
}
