import { View } from '@tarojs/components';
import { repeatName } from '@/features/card/when';
import { Segments } from '@/ui/Choice';
import { Area } from '@/ui/Field';
import { Chip } from '@/ui/Small';
import { aria } from '@/ui/aria';
import { Section } from '@/ui/List';
import { MAX, REPEATS, type ReminderForm, type Repeat } from './form';
import { PickMoment } from './PickMoment';
import { useFormT, type SpeakForm } from './words';

interface ReminderFieldsProps {
  form: ReminderForm;
  me: string;
  onChange(form: ReminderForm): void;
}

const nameOf = (repeat: Repeat, kept: string | undefined, t: SpeakForm): string => (repeat === 'kept' ? repeatName(kept ?? '', t.locale) : t(`form.repeat.${repeat}`));

export function ReminderFields({ form, me, onChange }: ReminderFieldsProps) {
  const t = useFormT();
  const repeats = REPEATS.filter((repeat) => repeat !== 'kept' || form.kept !== undefined);
  const whom = form.to.length === 0 ? 'all' : 'me';
  return (
    <>
      <Area initial={form.text} label={t('form.text')} maxLength={MAX.text} onChange={(text) => onChange({ ...form, text })} />
      <PickMoment value={form.at} onChange={(at) => onChange({ ...form, at })} />
      <Section title={t('form.repeat')}>
        <View className="card-chips" {...aria({ role: 'group', label: t('form.repeat') })}>
          {repeats.map((repeat) => (
            <Chip key={repeat} on={repeat === form.repeat} onTap={() => onChange({ ...form, repeat })}>
              {nameOf(repeat, form.kept, t)}
            </Chip>
          ))}
        </View>
      </Section>
      <Section title={t('form.whom')}>
        <Segments
          label={t('form.whom')}
          value={whom}
          options={[
            { value: 'all', text: t('form.whom.all') },
            { value: 'me', text: form.to.length > 0 && !form.to.includes(me) ? t('form.whom.one') : t('form.whom.me') },
          ]}
          onChange={(value) => onChange({ ...form, to: value === 'all' ? [] : [me] })}
        />
      </Section>
    </>
  );
}
