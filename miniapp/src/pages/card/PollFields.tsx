import { View } from '@tarojs/components';
import { Button, IconButton } from '@/ui/Button';
import { Toggle } from '@/ui/Choice';
import { Area, Field } from '@/ui/Field';
import { Cell, List } from '@/ui/List';
import { MAX, nextHour, type PollForm } from './form';
import { PickMoment } from './PickMoment';
import { useFormT } from './words';

interface PollFieldsProps {
  form: PollForm;
  onChange(form: PollForm): void;
}

export function PollFields({ form, onChange }: PollFieldsProps) {
  const t = useFormT();
  const { options } = form;
  const put = (at: number, text: string): void => onChange({ ...form, options: options.map((option, i) => (i === at ? text : option)) });
  return (
    <>
      <Area initial={form.question} label={t('form.question')} maxLength={MAX.question} onChange={(question) => onChange({ ...form, question })} />
      <View className="card-options">
        {options.map((option, i) => (
          <Field
            key={i}
            on="card"
            label={t('form.option', { n: i + 1 })}
            value={option}
            maxLength={MAX.option}
            onChange={(text) => put(i, text)}
            after={options.length > 2 && <IconButton icon="close" size={18} className="soft" label={t('form.option.remove', { n: i + 1 })} onTap={() => onChange({ ...form, options: options.filter((_, at) => at !== i) })} />}
          />
        ))}
        {options.length < MAX.options && (
          <Button kind="text" size={44} icon="plus" onTap={() => onChange({ ...form, options: [...options, ''] })}>
            {t('form.option.add')}
          </Button>
        )}
      </View>
      <List>
        <Cell title={t('form.many')} control={<Toggle label={t('form.many')} on={form.many} onChange={(many) => onChange({ ...form, many })} />} />
        <Cell title={t('form.closes')} control={<Toggle label={t('form.closes')} on={form.closes !== undefined} onChange={(on) => onChange({ ...form, closes: on ? nextHour(new Date()) : undefined })} />} />
      </List>
      {form.closes && <PickMoment value={form.closes} onChange={(closes) => onChange({ ...form, closes })} />}
    </>
  );
}
