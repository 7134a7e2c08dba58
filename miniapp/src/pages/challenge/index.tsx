import { useRouter } from '@tarojs/taro';
import { useMe } from '@/features/account/session';
import { useOnePai } from '@/features/pai/useOnePai';
import { usePunchT } from '@/features/challenge/words';
import { Screen } from '@/features/screen/Screen';
import { FailedState, SkeletonRows } from '@/ui/States';
import './challenge.css';
import { DayView } from './DayView';
import { FormView } from './FormView';
import { HistoryView } from './HistoryView';
import { ListView } from './ListView';

/**
 * `id`: the pai; `c`: a challenge of it, without one their list; `seq`: a message that proposes one; `view`: `new`, `edit` or `history`. One page for all of them:
 * what several pages of a sub-package share would be carried by the main package.
 */
export default function ChallengePage() {
  const t = usePunchT();
  const { id = '', c, seq, view, title } = useRouter<{ id?: string; c?: string; seq?: string; view?: string; title?: string }>().params;
  const me = useMe();
  const { pai, failed, retry } = useOnePai(id);
  if (!pai || !me)
    return (
      <Screen title={t('punch.title')}>
        {failed ? <FailedState title={t('punch.failed')} onRetry={retry} /> : <SkeletonRows label={t('punch.title')} />}
      </Screen>
    );
  if (seq !== undefined) return <FormView paiId={id} seq={Number(seq)} />;
  if (view === 'new') return <FormView paiId={id} title={title === undefined ? undefined : decodeURIComponent(title)} />;
  if (view === 'edit') return <FormView paiId={id} id={c} />;
  if (c === undefined) return <ListView paiId={id} />;
  return view === 'history' ? <HistoryView at={{ paiId: id, id: c }} /> : <DayView at={{ paiId: id, id: c }} pai={pai} me={me} />;
}
