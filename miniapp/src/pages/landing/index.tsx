import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import { inviteToken } from '@/features/invite/store';
import { goHome } from '@/features/screen/go';
import { digitsOf } from '@/features/screen/NumberSheet';
import { Screen } from '@/features/screen/Screen';
import { usePrefs } from '@/features/settings/prefs';
import { useT } from '@/i18n';
import { Button } from '@/ui/Button';
import { NavBar } from '@/ui/NavBar';
import { px } from '@/ui/size';
import { FailedState, SkeletonRows, useLate } from '@/ui/States';
import './landing.css';
import { LandingCard } from './LandingCard';
import { LandingDock } from './LandingDock';
import { LandingEnd } from './LandingEnd';
import { useLanding, type Source } from './useLanding';

function sourceOf(query: Record<string, string | undefined>): Source {
  const token = inviteToken(query);
  if (token !== undefined) return { kind: 'token', token };
  const number = digitsOf(query.number ?? '');
  return number === undefined ? { kind: 'nothing' } : { kind: 'number', number };
}

function LandingSkeleton() {
  const t = useT();
  const late = useLate();
  return (
    <View className="land">
      {late && <View className="sk sk-table moves" style={{ width: px(220), height: px(220) }} />}
      <SkeletonRows rows={2} face={28} label={t('common.loading')} />
    </View>
  );
}

/** What opens from an invitation, before anybody has signed in. */
export default function LandingPage() {
  const t = useT();
  const { elder } = usePrefs();
  const { params } = useRouter();
  const [source] = useState(() => sourceOf(params));
  const { landing, busy, reload, join } = useLanding(source);
  const dock =
    landing.phase === 'card' ? (
      <LandingDock reply={landing.reply} busy={busy} onJoin={join} onReload={reload} />
    ) : landing.phase === 'end' ? (
      <Button onTap={goHome}>{t('common.goHome')}</Button>
    ) : undefined;
  return (
    <Screen title={landing.phase === 'card' ? landing.reply.card.name : t('landing.title')} nav={<NavBar />} bodyClass="pg-fill" dock={dock}>
      {landing.phase === 'loading' && <LandingSkeleton />}
      {landing.phase === 'card' && <LandingCard reply={landing.reply} />}
      {landing.phase === 'end' && <LandingEnd end={landing.end} size={elder ? 120 : 176} />}
      {landing.phase === 'unread' && (
        <View className="land-end">
          <FailedState title={t('landing.brokenTitle')} text={landing.why} onRetry={reload} />
        </View>
      )}
    </Screen>
  );
}
