import type { ReactNode } from 'react';
import type { Overview } from '@shared/wire/console';
import { useWords } from '../words/WordsContext';

/** AI turns of the last 24 hours by how they ended. */
export function RunsCard({ runs }: { runs: Overview['runs'] }) {
  const { t, n } = useWords();
  const all = Math.max(1, runs.done + runs.withheld + runs.failed + runs.waiting);
  const row = (label: string, count: number, note: string, kind = '') => (
    <div className="meter-row">
      <span>{label}</span>
      <span className="soft small">{note}</span>
      <b>{n(count)}</b>
      <div className="meter">
        <i className={kind} style={{ width: `${(100 * count) / all}%` }} />
      </div>
    </div>
  );
  return (
    <section className="card">
      <h2>
        {t('runs.title')}
        <span className="soft">{t('runs.note')}</span>
      </h2>
      {row(t('runs.done'), runs.done, runs.tookMs === null ? '' : t('runs.took', { s: (runs.tookMs / 1000).toFixed(1) }))}
      {row(t('runs.withheld'), runs.withheld, '')}
      {row(t('runs.failed'), runs.failed, '', 'bad')}
      {row(t('runs.waiting'), runs.waiting, runs.waiting > 0 ? t('runs.oldest', { s: n(runs.oldestWaitSeconds) }) : '', 'warn')}
      {runs.fallback > 0 && <p className="soft small">{t('runs.fallback', { n: n(runs.fallback) })}</p>}
    </section>
  );
}

/** Rows of a name and a figure. */
export function Rows({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="rows">
      {rows.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What this node's gateway has put on screens. */
export function FanCard({ node }: { node: Overview['node'] }) {
  const { t, n } = useWords();
  return (
    <section className="card">
      <h2>
        {t('fan.title')}
        <span className="soft">{t('fan.note')}</span>
      </h2>
      <Rows
        rows={[
          [t('fan.deliveries'), n(node.deliveries)],
          [t('fan.frames'), n(node.frames)],
          [t('fan.dropped'), <span className={node.dropped > 0 ? 'warn' : ''}>{n(node.dropped)}</span>],
          [t('fan.healed'), n(node.healed)],
        ]}
      />
    </section>
  );
}
