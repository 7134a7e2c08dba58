import { useState } from 'react';
import type { Pai } from '@shared/wire/pai';
import { useClient } from '@/features/account/session';
import { updatePai } from '@/features/pai/store';
import { sentenceOf } from '@/transport/errors';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toast';
import { capOf } from './form';
import { useT } from './words';

/** What a cloud allows that does not say: its own answer decides then. */
const UNSAID = 2_000;

/** How many people a pai takes: not fewer than are in it. */
export function CapSheet({ pai, onClose }: { pai: Pai; onClose: () => void }) {
  const t = useT();
  const max = useClient()?.limits.paiCap ?? UNSAID;
  const min = Math.max(2, pai.memberCount);
  const [typed, setTyped] = useState(String(pai.cap));
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    const cap = capOf(typed, min, max);
    if (cap === undefined) return setWrong(t('settings.capWrong', { min, max }));
    if (busy) return;
    if (cap === pai.cap) return onClose();
    setBusy(true);
    try {
      await updatePai(pai.id, { cap });
      toast(t('common.saved'));
      onClose();
    } catch (error) {
      setWrong(sentenceOf(error, t('common.failed')));
      setBusy(false);
    }
  };
  return (
    <Sheet title={t('settings.cap')} onClose={onClose}>
      <Field
        kind="number"
        on="card"
        tall
        focus
        label={t('settings.capLabel', { min })}
        value={typed}
        maxLength={5}
        wrong={wrong}
        onChange={(value) => {
          setTyped(value);
          setWrong(undefined);
        }}
        onEnter={() => void save()}
      />
      <Button wide busy={busy} onTap={() => void save()}>
        {t('common.save')}
      </Button>
    </Sheet>
  );
}
