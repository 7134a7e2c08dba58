import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Itinerary } from '@shared/wire/itinerary';
import { peopleAmong } from '@/features/member/people';
import { useMembers } from '@/features/member/store';
import type { Frame } from '@/features/itinerary/api';
import { Face } from '@/features/itinerary/Face';
import { PickChip } from '@/features/itinerary/PickChip';
import { PickField } from '@/features/itinerary/PickField';
import { useTripT } from '@/features/itinerary/words';
import { useT } from '@/i18n';
import { sentenceOf } from '@/transport/errors';
import { Button, IconButton } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Section } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';

const MOST_DAYS = 15;

export interface Given extends Pick<Itinerary, 'city' | 'days' | 'startOn'> {
  /** Absent: everybody. */
  party?: readonly string[] | undefined;
}

interface FrameSheetProps {
  paiId: string;
  /** What is set by now; undefined: a new one. */
  given: Given | undefined;
  /** Throws ApiError. */
  onSave(frame: Frame): Promise<void>;
  onClose(): void;
}

function DayCount({ days, onChange }: { days: number; onChange(days: number): void }) {
  const t = useTripT();
  return (
    <Section title={t('frame.days')}>
      <View className="card count">
        <IconButton icon="left" label={t('frame.fewer')} disabled={days <= 1} onTap={() => onChange(days - 1)} />
        <Text className="grow center t18 b">{t('trip.length', { n: days })}</Text>
        <IconButton icon="right" label={t('frame.more')} disabled={days >= MOST_DAYS} onTap={() => onChange(days + 1)} />
      </View>
    </Section>
  );
}

function WhoGoes({ paiId, party, onChange }: { paiId: string; party: readonly string[]; onChange(party: string[]): void }) {
  const t = useTripT();
  const people = peopleAmong(useMembers(paiId).members);
  const toggle = (id: string): void => {
    const next = party.includes(id) ? party.filter((one) => one !== id) : [...party, id];
    if (next.length > 0) onChange(next);
  };
  return (
    <Section title={t('frame.who')}>
      <View className="chips">
        {people.map(({ id, name }) => (
          <PickChip key={id} of="any" on={party.includes(id)} before={<Face id={id} name={name} size={24} />} onTap={() => toggle(id)}>
            {name}
          </PickChip>
        ))}
      </View>
    </Section>
  );
}

/** Where, when, how long and who. */
export function FrameSheet({ paiId, given, onSave, onClose }: FrameSheetProps) {
  const [t, word] = [useTripT(), useT()];
  const everyone = peopleAmong(useMembers(paiId).members).map(({ id }) => id);
  const [city, setCity] = useState(given?.city ?? '');
  const [days, setDays] = useState(given?.days ?? 2);
  const [startOn, setStart] = useState(given?.startOn);
  const [party, setParty] = useState(given?.party);
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await onSave({ city: city.trim(), days, ...(startOn === undefined ? (given?.startOn === undefined ? {} : { startOn: null }) : { startOn }), ...(party ? { party: [...party] } : {}) });
      onClose();
    } catch (error) {
      setWrong(sentenceOf(error, word('common.failed')));
      setBusy(false);
    }
  };
  return (
    <Sheet title={t('frame.title')} onClose={onClose}>
      <Field label={t('frame.city')} hint={t('frame.city.hint')} on="card" value={city} maxLength={40} wrong={wrong} onChange={setCity} />
      <DayCount days={days} onChange={setDays} />
      <PickField mode="date" label={t('frame.start')} none={t('frame.noDate')} value={startOn ?? ''} onChange={setStart} />
      {startOn !== undefined && (
        <Button kind="text" size={44} onTap={() => setStart(undefined)}>
          {t('frame.noDate.act')}
        </Button>
      )}
      <WhoGoes paiId={paiId} party={party ?? everyone} onChange={setParty} />
      <Button wide busy={busy} disabled={city.trim() === ''} onTap={() => void save()}>
        {t('frame.go')}
      </Button>
    </Sheet>
  );
}
