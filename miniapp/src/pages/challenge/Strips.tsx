import { Text, View } from '@tarojs/components';
import type { Challenge } from '@shared/wire/challenge';
import type { Held } from '@/features/challenge/store';
import { dropUnsent, type Unsent } from '@/features/challenge/unsent';
import { usePunchT } from '@/features/challenge/words';
import { momentName } from '@/i18n/time';
import { deviceZone } from '@/platform/zone';
import { Pressable } from '@/ui/Pressable';
import { Strip } from '@/ui/States';
import type { PunchActs } from './usePunch';

const StripAct = ({ text, onTap }: { text: string; onTap(): void }) => (
  <Pressable className="st-act" onTap={onTap}>
    {text}
  </Pressable>
);

/** Whose clock counts, where it is not the one of this device. */
function ZoneStrip({ mine, acts }: { mine: Challenge['mine']; acts: PunchActs }) {
  const t = usePunchT();
  if (!mine.joined || mine.zone === deviceZone()) return null;
  const city = mine.zone.split('/').pop()?.replace(/_/g, ' ') ?? mine.zone;
  return (
    <Strip icon="globe" action={<StripAct text={t('zone.move')} onTap={() => void acts.moveHere()} />}>
      <Text>{t('zone.strip', { zone: city })}</Text>
    </Strip>
  );
}

/** What is not as usual: kept content, check-ins to be sent, another zone. */
export function Strips({ held, failed, unsent, acts }: { held: Held; failed: boolean; unsent: readonly Unsent[]; acts: PunchActs }) {
  const t = usePunchT();
  const waiting = unsent.filter(({ why }) => why === undefined);
  const when = (iso: string): string => momentName(new Date(iso), new Date(), t.locale);
  return (
    <View className="sts">
      {failed && <Strip>{t('punch.kept', { when: momentName(new Date(held.at), new Date(), t.locale) })}</Strip>}
      {waiting.length > 0 && <Strip icon="clock">{t('queue.one', { n: waiting.length })}</Strip>}
      {unsent.map((entry) =>
        entry.why === undefined ? null : (
          <Strip key={entry.clientMsgId} icon="warn" action={<StripAct text={t('queue.drop')} onTap={() => dropUnsent(entry)} />}>
            {t('queue.refused', { when: when(entry.doneAt), why: entry.why })}
          </Strip>
        ),
      )}
      {held.challenge.state !== 'closed' && held.challenge.state !== 'ended' && <ZoneStrip mine={held.challenge.mine} acts={acts} />}
    </View>
  );
}
