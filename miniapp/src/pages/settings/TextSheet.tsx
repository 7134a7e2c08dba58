import { useState } from 'react';
import type { Pai } from '@shared/wire/pai';
import { updatePai } from '@/features/pai/store';
import { sentenceOf } from '@/transport/errors';
import { Button } from '@/ui/Button';
import { Area, Field } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toast';
import { canSave, kept, roomLeft, type TextField } from './form';
import { useT, type SettingsKey } from './words';

const TITLES = { name: 'settings.name', intro: 'settings.intro', announcement: 'settings.announcement' } as const satisfies Record<TextField, SettingsKey>;
const HINTS = { intro: 'settings.introHint', announcement: 'settings.announcementHint' } as const satisfies Partial<Record<TextField, SettingsKey>>;

const textOf = (pai: Pai, field: TextField): string => (field === 'announcement' ? (pai.announcement?.text ?? '') : pai[field]);

interface TextSheetProps {
  pai: Pai;
  field: TextField;
  onClose: () => void;
}

/** Writes the name, the intro or the announcement of a pai. */
export function TextSheet({ pai, field, onClose }: TextSheetProps) {
  const t = useT();
  const before = textOf(pai, field);
  const [text, setText] = useState(before);
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const left = roomLeft(field, text);

  const save = async (value: string): Promise<void> => {
    if (busy || !canSave(field, value)) return;
    if (kept(field, value) === before) return onClose();
    setBusy(true);
    try {
      await updatePai(pai.id, { [field]: value });
      toast(t('common.saved'));
      onClose();
    } catch (error) {
      setWrong(sentenceOf(error, t('common.failed')));
      setBusy(false);
    }
  };
  const type = (typed: string): void => {
    setText(typed);
    setWrong(undefined);
  };
  const count = left < 0 ? t('settings.over', { n: -left }) : t('settings.left', { n: left });
  return (
    <Sheet title={t(TITLES[field])} onClose={onClose}>
      {field === 'name' ? (
        <Field on="card" tall focus label={t('settings.name')} value={text} maxLength={80} wrong={wrong ?? (left < 0 ? count : undefined)} onChange={type} onEnter={() => void save(text)} />
      ) : (
        <Area initial={before} label={t(TITLES[field])} hint={t(HINTS[field])} maxLength={3000} count={count} over={left < 0} wrong={wrong} onChange={type} />
      )}
      <Button wide busy={busy} disabled={!canSave(field, text)} onTap={() => void save(text)}>
        {t('common.save')}
      </Button>
      {field === 'announcement' && before !== '' && (
        <Button kind="text" size={44} wide danger disabled={busy} onTap={() => void save('')}>
          {t('settings.takeDown')}
        </Button>
      )}
    </Sheet>
  );
}
