import { View } from '@tarojs/components';
import { SPEAK_MODES } from '@shared/wire/aiRole';
import type { Pai } from '@shared/wire/pai';
import { mayDo } from '@shared/domain/role';
import { useClient } from '@/features/account/session';
import { updatePai } from '@/features/pai/store';
import { changeRole } from '@/features/role/store';
import { saying } from '@/features/screen/saving';
import { useT } from '@/i18n';
import { Segments, Toggle } from '@/ui/Choice';
import { Cell, List, Section } from '@/ui/List';
import { AiMark } from '@/ui/Marks';
import type { Over } from './over';

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

/** When the AI member speaks and where what it reads goes: for everybody to see, for the owner and admins to set. */
export function AiSection({ pai }: { pai: Pai }) {
  const t = useT();
  const may = mayDo(pai.mine.role, 'set-ai');
  const model = useClient()?.model;
  const [role] = pai.assistants;
  const mode = role?.mode ?? 'off';
  return (
    <Section title={t('settings.ai')} {...(may ? {} : { side: t('settings.ownerCan') })}>
      <List>
        <View>
          <Cell before={<AiMark size={28} />} title={t('settings.speak')} note={t(`settings.speak.${mode}Note`)} {...(may ? {} : { value: t(`settings.speak.${mode}`) })} />
          {may && role && (
            <View className="set-modes">
              <Segments label={t('settings.speak')} value={mode} options={SPEAK_MODES.map((value) => ({ value, text: t(`settings.speak.${value}`) }))} onChange={(next) => void saying(changeRole(pai.id, role.id, { mode: next }))} />
            </View>
          )}
        </View>
        {mode !== 'off' && model && <Cell title={t('settings.reads')} note={model.offline ? t('settings.readsLocal') : t('settings.readsModel', { model: model.name })} />}
      </List>
    </Section>
  );
}
