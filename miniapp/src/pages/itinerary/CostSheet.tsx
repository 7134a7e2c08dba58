import { View } from '@tarojs/components';
import type { Itinerary, PlanItem } from '@shared/wire/itinerary';
import { dayLabel, nameOf, placeOf, yuan } from '@/features/itinerary/say';
import { useTripT, type TripKey } from '@/features/itinerary/words';
import { isH5 } from '@/platform/env';
import { Cell, List, Section } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';

type Part = 'tickets' | 'meals' | 'nights';
const PART: Record<PlanItem['kind'], Part> = { attraction: 'tickets', rest: 'tickets', breakfast: 'meals', lunch: 'meals', dinner: 'meals', hotel: 'nights' };

const cents = (amount: number): number => Math.round(amount * 100) / 100;

/** The whole by what it is spent on: a stop's cost holds its leg's, which is told apart here. */
export function partsOf(items: readonly PlanItem[]): Record<Part | 'ways', number> {
  const parts = { tickets: 0, meals: 0, nights: 0, ways: 0 };
  for (const { kind, cost, leg } of items) {
    parts.ways = cents(parts.ways + (leg?.cost ?? 0));
    parts[PART[kind]] = cents(parts[PART[kind]] + cost - (leg?.cost ?? 0));
  }
  return parts;
}

/** Where the money goes: by kind, then stop by stop. */
export function CostSheet({ trip, onClose }: { trip: Itinerary; onClose(): void }) {
  const t = useTripT();
  const days = trip.plan?.days ?? [];
  const items = days.flatMap((day) => day.items);
  const parts = partsOf(items);
  const unpriced = items.filter(({ kind, placeId }) => kind !== 'rest' && placeOf(trip, placeId)?.price === undefined).length;
  const unsure = trip.places.some(({ source }) => !source.verified);
  return (
    <Sheet title={t('cost.title')} onClose={onClose}>
      {/* Nothing in here is pressed: with a keyboard it could not be scrolled otherwise. */}
      <View className="cost-all" {...(isH5 ? { tabindex: '0' } : {})}>
        <List>
          {(Object.keys(parts) as (keyof typeof parts)[]).map((part) => (
            <Cell key={part} title={t(`cost.${part}` as TripKey)} value={yuan(parts[part])} />
          ))}
          <Cell title={t('cost.total')} value={yuan(trip.plan?.cost ?? 0)} />
          <Cell title={t('cost.each')} value={yuan(trip.plan?.perHead ?? 0)} />
        </List>
        {unpriced > 0 && <View className="t12 warn">{t('cost.unknown', { n: unpriced })}</View>}
        {unsure && <View className="t12 soft">{t('cost.sample')}</View>}
        {days.map((day, i) => (
          <Section key={i} title={dayLabel(trip, i, t)} side={yuan(cents(day.items.reduce((sum, { cost }) => sum + cost, 0)))}>
            <List>
              {day.items.map((item) => (
                <Cell key={item.id} title={nameOf(trip, item, t)} note={item.leg && item.leg.cost > 0 ? `${t('cost.ways')} ${yuan(item.leg.cost)}` : t(`stop.kind.${item.kind}`)} value={yuan(item.cost)} />
              ))}
            </List>
          </Section>
        ))}
      </View>
    </Sheet>
  );
}
