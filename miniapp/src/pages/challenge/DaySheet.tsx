import { View } from '@tarojs/components';
import { dayNumber } from '@shared/domain/checkin/plan';
import type { Challenge, Entry } from '@shared/wire/challenge';
import type { Here } from '@/features/challenge/local';
import { dayInFull } from '@/features/challenge/say';
import { useFeed } from '@/features/challenge/useFeed';
import { usePunchT, type SpeakPunch } from '@/features/challenge/words';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import { FeedCard, FeedLine, type FeedProps } from './FeedCard';

/** Why a day cannot be made up; undefined where it can. Run here by the rules of the ledger, looked at again in the cloud [C8]. */
export function noMakeup({ rules, mine }: Pick<Challenge, 'rules' | 'mine'>, day: string, today: string, t: SpeakPunch): string | undefined {
  const { makeup, cadence } = rules;
  if (!makeup || makeup.cards === 0 || cadence.kind === 'perWeek') return t('day.none-allowed');
  if (dayNumber(today) - dayNumber(day) > makeup.maxAgeDays) return t('day.too-old', { n: makeup.maxAgeDays });
  return mine.cardsLeft > 0 ? undefined : t('day.no-cards');
}

function MakeUp({ challenge, day, today, open }: { challenge: Challenge; day: string; today: string; open: FeedProps['open'] }) {
  const t = usePunchT();
  const why = noMakeup(challenge, day, today, t);
  if (why !== undefined) return <View className="t14 soft">{why}</View>;
  return (
    <>
      <View className="t14 soft">{t('day.cost', { n: challenge.mine.cardsLeft - 1 })}</View>
      <Button wide onTap={() => open({ kind: 'makeup', day })}>
        {t('day.makeup')}
      </Button>
    </>
  );
}

interface DaySheetProps extends FeedProps {
  day: string;
  here: Here;
  onClose(): void;
}

const shows = (entry: Entry, day: string): boolean => entry.day === day && entry.kind !== 'zone' && entry.kind !== 'resume';

/** A day of mine: what I did, or how it can be made up and what that costs. */
export function DaySheet({ day, here, onClose, ...props }: DaySheetProps) {
  const t = usePunchT();
  const { challenge, me, open } = props;
  const { entries, failed } = useFeed({ paiId: challenge.paiId, id: challenge.id }, me);
  const state = here.days.find((one) => one.day === day)?.state;
  const done = entries?.filter((entry) => shows(entry, day)) ?? [];
  const isEmpty = entries !== undefined && done.length === 0;
  return (
    <Sheet title={dayInFull(day, t)} onClose={onClose}>
      {state !== undefined && <View className="t14 soft">{t(`state.${state}`)}</View>}
      {state === undefined && <View className="t14 soft">{t('day.ahead')}</View>}
      {done.map((entry) => (entry.kind === 'checkin' || entry.kind === 'makeup' ? <FeedCard key={entry.id} entry={entry} {...props} /> : <FeedLine key={entry.id} entry={entry} />))}
      {state === 'open' && isEmpty && <View className="t14 soft">{t('day.open')}</View>}
      {state !== undefined && state !== 'open' && state !== 'missed' && isEmpty && <View className="t14 soft">{t('day.none')}</View>}
      {failed && <View className="t14 soft">{t('punch.failed')}</View>}
      {(state === 'missed' || state === 'rejected') && challenge.mine.joined && challenge.state !== 'closed' && <MakeUp challenge={challenge} day={day} today={here.today} open={open} />}
    </Sheet>
  );
}
