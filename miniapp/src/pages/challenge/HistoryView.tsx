import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import type { Entry } from '@shared/wire/challenge';
import { useMe } from '@/features/account/session';
import { csvPath, type At } from '@/features/challenge/api';
import { dayInFull } from '@/features/challenge/say';
import { useChallenge } from '@/features/challenge/store';
import { useFeed } from '@/features/challenge/useFeed';
import { usePunchT } from '@/features/challenge/words';
import { Screen } from '@/features/screen/Screen';
import { momentName } from '@/i18n/time';
import { download } from '@/transport/download';
import { Button } from '@/ui/Button';
import { Segments } from '@/ui/Choice';
import { SkeletonRows } from '@/ui/States';
import { toast } from '@/ui/toast';
import { Brought, lineOf } from './FeedCard';

function Record({ entry, unit }: { entry: Entry; unit: string | undefined }) {
  const t = usePunchT();
  const isDone = entry.kind === 'checkin' || entry.kind === 'makeup';
  const when = momentName(new Date(entry.at), new Date(), t.locale);
  return (
    <View className="card fd">
      <View className="t14">
        <Text className="m">{isDone ? `${entry.member.name} · ${dayInFull(entry.day, t)}` : lineOf(entry, t)}</Text>
        <View className="t12 soft">{isDone ? `${when} · ${t(`state.${entry.kind === 'makeup' ? 'made-up' : (entry.state ?? 'rejected')}`)}` : when}</View>
      </View>
      {isDone && <Brought entry={entry} unit={unit} />}
      {entry.reason && <View className="t12 soft any">{t('feed.reason', { text: entry.reason })}</View>}
    </View>
  );
}

/** The whole ledger, mine or everybody's, and as a table to take away. */
export function HistoryView({ at }: { at: At }) {
  const t = usePunchT();
  const me = useMe()?.id;
  const [whose, setWhose] = useState<'mine' | 'all'>('mine');
  const [busy, setBusy] = useState(false);
  const rules = useChallenge(at).held?.challenge.rules;
  const { entries, failed, more } = useFeed(at, whose === 'mine' ? me : undefined);
  const save = async (): Promise<void> => {
    setBusy(true);
    const saved = await download(csvPath(at), `${rules?.title ?? t('hist.title')}.csv`);
    setBusy(false);
    toast(t(saved ? 'hist.exported' : 'punch.failed.act'));
  };
  const unit = rules?.proof.kind === 'number' ? rules.proof.unit : undefined;
  return (
    <Screen
      title={t('hist.title')}
      bodyClass="pg-pad pn"
      onEnd={more}
      dock={
        <Button kind="fill" icon="save" wide busy={busy} onTap={() => void save()}>
          {t('hist.export')}
        </Button>
      }
    >
      <Segments
        label={t('hist.title')}
        value={whose}
        options={[
          { value: 'mine', text: t('hist.mine') },
          { value: 'all', text: t('hist.all') },
        ]}
        onChange={setWhose}
      />
      {entries === undefined && !failed && <SkeletonRows face={24} label={t('hist.title')} />}
      {failed && <View className="t14 soft center">{t('punch.failed')}</View>}
      {entries?.length === 0 && <View className="t14 soft center">{t('hist.none')}</View>}
      {entries?.map((entry) => <Record key={entry.id} entry={entry} unit={unit} />)}
    </Screen>
  );
}
