import type { ReactNode } from 'react';
import { View } from '@tarojs/components';
import { useT } from '@/i18n';
import { isWeapp } from '@/platform/env';
import { aria } from './aria';
import { IconButton } from './Button';
import './chrome.css';
import { cls } from './cls';
import { topMetrics } from './metrics';

interface NavBarProps {
  title?: ReactNode;
  sub?: ReactNode;
  /** Before the title: a mark, a cover. */
  before?: ReactNode;
  /** At the right end; it keeps clear of WeChat's capsule. */
  right?: ReactNode;
  /** A larger title, for a first page. */
  big?: boolean;
  /** Draws the arrow back. */
  onBack?: (() => void) | undefined;
  /** Said for the title when it is not plain text. */
  label?: string;
  /** False where another bar is the page's. */
  landmark?: boolean;
}

/** The bar at the top, below the status bar. */
export function NavBar({ title, sub, before, right, big = false, onBack, label, landmark = true }: NavBarProps) {
  const t = useT();
  const { status, bar, capsule } = topMetrics();
  /* A browser has nothing of its own up there to keep clear of. */
  const bare = !isWeapp && title === undefined && !onBack && before === undefined && right === undefined;
  const style = { ...(bar ? { minHeight: `${bar}px` } : {}), ...(capsule ? { paddingRight: `${capsule}px` } : {}) };
  return (
    <View style={status ? { paddingTop: `${status}px` } : {}} {...(landmark ? aria({ role: 'banner' }) : {})}>
      <View className={cls('nav', !onBack && 'nav-start', bare && 'nav-bare')} style={style}>
        {onBack && <IconButton icon="left" label={t('common.back')} onTap={onBack} />}
        {before}
        <View className="nav-title">
          {title !== undefined && (
            <View {...aria({ role: 'heading', level: 1, ...(label === undefined ? {} : { label }) })} className={cls('nav-name', big && 'nav-big')}>
              {title}
            </View>
          )}
          {sub !== undefined && <View className="nav-sub">{sub}</View>}
        </View>
        {right}
      </View>
    </View>
  );
}
