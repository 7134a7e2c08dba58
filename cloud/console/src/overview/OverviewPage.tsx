import { useEffect, useState } from 'react';
import { Alert, Button } from 'antd';
import type { Overview } from '@shared/wire/console';
import { useWords } from '../words/WordsContext';
import { HoursCard } from './HoursCard';
import { Kpis } from './Kpis';
import { NodeCard } from './NodeCard';
import { FanCard, RunsCard } from './RunsCard';
import { SharesCard } from './SharesCard';
import { OverviewSkeleton } from './OverviewSkeleton';
import { useOverview } from './useOverview';

interface OverviewPageProps {
  token: string;
  onEnded: () => void;
}

/** How the service is doing, on one screen. */
export function OverviewPage({ token, onEnded }: OverviewPageProps) {
  const { t } = useWords();
  const { figures, at, fault, reload } = useOverview(token, onEnded);
  return (
    <main className="main">
      <header className="bar">
        <h1>{t('app.overview')}</h1>
        <span className="range">{t('app.lastDay')}</span>
        <Synced at={at} figures={figures} late={fault !== undefined} />
      </header>
      <div className="body">
        {fault !== undefined && <Fault text={fault} at={at} onRetry={reload} />}
        {figures ? <Figures figures={figures} /> : fault === undefined && <OverviewSkeleton />}
      </div>
    </main>
  );
}

function Figures({ figures }: { figures: Overview }) {
  return (
    <>
      <Kpis figures={figures} />
      <div className="grid wide-narrow">
        <HoursCard hours={figures.messagesPerHour} />
        <SharesCard bars={figures.aiShares} />
      </div>
      <div className="grid thirds">
        <RunsCard runs={figures.runs} />
        <FanCard node={figures.node} />
        <NodeCard figures={figures} />
      </div>
    </>
  );
}

function Fault({ text, at, onRetry }: { text: string; at: number | undefined; onRetry: () => void }) {
  const { locale, t } = useWords();
  const title = at === undefined ? t('error.title') : t('error.stale', { time: new Date(at).toLocaleTimeString(locale === 'zh' ? 'zh-CN' : 'en-GB') });
  return (
    <Alert
      type={at === undefined ? 'error' : 'warning'}
      showIcon
      title={title}
      description={text}
      action={
        <Button size="small" onClick={onRetry}>
          {t('app.retry')}
        </Button>
      }
    />
  );
}

const FRESH_SECONDS = 40;

function useSecondsSince(at: number | undefined): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return at === undefined ? 0 : Math.max(0, Math.round((now - at) / 1000));
}

function Synced({ at, figures, late }: { at: number | undefined; figures: Overview | undefined; late: boolean }) {
  const { t } = useWords();
  const seconds = useSecondsSince(at);
  if (!figures) return null;
  const away = !figures.stores.mongodb ? 'stores.mongodb' : !figures.stores.redis ? 'stores.redis' : undefined;
  return (
    <div className="synced">
      <span className={away ? 'bad' : 'ok'}>{t(away ?? 'stores.ok')}</span>
      <span className={late || seconds > FRESH_SECONDS ? 'warn' : 'soft'}>{seconds < 5 ? t('sync.now') : t('sync.ago', { n: seconds })}</span>
    </div>
  );
}
