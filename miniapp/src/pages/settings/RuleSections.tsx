import type { Pai } from '@shared/wire/pai';
import { mayDo } from '@shared/domain/role';
import { updatePai } from '@/features/pai/store';
import { RoleMark } from '@/features/role/RoleMark';
import { openPage } from '@/features/screen/go';
import { saying } from '@/features/screen/saving';
import { Toggle } from '@/ui/Choice';
import { Cell, List, Section } from '@/ui/List';
import type { Over } from './over';
import { useT } from './words';

interface RuleProps {
  pai: Pai;
  onOpen: (over: Over) => void;
}

/** Who may come in and what they may read. */
export function JoinSection({ pai, onOpen }: RuleProps) {
  const t = useT();
  const may = mayDo(pai.mine.role, 'settings');
  const change = (over: Over): { onTap?: () => void } => (may ? { onTap: () => onOpen(over) } : {});
  return (
    <Section title={t('settings.joining')} {...(may ? {} : { side: t('settings.ownerCan') })}>
      <List>
        <Cell title={t('settings.joinRule')} value={t(`settings.join.${pai.joinRule}`)} {...change('joinRule')} />
        <Cell title={t('settings.history')} value={t(`settings.history.${pai.history}`)} {...change('history')} />
        <Cell title={t('settings.cap')} value={t('common.people', { n: pai.cap })} {...change('cap')} />
        {may && <Cell title={t('settings.blocked')} onTap={() => onOpen('blocked')} />}
      </List>
    </Section>
  );
}

export function SpeakingSection({ pai }: { pai: Pai }) {
  const t = useT();
  if (!mayDo(pai.mine.role, 'settings')) return null;
  return (
    <Section title={t('settings.order')}>
      <List>
        <Cell
          title={t('settings.muteAll')}
          note={t('settings.muteAllNote')}
          control={<Toggle on={pai.muteAll} label={t('settings.muteAll')} onChange={(muteAll) => void saying(updatePai(pai.id, { muteAll }))} />}
        />
      </List>
    </Section>
  );
}

/** The AI members, each leading to how it takes part: for everybody to see, for the owner to set. */
export function AiSection({ pai }: { pai: Pai }) {
  const t = useT();
  return (
    <Section title={t('settings.ai')}>
      <List inset={68}>
        {pai.assistants.map((role) => (
          <Cell key={role.id} before={<RoleMark role={role} />} title={role.name} note={t(`settings.speak.${role.mode}Note`)} value={t(`settings.speak.${role.mode}`)} onTap={() => void openPage('role', { id: pai.id, role: role.id })} />
        ))}
      </List>
    </Section>
  );
}
