import { View } from '@tarojs/components';
import { dayText } from '@shared/domain/civil';
import { dayNumber } from '@shared/domain/checkin/plan';
import { cadenceName, isPastMidnight } from '@/features/challenge/say';
import { usePunchT } from '@/features/challenge/words';
import { weekdayName } from '@/i18n/time';
import { aria } from '@/ui/aria';
import { Segments, Toggle } from '@/ui/Choice';
import { Field } from '@/ui/Field';
import { Cell, List, Section } from '@/ui/List';
import { Chip } from '@/ui/Small';
import { Calendar, Clock } from './Clock';
import { CADENCES, LENGTHS, MAX, PROOFS, WEEKDAYS, type Form } from './form';
import { Stepper } from './Stepper';

export interface PartProps {
  form: Form;
  /** Rules that are there are changed: the first day stays. */
  isEdit: boolean;
  set(change: Partial<Form>): void;
}

export function CadencePart({ form, set }: PartProps) {
  const t = usePunchT();
  const { cadence, weekdays, kept } = form;
  const toggle = (day: string): void => set({ kept: undefined, weekdays: weekdays.includes(day) ? weekdays.filter((one) => one !== day) : [...weekdays, day] });
  return (
    <Section title={t('rules.cadence')}>
      <View className="chips" {...aria({ role: 'group', label: t('rules.cadence') })}>
        {CADENCES.map((kind) => (
          <Chip key={kind} on={kind === cadence} onTap={() => set({ cadence: kind })}>
            {t(`rules.cadence.${kind}`)}
          </Chip>
        ))}
      </View>
      {cadence === 'perWeek' && (
        <View className="sub">
          <List>
            <Cell title={t('rules.times')} control={<Stepper label={t('rules.times')} value={form.times} max={7} onChange={(times) => set({ times })} />} />
          </List>
        </View>
      )}
      {cadence === 'interval' && (
        <View className="sub">
          <List>
            <Cell title={t('rules.every')} control={<Stepper label={t('rules.every')} value={form.every} min={2} max={MAX.every} onChange={(every) => set({ every })} />} />
          </List>
        </View>
      )}
      {cadence === 'rrule' && (
        <View className="chips sub" {...aria({ role: 'group', label: t('rules.cadence.rrule') })}>
          {kept !== undefined && (
            <Chip on onTap={() => set({ kept: undefined })}>
              {cadenceName({ cadence: { kind: 'rrule', rrule: kept } }, t)}
            </Chip>
          )}
          {WEEKDAYS.map((day, i) => (
            <Chip key={day} on={kept === undefined && weekdays.includes(day)} onTap={() => toggle(day)}>
              {weekdayName(i + 1, t.locale)}
            </Chip>
          ))}
        </View>
      )}
    </Section>
  );
}

export function WindowPart({ form, set }: PartProps) {
  const t = usePunchT();
  const { hasWindow, from, to } = form;
  return (
    <View className="parts">
      <List>
        <Cell title={t('rules.window')} control={<Toggle label={t('rules.window')} on={hasWindow} onChange={(on) => set({ hasWindow: on })} />} />
      </List>
      {hasWindow && (
        <>
          <View className="two">
            <Clock label={t('rules.from')} value={from} onChange={(value) => set({ from: value })} />
            <Clock label={t('rules.to')} value={to} onChange={(value) => set({ to: value })} />
          </View>
          {isPastMidnight({ from, to }) && <View className="t12 soft">{t('rules.window.past')}</View>}
        </>
      )}
    </View>
  );
}

