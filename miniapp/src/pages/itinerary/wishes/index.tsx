import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Wish } from '@shared/wire/itinerary';
import { mayDo } from '@shared/domain/role';
import { useMe } from '@/features/account/session';
import { askRoom } from '@/features/itinerary/askRoom';
import { FacesOf } from '@/features/itinerary/Face';
import { useWishes } from '@/features/itinerary/store';
import { useTripAt } from '@/features/itinerary/useTrip';
import { useTripT } from '@/features/itinerary/words';
import { useOnePai } from '@/features/pai/useOnePai';
import { Screen } from '@/features/screen/Screen';
import { useT } from '@/i18n';
import { Button } from '@/ui/Button';
import { AiMark } from '@/ui/Marks';
import { Tag } from '@/ui/Small';
import { EmptyState, FailedState } from '@/ui/States';
import { Filters, matches, type Filter } from './Filters';
import { SkeletonNotes, Wall } from './Wall';
import './wishes.css';
import { useWishActs } from './useWishActs';
import { WishOverlay, type WishOver } from './WishSheets';

/** Which came from the talk, and the one button. */
function WishDock({ fromTalk, onMake }: { fromTalk: number; onMake(): void }) {
  const t = useTripT();
  return (
    <>
      {fromTalk > 0 && (
        <View className="from-talk t12 soft">
          <AiMark size={22} />
          <View className="grow">{t('wish.talk', { n: fromTalk })}</View>
          <Tag kind="ai">{t('trip.ai')}</Tag>
        </View>
      )}
      <Button wide icon="plus" onTap={onMake}>
        {t('wish.make')}
      </Button>
    </>
  );
}

/** What everyone wishes, as they said it. `pai`: the pai; `id`: the itinerary, by default the one last touched. */
export default function WishesPage() {
  const [t, word] = [useTripT(), useT()];
  const me = useMe();
  const { at, missing, failed: noTrip, reload } = useTripAt();
  const { pai } = useOnePai(at.paiId);
  const wishes = useWishes(at);
  const acts = useWishActs(at, wishes);
  const [filter, setFilter] = useState<Filter>('all');
  const [over, setOver] = useState<WishOver>();
  const all = wishes.value?.wishes ?? [];
  const shown = all.filter((wish) => matches(wish, filter));
  const isFailed = wishes.failed || noTrip;
  const isMine = (wish: Wish): boolean => wish.member.id === me?.id;
  const mayDrop = (wish: Wish): boolean => isMine(wish) || (pai !== undefined && mayDo(pai.mine.role, 'recall-others'));
  const discuss = (wish: Wish): void => {
    const other = all.find(({ id }) => wish.conflictsWith?.includes(id));
    askRoom(at.paiId, other ? t('wish.draft', { a: wish.text, b: other.text }) : t('check.draft', { title: wish.text, finding: wish.finding ?? '' }));
  };
  const overlay = over && <WishOverlay over={over} at={at} acts={acts} mine={over.kind !== 'write' && isMine(over.wish)} mayDrop={over.kind !== 'write' && mayDrop(over.wish)} setOver={setOver} />;
  const dock = <WishDock fromTalk={wishes.value?.fromTalk ?? 0} onMake={() => setOver({ kind: 'write' })} />;
  return (
    <FacesOf paiId={at.paiId}>
      <Screen title={t('wish.title')} bodyClass="wishes-body" {...(isFailed ? {} : { dock })} over={overlay}>
        {isFailed && (
          <FailedState title={t('wish.failed')} onRetry={noTrip ? reload : wishes.reload} />
        )}
        {!wishes.value && !isFailed && !missing && <SkeletonNotes label={word('common.loading')} />}
        {(missing || all.length === 0) && (missing || wishes.value) && <EmptyState title={t('wish.none')} text={t('wish.none.text')} />}
        {all.length > 0 && (
          <>
            <Filters wishes={all} value={filter} onChange={setFilter} />
            {shown.length === 0 && <View className="t14 soft center">{t('wish.none.filter')}</View>}
            <Wall
              wishes={shown}
              all={all}
              me={me?.id}
              onOpen={(wish) => setOver({ kind: 'see', wish })}
              onHold={(wish) => setOver({ kind: isMine(wish) && wish.state !== 'withdrawn' ? 'mine' : 'see', wish })}
              onHeart={(wish) => void acts.heart(wish)}
              onDiscuss={discuss}
            />
          </>
        )}
      </Screen>
    </FacesOf>
  );
}
