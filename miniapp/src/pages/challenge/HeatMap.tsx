import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { civilOf, dayText } from '@shared/domain/civil';
import { dayNumber } from '@shared/domain/checkin/plan';
import type { Challenge } from '@shared/wire/challenge';
import type { Here } from '@/features/challenge/local';
import { dayInFull, dayWords } from '@/features/challenge/say';
import { usePunchT, type SpeakPunch } from '@/features/challenge/words';
import { weekdayName } from '@/i18n/time';
import { IconButton } from '@/ui/Button';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Pressable } from '@/ui/Pressable';
import { px } from '@/ui/size';
import { monthOf, weeksOf } from './month';

type DayOf = Here['days'][number];

/** Far enough for a challenge without an end: to the end of the month. */
const OPEN_END = Infinity;

const monthWord = (month: number, t: SpeakPunch): string => t('heat.month', { n: (month % 12) + 1, name: dayWords(dayText(new Date(Date.UTC(Math.floor(month / 12), month % 12, 1)).getTime() / 86_400_000), t).replace(/^\d+ /, '') });

const MARKED = ['made-up', 'paused', 'pending', 'rejected'] as const;
const markOf = (state: DayOf['state'] | undefined): (typeof MARKED)[number] | undefined => MARKED.find((one) => one === state);

function classOf(found: DayOf | undefined, isToday: boolean): string {
  const state = found?.state;
  const isDone = state === 'accepted' || state === 'made-up' || state === 'pending';
  return cls('hm', isDone && `hm-${Math.max(1, found?.level ?? 1)}`, (state === 'missed' || state === 'rejected') && 'hm-no', state === 'paused' && 'hm-z', state === 'off' && 'hm-off', isToday && 'hm-today', isToday && !isDone && 'hm-now');
}

interface CellProps {
  day: number;
  found: DayOf | undefined;
  isToday: boolean;
  onTap(day: string): void;
}

function DayCell({ day, found, isToday, onTap }: CellProps) {
  const t = usePunchT();
  const text = dayText(day);
  const mark = markOf(found?.state);
  return (
    <Pressable className={classOf(found, isToday)} label={`${dayInFull(text, t)}, ${t(`state.${found?.state ?? 'ahead'}`)}`} {...(isToday ? { current: 'date' as const } : {})} onTap={() => onTap(text)}>
      <Text>{String(civilOf(day).day)}</Text>
      {mark && <Text className={cls('hm-mark', mark === 'made-up' && 'sun-ink')}>{t(`heat.mark.${mark}`)}</Text>}
    </Pressable>
  );
}

interface HeatMapProps {
  challenge: Challenge;
  here: Here;
  onDay(day: string): void;
}

/** The month as a calendar: darker is more, an empty frame a day that stayed empty. */
export function HeatMap({ challenge, here, onDay }: HeatMapProps) {
  const t = usePunchT();
  const { start, end, makeup, proof, cadence } = challenge.rules;
  const [from, to, today] = [dayNumber(start), end === undefined ? OPEN_END : dayNumber(end), dayNumber(here.today)];
  const home = monthOf(Math.min(Math.max(today, from), to));
  const [month, setMonth] = useState(home);
  const known = new Map(here.days.map((day) => [day.day, day]));
  const isLast = to === OPEN_END ? month >= home : month >= monthOf(to);
  const hasSizes = proof.kind === 'number' || proof.kind === 'text';
  return (
    <View className="card heat">
      <View className="heat-head">
        {month > monthOf(from) && <IconButton icon="left" size={20} className="heat-turn soft" label={t('heat.prev')} onTap={() => setMonth(month - 1)} />}
        <View className="b" {...aria({ role: 'heading', level: 2 })}>
          {monthWord(month, t)}
        </View>
        {!isLast && <IconButton icon="right" size={20} className="heat-turn soft" label={t('heat.next')} onTap={() => setMonth(month + 1)} />}
        <Text className="t12 soft grow">{hasSizes ? t('heat.deeper') : ''}</Text>
        {makeup !== undefined && makeup.cards > 0 && cadence.kind !== 'perWeek' && challenge.mine.joined && (
          <View className="heat-cards t12 soft">
            <View className="i i-patch" style={{ width: px(16), height: px(16) }} {...aria({ hidden: true })} />
            <Text>{t('heat.cards', { n: challenge.mine.cardsLeft })}</Text>
          </View>
        )}
      </View>
      <View className="heat-week heat-names" {...aria({ hidden: true })}>
        {[1, 2, 3, 4, 5, 6, 7].map((weekday) => (
          <Text key={weekday} className="hm-w">
            {weekdayName(weekday, t.locale).slice(t.locale === 'zh' ? 1 : 0, 2)}
          </Text>
        ))}
      </View>
      {weeksOf(month, from, to).map((week, i) => (
        <View key={i} className="heat-week">
          {week.map((day, j) => (day === null ? <View key={j} className="hm-none" /> : <DayCell key={j} day={day} found={known.get(dayText(day))} isToday={day === today} onTap={onDay} />))}
        </View>
      ))}
    </View>
  );
}
