import { useMemo } from 'react';
import { Text, View } from '@tarojs/components';
import type { Challenge } from '@shared/wire/challenge';
import { whenName } from '@/features/card/when';
import type { Button, Here } from '@/features/challenge/local';
import { closesWords, dayWords } from '@/features/challenge/say';
import { usePunchT, type SpeakPunch } from '@/features/challenge/words';
import { clockTime } from '@/i18n/time';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { svgUrl } from '@/ui/pie/art';
import { Pressable } from '@/ui/Pressable';

const AROUND = 2 * Math.PI * 77;

/* The ring as a mask: its colour is a token's, on every platform. */
const ring = (share: number): string =>
  svgUrl(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 164 164'><circle cx='82' cy='82' r='77' fill='none' stroke='#000' stroke-width='7' stroke-linecap='round' stroke-dasharray='${(AROUND * share).toFixed(1)} ${AROUND.toFixed(1)}' transform='rotate(-90 82 82)'/></svg>`);

/** How far the goal is reached, 0–1; without a goal the ring is whole. */
export function goalShare({ rules: { goal } }: Challenge, { streak, total }: Pick<Here, 'streak' | 'total'>): number {
  if (!goal) return 1;
  return Math.min(1, (goal.kind === 'total' ? total : streak) / goal.days);
}

type Look = { title: string; line?: string | undefined; sub?: string | undefined };

function proofWords({ proof }: Challenge['rules'], t: SpeakPunch): string | undefined {
  if (proof.kind === 'tap') return undefined;
  return t(`big.proof.${proof.kind}`, { n: proof.kind === 'text' ? proof.minWords : 0, unit: proof.kind === 'number' ? proof.unit : '' });
}

const opens = ({ mine, rules }: Challenge, t: SpeakPunch): string | undefined => {
  if (mine.opensAt && Date.parse(mine.opensAt) > Date.now()) return t('big.shut.opens', { when: whenName(mine.opensAt, new Date(), t.locale) });
  return rules.window && t('big.shut.opens', { when: rules.window.from });
};

function lookOf(challenge: Challenge, button: Button, isQueued: boolean, pausedUntil: string | undefined, t: SpeakPunch): Look {
  const { mine, rules, members } = challenge;
  if (isQueued) return { title: t('big.queued'), sub: t('big.queued.sub') };
  const looks: Record<Button, () => Look> = {
    ready: () => ({ title: t('big.go'), sub: closesWords(rules.window, t) }),
    done: () => ({ title: mine.doneAt ? t('big.done', { time: clockTime(new Date(mine.doneAt)) }) : t('list.done'), sub: t(rules.proof.kind === 'picture' || !mine.doneAt ? 'big.done.more' : 'big.done.sub') }),
    pending: () => ({ title: t('big.pending'), sub: t('big.pending.sub') }),
    rejected: () => ({ title: t('big.rejected'), sub: t('big.rejected.sub') }),
    'outside-window': () => ({ title: t('big.shut'), sub: opens(challenge, t) }),
    'not-today': () => ({ title: t('big.rest'), sub: opens(challenge, t) }),
    'not-started': () => ({ title: t('big.soon'), sub: t('big.soon.sub', { day: dayWords(rules.start, t) }) }),
    ended: () => ({ title: t('big.ended'), sub: t('big.ended.sub', { n: mine.total }) }),
    paused: () => ({ title: t('big.paused'), line: pausedUntil && t('big.paused.until', { day: dayWords(pausedUntil, t) }), sub: t('big.paused.sub') }),
    join: () => ({ title: t('big.join'), sub: t('big.join.sub', { n: members }) }),
  };
  return looks[button]();
}

const TAPPED: readonly Button[] = ['ready', 'done', 'rejected', 'paused', 'join'];

interface BigPunchProps {
  challenge: Challenge;
  here: Here;
  /** Something done is still to be sent. */
  queued: boolean;
  /** The last day of my pause, where it has one. */
  pausedUntil: string | undefined;
  elder: boolean;
  busy: boolean;
  onTap(): void;
}

/** Today's button: what it says is where I stand. */
export function BigPunch({ challenge, here, queued, pausedUntil, elder, busy, onTap }: BigPunchProps) {
  const t = usePunchT();
  const share = goalShare(challenge, here);
  const arc = useMemo(() => (share > 0 ? ring(share) : undefined), [share]);
  const { button } = here;
  const isDone = button === 'done' || button === 'pending' || queued;
  const isCall = !isDone && (button === 'ready' || button === 'rejected' || button === 'join');
  const { title, line, sub } = lookOf(challenge, button, queued, pausedUntil, t);
  const above = isCall && button !== 'join' ? proofWords(challenge.rules, t) : line;
  return (
    <View className={cls('big', elder && 'big-elder')}>
      {!elder && (
        <>
          <View className="big-ring big-track" style={{ '--i': ring(1) } as React.CSSProperties} />
          {arc && <View className="big-ring big-arc" style={{ '--i': arc } as React.CSSProperties} />}
        </>
      )}
      <Pressable className={cls('big-go', isDone ? 'big-done' : !isCall && 'big-shut')} disabled={queued || busy || !TAPPED.includes(button)} busy={busy} onTap={onTap}>
        {isDone && <Icon name="check" size={elder ? 56 : 40} />}
        <Text className={cls('big-title', (isDone || !isCall) && 'big-title-2')}>{title}</Text>
        {above && <Text className="big-sub">{above}</Text>}
        {sub && <Text className="big-sub">{sub}</Text>}
      </Pressable>
    </View>
  );
}
