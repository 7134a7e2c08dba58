import { View } from '@tarojs/components';
import type { Challenge } from '@shared/wire/challenge';
import { useChallenges } from '@/features/challenge/store';
import { timesName } from '@/features/challenge/say';
import { usePunchT } from '@/features/challenge/words';
import { openPage } from '@/features/screen/go';
import { Screen } from '@/features/screen/Screen';
import { Button } from '@/ui/Button';
import { aria } from '@/ui/aria';
import { Icon } from '@/ui/Icon';
import { Cell, List, Section } from '@/ui/List';
import { EmptyState, FailedState, SkeletonRows } from '@/ui/States';

function Row({ challenge }: { challenge: Challenge }) {
  const t = usePunchT();
  const { id, paiId, rules, mine, doneToday, members, state } = challenge;
  const isOver = state === 'ended' || state === 'closed';
  const isDone = mine.button === 'done' || mine.button === 'pending';
  const mark = isDone && (
    <View className="ok" {...aria({ role: 'img', label: t('list.done') })}>
      <Icon name="pass" />
    </View>
  );
  return <Cell title={rules.title} note={`${timesName(rules, t)} · ${isOver ? t('list.over') : t('list.today', { n: doneToday, m: members })}`} {...(mark ? { control: mark } : {})} onTap={() => void openPage('challenge', { id: paiId, c: id })} />;
}

/** The challenges of a pai. */
export function ListView({ paiId }: { paiId: string }) {
  const t = usePunchT();
  const { challenges, failed, reload } = useChallenges(paiId);
  const start = (
    <Button icon="plus" wide onTap={() => void openPage('challenge', { id: paiId, view: 'new' })}>
      {t('list.new')}
    </Button>
  );
  const running = challenges?.filter(({ state }) => state === 'active' || state === 'upcoming') ?? [];
  const past = challenges?.filter(({ state }) => state === 'ended' || state === 'closed') ?? [];
  return (
    <Screen title={t('punch.title')} dock={start}>
      {challenges === undefined && !failed && <SkeletonRows face={24} label={t('punch.title')} />}
      {failed && <FailedState title={t('punch.failed')} onRetry={reload} />}
      {challenges?.length === 0 && <EmptyState title={t('list.none')} text={t('list.none.text')} />}
      {running.length > 0 && <List>{running.map((challenge) => <Row key={challenge.id} challenge={challenge} />)}</List>}
      {past.length > 0 && (
        <Section title={t('list.past')}>
          <List>{past.map((challenge) => <Row key={challenge.id} challenge={challenge} />)}</List>
        </Section>
      )}
    </Screen>
  );
}
