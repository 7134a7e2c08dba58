import { useEffect, useState, type PropsWithChildren, type ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useT } from '@/i18n';
import { aria } from './aria';
import { Button } from './Button';
import './chrome.css';
import { Icon, type IconName } from './Icon';
import { BarePlate } from './pie/BarePlate';
import { px } from './size';

interface EmptyProps {
  title: string;
  text?: string;
  /** An icon in the colour of a warning; without one, an empty plate. */
  icon?: IconName;
  /** What can be done, one or two buttons. */
  action?: ReactNode;
}

/** Nothing here, or nothing could be read: one sentence and one way on. */
export function EmptyState({ title, text, icon, action }: EmptyProps) {
  return (
    <View className="empty">
      {icon ? (
        <View className="warn">
          <Icon name={icon} size={44} />
        </View>
      ) : (
        <BarePlate />
      )}
      <View className="t18 b any" style={{ marginTop: px(6) }}>
        {title}
      </View>
      {text !== undefined && <View className="t14 soft any">{text}</View>}
      {action !== undefined && <View className="empty-act">{action}</View>}
    </View>
  );
}

interface FailedProps {
  title: string;
  /** Why, where that is known; else that there may be no network. */
  text?: string;
  onRetry: () => void;
  /** Beside another filled button. */
  kind?: 'primary' | 'tint';
}

/** Something could not be read, and may be tried again. */
export function FailedState({ title, text, onRetry, kind = 'primary' }: FailedProps) {
  const t = useT();
  const retry = (
    <Button size={44} kind={kind} onTap={onRetry}>
      {t('common.retry')}
    </Button>
  );
  return <EmptyState icon="offline" title={title} text={text ?? t('common.offlineText')} action={retry} />;
}

const WAIT_MS = 300;

/** True once something has taken long enough to be worth a skeleton. */
export function useLate(ms = WAIT_MS): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), ms);
    return () => clearTimeout(timer);
  }, [ms]);
  return late;
}

const WIDTHS = [
  [38, 70],
  [28, 58],
  [44, 64],
] as const;

/** Rows in the shape of what is coming, after 300 ms. `face` is the side of the square or circle at the left. */
export function SkeletonRows({ rows = 3, face = 52, round = false, label }: { rows?: number; face?: number; round?: boolean; label: string }) {
  if (!useLate()) return null;
  return (
    <View {...aria({ role: 'status', label })}>
      {Array.from({ length: rows }, (_, i) => {
        const [first, second] = WIDTHS[i % WIDTHS.length] ?? WIDTHS[0];
        return (
          <View key={i} className="sk-row">
            <View className="sk moves" style={{ width: px(face), height: px(face), borderRadius: round ? '50%' : px(Math.round(face * 0.31)) }} />
            <View className="sk-lines">
              <View className="sk moves" style={{ width: `${first}%`, height: px(14) }} />
              <View className="sk moves" style={{ width: `${second}%`, height: px(12) }} />
            </View>
          </View>
        );
      })}
    </View>
  );
}

/** A line that says something is not as usual: no network, kept content. */
export function Strip({ icon = 'offline', children, action }: PropsWithChildren<{ icon?: IconName; action?: ReactNode }>) {
  return (
    <View className="strip" {...aria({ role: 'status' })}>
      <Icon name={icon} size={18} />
      <View className="grow">{children}</View>
      {action}
    </View>
  );
}
