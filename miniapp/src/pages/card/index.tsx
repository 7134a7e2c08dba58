import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { useMe } from '@/features/account/session';
import { goBack } from '@/features/screen/go';
import { Screen } from '@/features/screen/Screen';
import { Button } from '@/ui/Button';
import { Area } from '@/ui/Field';
import { EmptyState } from '@/ui/States';
import './card.css';
import { MAX, type CardForm } from './form';
import { PollFields } from './PollFields';
import { ReminderFields } from './ReminderFields';
import { Running } from './Running';
import { useCardForm, type Params } from './useCardForm';
import { useFormT, type SpeakForm } from './words';

function Fields({ form, me, t, onChange }: { form: CardForm; me: string; t: SpeakForm; onChange(form: CardForm): void }) {
  if (form.kind === 'poll') return <PollFields form={form} onChange={onChange} />;
  if (form.kind === 'reminder') return <ReminderFields form={form} me={me} onChange={onChange} />;
  return <Area initial={form.text} label={t('form.fact')} maxLength={MAX.text} onChange={(text) => onChange({ ...form, text })} />;
}

/** Makes a poll or a reminder by hand, or changes what an AI member drew up. */
export default function CardPage() {
  const t = useFormT();
  const params: Params = useRouter().params;
  const page = useCardForm(params, t);
  const me = useMe()?.id ?? '';
  const { form } = page;
  const isNew = params.seq === undefined;
  const title = t(`form.${form?.kind ?? (params.kind === 'poll' ? 'poll' : 'reminder')}`);
  const act = isNew ? t(form?.kind === 'poll' ? 'form.start' : 'form.set') : t('form.save');
  const dock = form && (
    <>
      {page.state === 'past' && <View className="card-past">{t('form.past')}</View>}
      <Button busy={page.busy} disabled={page.state !== 'ready'} onTap={page.save}>
        {act}
      </Button>
    </>
  );
  return (
    <Screen title={title} bodyClass="pg-pad card-form" {...(dock ? { dock } : {})}>
      {form && <Fields form={form} me={me} t={t} onChange={page.change} />}
      {isNew && form?.kind === 'reminder' && <Running paiId={params.id ?? ''} />}
      {page.missing && <EmptyState title={t('form.gone')} action={<Button size={44} onTap={goBack}>{t('form.back')}</Button>} />}
    </Screen>
  );
}
