import { useState } from 'react';
import { View } from '@tarojs/components';
import type { NewExpense } from '@/features/itinerary/api';
import { Face } from '@/features/itinerary/Face';
import { PickChip } from '@/features/itinerary/PickChip';
import { useTripT } from '@/features/itinerary/words';
import { useT } from '@/i18n';
import { freshId } from '@/platform/random';
import { sentenceOf } from '@/transport/errors';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Section } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { centsOf, money } from './cents';

interface AddExpenseProps {
  party: readonly { id: string; name: string }[];
  me: string;
  /** Throws ApiError. */
  onSave(body: NewExpense): Promise<void>;
  onClose(): void;
}

/** Notes who paid how much for whom. */
export function AddExpense({ party, me, onSave, onClose }: AddExpenseProps) {
  const [t, word] = [useTripT(), useT()];
  const [clientMsgId] = useState(freshId);
  const [title, setTitle] = useState('');
  const [typed, setTyped] = useState('');
  const [payer, setPayer] = useState(me);
  const [shared, setShared] = useState<readonly string[]>(party.map(({ id }) => id));
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const cents = centsOf(typed);
  const toggle = (id: string): void => setShared((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now, id]));
  const save = async (): Promise<void> => {
    if (cents === undefined) return setWrong(t('money.amount.bad'));
    if (shared.length === 0) return setWrong(t('money.for.none'));
    setBusy(true);
    try {
      await onSave({ clientMsgId, title: title.trim(), payer, cents, for: party.map(({ id }) => id).filter((id) => shared.includes(id)) });
      onClose();
    } catch (error) {
      setWrong(sentenceOf(error, word('common.failed')));
      setBusy(false);
    }
  };
  const type = (text: string): void => {
    setTyped(text);
    setWrong(undefined);
  };
  return (
    <Sheet title={t('money.add')} onClose={onClose}>
      <Field label={t('money.what')} hint={t('money.what.hint')} on="card" value={title} maxLength={80} onChange={setTitle} />
      <Field label={t('money.amount')} on="card" value={typed} maxLength={12} wrong={wrong} onChange={type} after={cents !== undefined && shared.length > 1 ? <View className="t12 soft">{t('money.share', { cost: money(Math.round(cents / shared.length)) })}</View> : undefined} />
      <Section title={t('money.payer')}>
        <View className="chips" {...aria({ role: 'radiogroup', label: t('money.payer') })}>
          {party.map(({ id, name }) => (
            <PickChip key={id} of="one" on={payer === id} before={<Face id={id} name={name} size={24} />} onTap={() => setPayer(id)}>
              {name}
            </PickChip>
          ))}
        </View>
      </Section>
      <Section title={t('money.for')}>
        <View className="chips">
          {party.map(({ id, name }) => (
            <PickChip key={id} of="any" on={shared.includes(id)} before={<Face id={id} name={name} size={24} />} onTap={() => toggle(id)}>
              {name}
            </PickChip>
          ))}
        </View>
      </Section>
      <Button wide busy={busy} disabled={title.trim() === '' || typed.trim() === ''} onTap={() => void save()}>
        {t('frame.go')}
      </Button>
    </Sheet>
  );
}
