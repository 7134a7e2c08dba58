import { useState } from 'react';
import { useShareAppMessage } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { Pai } from '@shared/wire/pai';
import type { User } from '@shared/wire/account';
import type { Challenge } from '@shared/wire/challenge';
import type { At } from '@/features/challenge/api';
import { useCredits, type Credits } from '@/features/challenge/credits';
import { nextReminder, rulesSentence } from '@/features/challenge/say';
import { runningPause } from '@/features/challenge/summary';
import { useChallenge, type Held } from '@/features/challenge/store';
import { useUnsentPunches } from '@/features/challenge/punch';
import { useFeed } from '@/features/challenge/useFeed';
import { usePunchT } from '@/features/challenge/words';
import { goBack, pathOf } from '@/features/screen/go';
import { Screen } from '@/features/screen/Screen';
import { ShareCanvas } from '@/features/share/ShareCanvas';
import { usePrefs } from '@/features/settings/prefs';
import { aria } from '@/ui/aria';
import { Button, IconButton } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Cell, List } from '@/ui/List';
import { NavBar } from '@/ui/NavBar';
import { EmptyState, FailedState, SkeletonRows } from '@/ui/States';
import { BigPunch } from './BigPunch';
import { Boards } from './Boards';
import { ElderBody } from './ElderBody';
import { FeedCard, FeedLine } from './FeedCard';
import { HeatMap } from './HeatMap';
import { Numbers } from './Numbers';
import type { Over } from './over';
import { Overlay } from './Overlay';
import { shareTitle } from './ShareSheet';
import { Strips } from './Strips';
import { useFaces } from './useFaces';
import { useHere } from './useHere';
import { usePunch } from './usePunch';

interface ViewProps {
  pai: Pai;
  me: User;
}

function RemindRow({ challenge: { mine }, isPaused, credits: { left, canAsk }, onTap }: { challenge: Challenge; isPaused: boolean; credits: Credits; onTap(): void }) {
  const t = usePunchT();
  const { at } = mine.reminder;
  const unknown = isPaused ? t('remind.paused') : canAsk || left > 0 ? t('remind.credits', { n: left }) : t('remind.app');
  const note = at === undefined ? t('remind.none.note') : (nextReminder(mine.reminder, left, t) ?? unknown);
  return (
    <List inset={52}>
      <Cell icon="bell" title={at === undefined ? t('remind.none') : t('remind.at', { time: at })} note={note} onTap={onTap} />
    </List>
  );
}

function OpenDay({ held, failed, pai, me }: ViewProps & { held: Held; failed: boolean }) {
  const t = usePunchT();
  const { elder } = usePrefs();
  const { challenge } = held;
  const at = { paiId: pai.id, id: challenge.id };
  const [over, setOver] = useState<Over>();
  const [isOpen, setOpen] = useState(false);
  const unsent = useUnsentPunches(challenge.id);
  const here = useHere(challenge, unsent);
  const credits = useCredits(at, challenge.mine);
  const acts = usePunch(challenge, credits);
  const faces = useFaces(pai.id);
  const feed = useFeed(at);
  const queued = unsent.some(({ why }) => why === undefined) && (here.button === 'done' || here.button === 'pending');
  const pause = runningPause(feed.entries ?? [], me.id, here.today);
  const isPaused = here.button === 'paused' || pause !== undefined;
  const runs = challenge.state !== 'closed' && challenge.state !== 'ended';
  useShareAppMessage(() => ({ title: shareTitle(challenge, here, t), path: pathOf('challenge', { id: pai.id, c: challenge.id }) }));

  const press = (): void => {
    const mine = feed.entries?.find((entry) => entry.kind === 'checkin' && entry.member.id === me.id && entry.day === here.today);
    if (here.button === 'join') return void acts.join();
    if (here.button === 'paused') return void acts.resume();
    if (here.button === 'done') return setOver(mine && !mine.file ? { kind: 'add', entry: mine } : { kind: 'day', day: here.today });
    if (challenge.rules.proof.kind === 'tap') return void acts.punch();
    setOver({ kind: 'proof' });
  };
  const shared = { challenge, me: me.id, faces, acts, open: setOver };
  const shows = !elder || isOpen;
  return (
    <Screen
      title={challenge.rules.title}
      nav={<NavBar title={challenge.rules.title} onBack={goBack} right={<IconButton icon="more" label={t('punch.more')} onTap={() => setOver({ kind: 'menu' })} />} />}
      bodyClass="pg-pad pn"
      onEnd={feed.more}
      over={<Overlay {...shared} over={over} here={here} isPaused={isPaused} credits={credits} who={{ name: me.nickname, pai: pai.name }} close={() => setOver(undefined)} />}
    >
      <ShareCanvas />
      <Strips held={held} failed={failed} unsent={unsent} acts={acts} />
      <View className={cls('hero', elder && 'hero-elder', !challenge.mine.joined && 'hero-alone')}>
        <BigPunch challenge={challenge} here={here} queued={queued} pausedUntil={pause?.until} elder={elder} busy={acts.busy} onTap={press} />
        {challenge.mine.joined && <Numbers challenge={challenge} here={here} elder={elder} />}
      </View>
      {!challenge.mine.joined && runs && <View className="card ru any">{rulesSentence(challenge.rules, t)}</View>}
      {here.button === 'done' && !elder && (
        <View className="hero-acts">
          <Button kind="text" size={44} icon="share" onTap={() => setOver({ kind: 'share' })}>
            {t('menu.share')}
          </Button>
        </View>
      )}
      {elder && <ElderBody challenge={challenge} here={here} entries={feed.entries ?? []} faces={faces} isOpen={isOpen} onMore={() => setOpen(true)} />}
      {shows && (
        <>
          {challenge.mine.joined && <HeatMap challenge={challenge} here={here} onDay={(day) => setOver({ kind: 'day', day })} />}
          <Boards challenge={challenge} faces={faces} />
          {challenge.mine.joined && runs && <RemindRow challenge={challenge} isPaused={isPaused} credits={credits} onTap={() => setOver({ kind: 'remind' })} />}
          <View className="sr" {...aria({ role: 'heading', level: 2 })}>
            {t('feed.title')}
          </View>
          {feed.entries === undefined && !feed.failed && <SkeletonRows face={32} round label={t('feed.title')} />}
          {feed.entries?.length === 0 && <View className="t14 soft center">{t('feed.none')}</View>}
          {feed.entries?.map((entry) => (entry.kind === 'checkin' || entry.kind === 'makeup' ? <FeedCard key={entry.id} entry={entry} {...shared} /> : <FeedLine key={entry.id} entry={entry} />))}
        </>
      )}
    </Screen>
  );
}

/** One challenge: today's button, where I stand, what everybody did. */
export function DayView({ at, ...props }: ViewProps & { at: At }) {
  const t = usePunchT();
  const { held, reading, reload } = useChallenge(at);
  if (held && reading !== 'gone') return <OpenDay key={at.id} held={held} failed={reading === 'failed'} {...props} />;
  return (
    <Screen title={t('punch.title')}>
      {reading === 'reading' && <SkeletonRows rows={3} face={72} round label={t('punch.title')} />}
      {reading === 'gone' && <EmptyState title={t('punch.gone')} action={<Button size={44} onTap={goBack}>{t('punch.back')}</Button>} />}
      {reading === 'failed' && <FailedState title={t('punch.failed')} onRetry={reload} />}
    </Screen>
  );
}
