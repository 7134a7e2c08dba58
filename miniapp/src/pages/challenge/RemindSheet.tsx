import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Challenge } from '@shared/wire/challenge';
import * as api from '@/features/challenge/api';
import { addToCalendar } from '@/features/challenge/calendar';
import type { Credits } from '@/features/challenge/credits';
import { dateOf, nextReminder } from '@/features/challenge/say';
import { takeReply } from '@/features/challenge/store';
import { usePunchT } from '@/features/challenge/words';
import { saying } from '@/features/screen/saving';
import { deviceZone } from '@/platform/zone';
import { Button } from '@/ui/Button';
import { Toggle } from '@/ui/Choice';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { toast } from '@/ui/toast';
import { Clock } from './Clock';

/** A time to begin with: when the window opens, else in the evening. */
const usualTime = ({ window }: Challenge['rules']): string => (window && window.from !== '00:00' ? window.from : '20:00');

/** Days the calendar rings on. */
export function calendarRule({ cadence }: Challenge['rules']): string {
  if (cadence.kind === 'weekdays') return 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR';
  return cadence.kind === 'rrule' ? cadence.rrule : 'FREQ=DAILY';
}

function firstRing(start: string, today: string, time: string): Date {
  const date = dateOf(start > today ? start : today);
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  date.setHours(hours, minutes, 0, 0);
  if (date.getTime() < Date.now()) date.setDate(date.getDate() + 1);
  return date;
}

/** My own reminder: when, how many messages there are left for it, and the calendar that needs none. */
export function RemindSheet({ challenge, credits, onClose }: { challenge: Challenge; credits: Credits; onClose(): void }) {
  const t = usePunchT();
  const { mine, rules, paiId, id } = challenge;
  const [time, setTime] = useState(mine.reminder.at ?? usualTime(rules));
  const isOn = mine.reminder.at !== undefined;
  const next = nextReminder(mine.reminder, credits.left, t);
  const set = (at: string | null): void => void saying(api.setReminder({ paiId, id }, { at, zone: deviceZone() }).then(takeReply), t(at === null ? 'remind.off' : 'remind.set'));
  const more = async (): Promise<void> => {
    const left = await credits.ask();
    toast(left === undefined ? t('remind.more.none') : t('remind.more.done', { n: left }));
  };
  const calendar = async (): Promise<void> => {
    const last = rules.end === undefined ? undefined : new Date(dateOf(rules.end).getTime() + 11 * 3600_000);
    const added = await addToCalendar({ title: rules.title, first: firstRing(rules.start, mine.today, time), last, rrule: calendarRule(rules) });
    toast(t(added ? 'remind.calendar.done' : 'remind.calendar.failed'));
  };
  return (
    <Sheet title={t('remind.title')} onClose={onClose}>
      <List>
        <Cell title={t('remind.on')} control={<Toggle label={t('remind.on')} on={isOn} onChange={(on) => set(on ? time : null)} />} />
      </List>
      <Clock
        label={t('remind.time')}
        value={time}
        onChange={(value) => {
          setTime(value);
          if (isOn) set(value);
        }}
      />
      {next !== undefined && <View className="t14 any">{next}</View>}
      {credits.canAsk && (
        <>
          <View className="t14 soft">{t('remind.how')}</View>
          <Button kind="tint" wide icon="bell" onTap={() => void more()}>
            {t('remind.more')}
          </Button>
        </>
      )}
      <Button kind="fill" wide icon="calendar" onTap={() => void calendar()}>
        {t('remind.calendar')}
      </Button>
      <View className="t12 soft center">{t('remind.calendar.note')}</View>
    </Sheet>
  );
}
