import type { MineBody, Pai } from '@shared/wire/pai';
import { updateMine } from '@/features/pai/store';
import { saying } from '@/features/screen/saving';
import { Toggle } from '@/ui/Choice';
import { Cell, List, Section } from '@/ui/List';
import { useT } from './words';

interface SwitchProps {
  title: string;
  note?: string;
  on: boolean;
  onChange: (on: boolean) => void;
}

const Switch = ({ title, note, on, onChange }: SwitchProps) => <Cell title={title} {...(note === undefined ? {} : { note })} control={<Toggle on={on} label={title} onChange={onChange} />} />;

/** What is about me alone, and seen by nobody else. */
export function MineSection({ pai }: { pai: Pai }) {
  const t = useT();
  const { muted, pinned, aiMayRead, hideAi } = pai.mine;
  const set = (change: MineBody): void => void saying(updateMine(pai.id, change));
  return (
    <Section title={t('settings.mine')}>
      <List>
        <Switch title={t('settings.mute')} on={muted} onChange={(on) => set({ muted: on })} />
        <Switch title={t('settings.pin')} on={pinned} onChange={(on) => set({ pinned: on })} />
        <Switch title={t('settings.aiReads')} note={t('settings.aiReadsNote')} on={aiMayRead} onChange={(on) => set({ aiMayRead: on })} />
        <Switch title={t('settings.hideAi')} note={t('settings.hideAiNote')} on={hideAi} onChange={(on) => set({ hideAi: on })} />
      </List>
    </Section>
  );
}
