import type { ComponentProps } from 'react';
import { Input, Text, Textarea, View } from '@tarojs/components';
import { isH5 } from '@/platform/env';
import { cls } from './cls';
import './controls.css';
import { Icon, type IconName } from './Icon';

interface FieldProps {
  value: string;
  onChange: (value: string) => void;
  /** What belongs here, for a screen reader; also the hint unless one is given. */
  label: string;
  hint?: string;
  icon?: IconName;
  kind?: 'text' | 'number' | 'nickname' | 'search';
  maxLength?: number;
  /** Why what stands here cannot be taken. */
  wrong?: string | undefined;
  focus?: boolean;
  on?: 'fill' | 'card';
  tall?: boolean;
  onEnter?: () => void;
  onBlur?: () => void;
  after?: React.ReactNode;
}

type TaroInput = ComponentProps<typeof Input>;

/* H5 draws a real input inside its element; the label has to reach that one. */
const named = (label: string): object => (isH5 ? { nativeProps: { 'aria-label': label } } : { ariaLabel: label });

export function Field({ value, onChange, label, hint = label, icon, kind = 'text', maxLength = 140, wrong, focus = false, on = 'fill', tall = false, onEnter, onBlur, after }: FieldProps) {
  const type: TaroInput['type'] = kind === 'nickname' && isH5 ? 'text' : kind === 'search' ? 'text' : kind;
  return (
    <View>
      <View className={cls('field', on === 'card' && 'field-card', tall && 'field-tall', wrong !== undefined && 'field-wrong')}>
        {icon && <Icon name={icon} size={20} />}
        <Input
          {...named(label)}
          className="field-in"
          placeholderClass="field-hint"
          type={type}
          value={value}
          placeholder={hint}
          maxlength={maxLength}
          focus={focus}
          confirmType={kind === 'search' ? 'search' : 'done'}
          onInput={(event) => onChange(event.detail.value)}
          onConfirm={() => onEnter?.()}
          /* WeChat writes the name somebody picked, or takes back a bad one, without an input event. */
          onBlur={(event) => {
            if (kind === 'nickname' && !isH5 && event.detail.value !== value) onChange(event.detail.value);
            onBlur?.();
          }}
        />
        {after}
      </View>
      {wrong !== undefined && <View className="field-why">{wrong}</View>}
    </View>
  );
}

interface AreaProps {
  /** What it starts with. It keeps its own text afterwards: setting it while somebody types moves the caret. */
  initial: string;
  onChange: (value: string) => void;
  label: string;
  hint?: string;
  maxLength?: number;
  /** Shown below at the right: how much room is left. */
  count?: string;
  /** There is too much in it. */
  over?: boolean;
  /** Why what stands here cannot be taken. */
  wrong?: string | undefined;
}

export function Area({ initial, onChange, label, hint = label, maxLength = 2000, count, over = false, wrong }: AreaProps) {
  return (
    <View>
      <Textarea {...named(label)} className={cls('field-area', (over || wrong !== undefined) && 'field-wrong')} placeholderClass="field-hint" defaultValue={initial} placeholder={hint} maxlength={maxLength} autoHeight onInput={(event) => onChange(event.detail.value)} />
      {count !== undefined && (
        <View className="row" style={{ justifyContent: 'flex-end' }}>
          <Text className={cls('t12', over ? 'bad' : 'soft')}>{count}</Text>
        </View>
      )}
      {wrong !== undefined && <View className="field-why">{wrong}</View>}
    </View>
  );
}