export function SpanPart({ form, isEdit, set }: PartProps) {
  const t = usePunchT();
  const { start, end } = form;
  const days = end === '' ? 0 : dayNumber(end) - dayNumber(start) + 1;
  const last = (n: number, from = start): string => dayText(dayNumber(from) + n - 1);
  const known = LENGTHS.some((n) => n === days);
  const move = (day: string): void => set({ start: day, ...(end === '' ? {} : { end: last(Math.max(1, days), day) }) });
  return (
    <Section title={t('rules.span')}>
      <View className="chips" {...aria({ role: 'group', label: t('rules.span') })}>
        {LENGTHS.map((n) => (
          <Chip key={n} on={n === days} onTap={() => set({ end: last(n) })}>
            {t('rules.length.n', { n })}
          </Chip>
        ))}
        <Chip on={end !== '' && !known} onTap={() => set({ end: end !== '' && !known ? end : last(14) })}>
          {t('rules.length.day')}
        </Chip>
        <Chip on={end === ''} onTap={() => set({ end: '' })}>
          {t('rules.length.open')}
        </Chip>
      </View>
      <View className="two sub">
        {isEdit ? <View className="t12 soft">{t('rules.fixed')}</View> : <Calendar label={t('rules.start')} value={start} onChange={move} />}
        {end !== '' && !known && <Calendar label={t('rules.end')} value={end} from={start} onChange={(day) => set({ end: day })} />}
      </View>
    </Section>
  );
}

export function GoalPart({ form, set }: PartProps) {
  const t = usePunchT();
  const { goal, goalDays, cadence } = form;
  const label = t(goal === 'consecutive' && cadence === 'perWeek' ? 'rules.goal.weeks' : 'rules.goal.days');
  return (
    <Section title={t('rules.goal')}>
      <Segments label={t('rules.goal')} value={goal} options={(['none', 'total', 'consecutive'] as const).map((value) => ({ value, text: t(`rules.goal.${value}`) }))} onChange={(value) => set({ goal: value })} />
      {goal !== 'none' && (
        <View className="sub">
          <List>
            <Cell title={label} control={<Stepper label={label} value={goalDays} max={MAX.goal} onChange={(n) => set({ goalDays: n })} />} />
          </List>
        </View>
      )}
    </Section>
  );
}

export function ProofPart({ form, set }: PartProps) {
  const t = usePunchT();
  const { proof, words, unit, min } = form;
  return (
    <Section title={t('rules.proof')}>
      <View className="chips" {...aria({ role: 'group', label: t('rules.proof') })}>
        {PROOFS.map((kind) => (
          <Chip key={kind} on={kind === proof} onTap={() => set({ proof: kind })}>
            {t(`rules.proof.${kind}`)}
          </Chip>
        ))}
      </View>
      {proof === 'text' && (
        <View className="sub">
          <Field on="card" kind="number" label={t('rules.words')} value={String(words)} maxLength={4} onChange={(text) => set({ words: Math.min(MAX.words, Math.max(1, Number(text) || 1)) })} after={<View className="t12 soft">{t('rules.words')}</View>} />
        </View>
      )}
      {proof === 'number' && (
        <View className="two sub">
          <Field on="card" label={t('rules.unit')} value={unit} maxLength={MAX.unit} onChange={(text) => set({ unit: text })} />
          <Field on="card" kind="number" label={t('rules.min')} hint="5" value={min > 0 ? String(min) : ''} maxLength={7} onChange={(text) => set({ min: Math.max(0, Number(text) || 0) })} after={<View className="t12 soft">{t('rules.min')}</View>} />
        </View>
      )}
    </Section>
  );
}

export function MakeupPart({ form, set }: PartProps) {
  const t = usePunchT();
  const { cards, age, cadence } = form;
  if (cadence === 'perWeek') return null;
  return (
    <Section title={t('rules.makeup')}>
      <List>
        <Cell title={t('rules.cards')} control={<Stepper label={t('rules.cards')} value={cards} min={0} max={MAX.cards} onChange={(n) => set({ cards: n })} />} />
        {cards > 0 && <Cell title={t('rules.age')} control={<Stepper label={t('rules.age')} value={age} max={MAX.age} onChange={(n) => set({ age: n })} />} />}
      </List>
    </Section>
  );
}

export function JudgePart({ form, set }: PartProps) {
  const t = usePunchT();
  return (
    <List>
      <Cell title={t('rules.review')} note={t('rules.review.note')} control={<Toggle label={t('rules.review')} on={form.review} onChange={(review) => set({ review })} />} />
      <Cell title={t('rules.strict')} note={t('rules.strict.note')} control={<Toggle label={t('rules.strict')} on={form.strict} onChange={(strict) => set({ strict })} />} />
      <Cell title={t('rules.report')} note={t('rules.report.note')} control={<Toggle label={t('rules.report')} on={form.report} onChange={(report) => set({ report })} />} />
    </List>
  );
}
