import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Itinerary, PlanItem } from '@shared/wire/itinerary';
import { clock, dateOf, legText, nameOf } from '@/features/itinerary/say';
import { useTripT } from '@/features/itinerary/words';
import { aria } from '@/ui/aria';
import { Button } from '@/ui/Button';

const MINUTE = 60_000;
const two = (n: number): string => String(n).padStart(2, '0');
const today = (now: Date): string => `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
const wall = (now: Date): string => `${two(now.getHours())}:${two(now.getMinutes())}`;

/** The day of a plan that is today on this phone; undefined on every other day. */
export const liveDay = (trip: Itinerary, now: Date): number | undefined => {
  const day = trip.plan?.days.findIndex((_, i) => dateOf(trip, i) === today(now)) ?? -1;
  return day < 0 ? undefined : day;
};

/** Where the group is now and where it goes next. */
export function stepOf(items: readonly PlanItem[], now: Date): { now?: PlanItem; next?: PlanItem } {
  const at = wall(now);
  const current = items.find(({ from, to }) => from <= at && at < to);
  const next = items.find(({ from }) => from > at);
  return { ...(current ? { now: current } : {}), ...(next ? { next } : {}) };
}

function useMinutes(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE / 2);
    return () => clearInterval(timer);
  }, []);
  return now;
}

interface LiveStripProps {
  trip: Itinerary;
  busy: boolean;
  onLate(item: PlanItem): void;
}

/** On the day: what comes next, and one tap when the group is late. */
export function LiveStrip({ trip, busy, onLate }: LiveStripProps) {
  const t = useTripT();
  const now = useMinutes();
  const day = liveDay(trip, now);
  if (day === undefined) return null;
  const { now: current, next } = stepOf(trip.plan?.days[day]?.items ?? [], now);
  return (
    <View className="live" {...aria({ role: 'status' })}>
      <View className="grow">
        {current && <View className="t12 soft">{`${t('live.now')} ${nameOf(trip, current, t)} ${t('stop.until', { time: clock(current.to) })}`}</View>}
        {next ? (
          <View className="live-next">
            <Text className="t12 soft">{t('live.next')}</Text>
            <Text className="m any">{`${clock(next.from)} ${nameOf(trip, next, t)}`}</Text>
            {next.leg && <Text className="t12 soft">{legText(next.leg, next.who?.length ?? trip.party.length, t)}</Text>}
          </View>
        ) : (
          !current && <View className="t14">{t('live.over')}</View>
        )}
      </View>
      {next && (
        <Button kind="tint" size={44} busy={busy} onTap={() => onLate(next)}>
          {t('live.late')}
        </Button>
      )}
    </View>
  );
}
