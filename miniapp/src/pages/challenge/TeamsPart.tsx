import { View } from '@tarojs/components';
import type { Member } from '@shared/wire/pai';
import { peopleAmong } from '@/features/member/people';
import { useMembers } from '@/features/member/store';
import { usePunchT } from '@/features/challenge/words';
import { aria } from '@/ui/aria';
import { Button, IconButton } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Section } from '@/ui/List';
import { Chip } from '@/ui/Small';
import { MAX, type Form } from './form';
import type { PartProps } from './FormParts';

type Team = Form['teams'][number];

/* Somebody is in one team at most: put into one, they are out of the others. */
const withMember = (teams: readonly Team[], at: number, id: string): Team[] =>
  teams.map((team, i) => ({ ...team, members: i === at && !team.members.includes(id) ? [...team.members, id] : team.members.filter((one) => one !== id) }));

interface TeamProps extends Pick<PartProps, 'form' | 'set'> {
  at: number;
  team: Team;
  people: readonly Member[];
}

function TeamCard({ form, set, at, team, people }: TeamProps) {
  const t = usePunchT();
  const put = (change: Partial<Team>): void => set({ teams: form.teams.map((one, i) => (i === at ? { ...one, ...change } : one)) });
  return (
    <View className="team">
      <Field
        on="card"
        label={t('rules.team.name', { n: at + 1 })}
        value={team.name}
        maxLength={MAX.team}
        onChange={(name) => put({ name })}
        after={<IconButton icon="close" size={18} className="soft" label={t('rules.team.remove', { n: at + 1 })} onTap={() => set({ teams: form.teams.filter((_, i) => i !== at) })} />}
      />
      <View className="chips" {...aria({ role: 'group', label: t('rules.team.of', { n: at + 1 }) })}>
        {people.map(({ id, name }) => (
          <Chip key={id} on={team.members.includes(id)} onTap={() => set({ teams: withMember(form.teams, at, id) })}>
            {name}
          </Chip>
        ))}
      </View>
    </View>
  );
}

/** Teams, and who is in which. */
export function TeamsPart({ paiId, form, set }: Pick<PartProps, 'form' | 'set'> & { paiId: string }) {
  const t = usePunchT();
  const people = peopleAmong(useMembers(paiId).members);
  return (
    <Section title={t('rules.teams')}>
      <View className="parts">
        {form.teams.map((team, at) => (
          <TeamCard key={at} form={form} set={set} at={at} team={team} people={people} />
        ))}
        {form.teams.length < MAX.teams && (
          <Button kind="text" size={44} icon="plus" onTap={() => set({ teams: [...form.teams, { name: '', members: [] }] })}>
            {t('rules.team.add')}
          </Button>
        )}
      </View>
    </Section>
  );
}
