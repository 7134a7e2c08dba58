import { Children, isValidElement, type PropsWithChildren, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { aria } from './aria';
import { cls } from './cls';
import { Icon, type IconName } from './Icon';
import './list.css';
import { Pressable } from './Pressable';

interface SectionProps {
  title?: string;
  /** At the right of the title, smaller. */
  side?: ReactNode;
}

/** A titled part of a page. */
export function Section({ title, side, children }: PropsWithChildren<SectionProps>) {
  return (
    <View>
      {title !== undefined && (
        <View className="sec">
          <View {...aria({ role: 'heading', level: 2 })}>{title}</View>
          {side !== undefined && <View className="t12">{side}</View>}
        </View>
      )}
      {children}
    </View>
  );
}

interface ListProps {
  /** Where the line between two rows starts: under the text, past icon (52) or face (68, 82). */
  inset?: 16 | 52 | 68 | 82;
}

/** White rows with a hairline between them. */
export function List({ inset = 16, children }: PropsWithChildren<ListProps>) {
  const rows = Children.toArray(children).filter(isValidElement);
  return (
    <View className={cls('list', inset !== 16 && `inset-${inset}`)}>
      {rows.map((row, i) => (
        <View key={row.key ?? i} style={{ position: 'relative' }}>
          {row}
          {i > 0 && <View className="cell-line" />}
        </View>
      ))}
    </View>
  );
}

export interface CellProps {
  icon?: IconName;
  /** In place of an icon: a face, a cover. */
  before?: ReactNode;
  title: ReactNode;
  note?: ReactNode;
  value?: ReactNode;
  /** A toggle, segments or a button; the row itself is then not pressed. */
  control?: ReactNode;
  danger?: boolean;
  /** In elder size the control goes below. */
  wrap?: boolean;
  /** Draws the arrow that says it leads on; default: when it is pressed. */
  go?: boolean;
  /** One of several to choose from: ticked or not. */
  chosen?: boolean;
  label?: string;
  onTap?: (() => void) | undefined;
}

const Arrow = () => (
  <View className="cell-go">
    <Icon name="right" size={18} />
  </View>
);

export function Cell({ icon, before, title, note, value, control, danger = false, wrap = false, chosen, go = chosen === undefined, label, onTap }: CellProps) {
  const leads = onTap !== undefined && go;
  const inner = (
    <>
      {icon && (
        <View className={cls('cell-icon', danger && 'bad')}>
          <Icon name={icon} />
        </View>
      )}
      {before}
      <View className="cell-text">
        <View className={cls('cell-title', danger && 'bad')}>{title}</View>
        {note !== undefined && <View className="cell-note">{note}</View>}
      </View>
      {value !== undefined && (
        <View className="cell-end">
          <View className="cell-value">{value}</View>
          {leads && <Arrow />}
        </View>
      )}
      {control}
      {chosen && (
        <View className="pri">
          <Icon name="check" size={22} />
        </View>
      )}
      {leads && value === undefined && <Arrow />}
    </>
  );
  const className = cls('cell', wrap && 'cell-wrap', value !== undefined && 'cell-valued');
  if (!onTap) return <View className={className}>{inner}</View>;
  return (
    <Pressable className={className} onTap={() => onTap()} {...(label === undefined ? {} : { label })} {...(chosen === undefined ? {} : { role: 'radio', checked: chosen })}>
      {inner}
    </Pressable>
  );
}
