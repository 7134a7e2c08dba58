import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Itinerary, ItineraryVersion } from '@shared/wire/itinerary';
import * as api from '@/features/itinerary/api';
import type { At, Change } from '@/features/itinerary/api';
import { yuan } from '@/features/itinerary/say';
import { takeReply, useRead } from '@/features/itinerary/store';
import { useTripT } from '@/features/itinerary/words';
import { saying } from '@/features/screen/saving';
import { useT } from '@/i18n';
import { momentName } from '@/i18n/time';
import { Button } from '@/ui/Button';
import { Pressable } from '@/ui/Pressable';
import { Sheet } from '@/ui/Sheet';
import { Tag } from '@/ui/Small';
import { SkeletonRows } from '@/ui/States';

const KIND_TONE = { added: 'ok', removed: 'bad', moved: 'pri', changed: 'warn' } as const;

function Changes({ changes }: { changes: readonly Change[] | undefined }) {
  const t = useTripT();
  if (!changes) return null;
  if (changes.length === 0) return <View className="t14 soft">{t('ver.same')}</View>;
  return (
    <View className="ver-diff">
      {changes.map(({ kind, text }, i) => (
        <View key={i} className="ver-line">
          <Tag kind={KIND_TONE[kind]}>{t(`diff.${kind}`)}</Tag>
          <Text className="t14 any grow">{text}</Text>
        </View>
      ))}
    </View>
  );
}

function VersionRow({ at, trip, version, onDone }: { at: At; trip: Itinerary; version: ItineraryVersion; onDone(): void }) {
  const t = useTripT();
  const [changes, setChanges] = useState<readonly Change[]>();
  const [open, setOpen] = useState(false);
  const isNow = version.version === trip.version;
  const show = (): void => {
    setOpen(!open);
    if (!changes && !isNow) void saying(api.readDiff(at, version.version, trip.version).then((reply) => setChanges(reply.changes)));
  };
  const back = async (): Promise<void> => {
    if (await saying(api.undoTo(at, version.version).then(takeReply), t('ver.back.done', { n: version.version }))) onDone();
  };
  return (
    <View className="card ver">
      <Pressable className="ver-head" expanded={open} disabled={isNow} onTap={show}>
        <View className="grow">
          <View className="ver-name">
            <Text className="t16 m">{t('ver.row', { n: version.version })}</Text>
            {isNow && <Tag kind="pri">{t('ver.now')}</Tag>}
            {version.by.kind === 'ai' && <Tag kind="ai">{t('trip.ai')}</Tag>}
          </View>
          <View className="t14 any">{version.what}</View>
          <View className="t12 soft any">{[version.by.name, momentName(new Date(version.at), new Date(), t.locale), yuan(version.cost), ...(version.failing > 0 ? [t('ver.failing', { n: version.failing })] : [])].join(' · ')}</View>
        </View>
      </Pressable>
      {open && (
        <>
          <View className="t12 soft">{t('ver.diff')}</View>
          <Changes changes={changes} />
          {!trip.decided && (
            <Button kind="tint" size={44} label={`${t('ver.back')} ${t('ver.row', { n: version.version })}`} onTap={() => void back()}>
              {t('ver.back')}
            </Button>
          )}
        </>
      )}
    </View>
  );
}

/** Who changed what when; any version can be looked at against the present one and brought back. */
export function VersionsSheet({ at, trip, onClose }: { at: At; trip: Itinerary; onClose(): void }) {
  const [t, word] = [useTripT(), useT()];
  const { value, failed } = useRead(at, api.listVersions);
  return (
    <Sheet title={t('ver.title')} height="full" onClose={onClose}>
      {!value && !failed && <SkeletonRows rows={3} face={0} label={word('common.loading')} />}
      {failed && <View className="t14 soft">{word('common.offlineText')}</View>}
      {value?.versions.map((version) => (
        <VersionRow key={`${version.version}-${trip.version}`} at={at} trip={trip} version={version} onDone={onClose} />
      ))}
    </Sheet>
  );
}
