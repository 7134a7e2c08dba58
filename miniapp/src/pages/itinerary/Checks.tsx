import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Check, Itinerary } from '@shared/wire/itinerary';
import { CheckedFace, STATE_ICON, STATE_TONE } from '@/features/itinerary/Face';
import { useTripT } from '@/features/itinerary/words';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { Pressable } from '@/ui/Pressable';

/** Fails first, then what is not known, then what holds. */
const RANK = { fail: 0, unknown: 1, pass: 2 } as const;
export const sorted = (checks: readonly Check[]): Check[] => [...checks].sort((a, b) => RANK[a.state] - RANK[b.state]);

export type OnFix = (check: Check) => void;

interface RowProps {
  trip: Itinerary;
  check: Check;
  onFix: OnFix;
}

function CheckRow({ trip, check, onFix }: RowProps) {
  const t = useTripT();
  const { state, title, finding, fix, memberId } = check;
  const name = trip.party.find(({ id }) => id === memberId)?.name;
  const tone = STATE_TONE[state];
  return (
    <View className="chk" {...aria({ role: 'listitem' })}>
      {memberId === undefined ? (
        <View className={tone}>
          <Icon name={STATE_ICON[state]} size={22} />
        </View>
      ) : (
        <CheckedFace id={memberId} name={name ?? ''} state={state} />
      )}
      <View className="grow">
        {name !== undefined && <Text className="sr">{`${name} `}</Text>}
        <View className="t14 any">{title}</View>
        <View className={cls('t12 any', tone)}>{finding === '' ? t(`check.${state}`) : finding}</View>
      </View>
      {fix !== undefined && (
        <Pressable className="chk-fix" label={`${t(`check.fix.${fix}`)} ${title}`} onTap={() => onFix(check)}>
          {t(`check.fix.${fix}`)}
        </Pressable>
      )}
    </View>
  );
}

interface CheckCardProps {
  trip: Itinerary;
  checks: readonly Check[];
  title: string;
  sum: string;
  /** How many that hold are shown before the rest is folded. */
  held?: number;
  onFix: OnFix;
}

/** What was asked for and what came of it: nothing that fails is ever folded away. */
export function CheckCard({ trip, checks, title, sum, held = 1, onFix }: CheckCardProps) {
  const t = useTripT();
  const [open, setOpen] = useState(false);
  const all = sorted(checks);
  const least = all.filter(({ state }) => state !== 'pass').length + held;
  const shown = open ? all : all.slice(0, least);
  const more = all.length - Math.min(all.length, least);
  return (
    <View className="card chk-card">
      <View className="chk-head">
        <View className="t16 b" {...aria({ role: 'heading', level: 2 })}>
          {title}
        </View>
        <Text className="t12 soft">{sum}</Text>
      </View>
      <View {...aria({ role: 'list' })}>
        {shown.map((check, i) => (
          <CheckRow key={`${check.wishId ?? check.rule}-${check.title}-${check.itemId ?? ''}-${i}`} trip={trip} check={check} onFix={onFix} />
        ))}
      </View>
      {more > 0 && (
        <Pressable className="chk-more t14 soft" expanded={open} onTap={() => setOpen(!open)}>
          <Text>{open ? t('check.less') : t('check.more', { n: more })}</Text>
          <Icon name={open ? 'up' : 'down'} size={20} />
        </Pressable>
      )}
    </View>
  );
}

/** What each member asked for, against the plan. */
export function WishChecks({ trip, onFix, held = 1 }: { trip: Itinerary; onFix: OnFix; held?: number }) {
  const t = useTripT();
  const asked = trip.checks.filter(({ rule }) => rule === 'wish');
  if (asked.length === 0) return <View className="card chk-card t14 soft">{t('check.none')}</View>;
  return <CheckCard trip={trip} checks={asked} title={t('check.title')} sum={t('check.sum', { n: asked.length, m: asked.filter(({ state }) => state === 'pass').length })} held={held} onFix={onFix} />;
}

/** Everything the program looked at, and what did not fit. */
export function AllChecks({ trip, onFix }: { trip: Itinerary; onFix: OnFix }) {
  const t = useTripT();
  const names = new Map(trip.party.map(({ id, name }) => [id, name]));
  return (
    <>
      <WishChecks trip={trip} onFix={onFix} held={99} />
      {trip.unmet.length > 0 && (
        <View className="card chk-card">
          <View className="t16 b" {...aria({ role: 'heading', level: 2 })}>
            {t('check.unmet')}
          </View>
          {trip.unmet.map(({ memberId, text, why }, i) => (
            <View key={i} className="chk">
              {memberId !== undefined && <CheckedFace id={memberId} name={names.get(memberId) ?? ''} state="fail" />}
              <View className="grow">
                <View className="t14 any">{text}</View>
                <View className="t12 bad any">{why}</View>
              </View>
            </View>
          ))}
        </View>
      )}
      <CheckCard trip={trip} checks={trip.checks.filter(({ rule }) => rule !== 'wish')} title={t('check.rules')} sum={t('check.rules.sum')} held={99} onFix={onFix} />
    </>
  );
}
