import { useMemo } from 'react';
import { personOf } from '@/features/member/people';
import { useMembers } from '@/features/member/store';
import type { Person } from '@/ui/Avatar';

/** The face of somebody by their id: their picture where they are still in the pai, else a letter. */
export type Faces = (who: { id: string; name: string }) => Person;

export function useFaces(paiId: string): Faces {
  const { members } = useMembers(paiId);
  return useMemo(() => {
    const known = new Map(members.map((member) => [member.id, personOf(member)]));
    return ({ id, name }) => known.get(id) ?? { id, name };
  }, [members]);
}
