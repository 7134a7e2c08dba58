import { View } from '@tarojs/components';
import type { Pai, SpeakMode } from '@shared/wire/pai';
import { mayDo } from '@shared/domain/role';
import { useClient } from '@/features/account/session';
import { updatePai } from '@/features/pai/store';
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

const MODES: readonly SpeakMode[] = ['called', 'off'];

/** When the AI member speaks and where what it reads goes: for everybody to see, for the owner and admins to set. */
export function AiSection({ pai }: { pai: Pai }) {
  const t = useT();
  const may = mayDo(pai.mine.role, 'settings');
  const model = useClient()?.model;
  const mode = pai.assistants[0]?.mode ?? 'off';
  return (
    <Section title={t('settings.ai')} {...(may ? {} : { side: t('settings.ownerCan') })}>
      <List>
        <View>
          <Cell before={<AiMark size={28} />} title={t('settings.speak')} note={t(`settings.speak.${mode}Note`)} {...(may ? {} : { value: t(`settings.speak.${mode}`) })} />
          {may && (
            <View className="set-modes">
              <Segments label={t('settings.speak')} value={mode} options={MODES.map((value) => ({ value, text: t(`settings.speak.${value}`) }))} onChange={(speak) => void saying(updatePai(pai.id, { speak }))} />
            </View>
          )}
        </View>
        {mode !== 'off' && model && <Cell title={t('settings.reads')} note={model.offline ? t('settings.readsLocal') : t('settings.readsModel', { model: model.name })} />}
      </List>
    </Section>
  );
}
