import type { Overview } from '@shared/wire/console';
import { useWords, type Words } from '../words/WordsContext';
import { Rows } from './RunsCard';

function upFor(seconds: number, t: Words['t']): string {
  const days = Math.floor(seconds / 86_400);
  const hours = Math.floor((seconds % 86_400) / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  if (days > 0) return t('node.days', { d: days, h: hours });
  return hours > 0 ? t('node.hours', { h: hours, m: minutes }) : t('node.minutes', { m: minutes, s: seconds % 60 });
}

/** The process that answered, and the stores behind it. */
export function NodeCard({ figures }: { figures: Overview }) {
  const { t } = useWords();
  const { node, stores } = figures;
  const state = (up: boolean) => <span className={up ? 'ok' : 'bad'}>{t(up ? 'node.ok' : 'node.away')}</span>;
  const { p50, p95 } = node.requests;
  return (
    <section className="card">
      <h2>{t('node.title')}</h2>
      <Rows
        rows={[
          ['MongoDB', state(stores.mongodb)],
          ['Redis', state(stores.redis)],
          [t('node.requests'), p50 === null || p95 === null ? '–' : `${p50} / ${p95} ${t('unit.ms')}`],
          [t('node.up'), upFor(node.upSeconds, t)],
          [t('node.memory'), `${node.memoryMb} MB`],
        ]}
      />
    </section>
  );
}
