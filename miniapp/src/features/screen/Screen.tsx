import { useEffect, type PropsWithChildren, type ReactNode } from 'react';
import Taro from '@tarojs/taro';
import { ScrollView, View } from '@tarojs/components';
import { useLocale, usePageClass } from '@/features/settings/prefs';
import { isH5 } from '@/platform/env';
import { aria } from '@/ui/aria';
import '@/ui/base.css';
import '@/ui/chrome.css';
import { cls } from '@/ui/cls';
import { NavBar } from '@/ui/NavBar';
import { goBack } from './go';
import { Hosts } from './Hosts';

interface ScreenProps {
  /** Name of the page: in its bar, and in the window's title. */
  title: string;
  /** In place of the plain bar. */
  nav?: ReactNode;
  /** Fixed at the bottom: the one filled button. */
  dock?: ReactNode;
  /** Fixed below everything: the tab bar. */
  tabs?: ReactNode;
  /** Floats over the column: the button of a list. */
  float?: ReactNode;
  /** At the right of the column, on a wide window. */
  beside?: ReactNode;
  /** Over the page: sheets. */
  over?: ReactNode;
  className?: string;
  /** Class of what scrolls. */
  bodyClass?: string;
  onEnd?: () => void;
  onPull?: () => void;
  pulling?: boolean;
}

/* What the browser's own window shows of a page. */
function useWindow(title: string): void {
  const locale = useLocale();
  useEffect(() => {
    if (!isH5) return;
    document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
    void Taro.setNavigationBarTitle({ title });
  }, [title, locale]);
}

/** The frame of every page: look and type size, bar, one scrolling column, dock, and what comes up over it. */
export function Screen({ title, nav, dock, tabs, float, beside, over, className, bodyClass = 'pg-pad', onEnd, onPull, pulling, children }: PropsWithChildren<ScreenProps>) {
  useWindow(title);
  const pull = onPull ? { refresherEnabled: true, refresherTriggered: pulling === true, onRefresherRefresh: onPull, refresherBackground: 'transparent' } : {};
  return (
    <View className={usePageClass(className)}>
      <View className="pg-col">
        {nav ?? <NavBar title={title} onBack={goBack} />}
        <View className="pg-main" {...aria({ role: 'main' })}>
          <ScrollView className="pg-body" scrollY enhanced showScrollbar={false} lowerThreshold={200} {...(isH5 ? { tabindex: '0' } : {})} {...(onEnd ? { onScrollToLower: onEnd } : {})} {...pull}>
            <View className={cls(bodyClass)}>{children}</View>
          </ScrollView>
          {dock !== undefined && <View className="dock">{dock}</View>}
        </View>
        {tabs}
        {float}
      </View>
      {beside}
      {over}
      <Hosts />
    </View>
  );
}
