import type { ReactNode } from 'react';
import type { Overview } from '@shared/wire/console';
import { useWords } from '../words/WordsContext';

function Kpi({ label, value, unit, note }: { label: string; value: ReactNode; unit?: string; note: string }) {
  return (
    <section className="card kpi">
      <div className="soft">{label}</div>
      <div className="value">
        {value}
        {unit ? <small> {unit}</small> : null}
      </div>
      <div className="note">{note}</div>
    </section>
  );
}

/** Said by people and by AI members in the last 24 hours. */
export function saidOf(figures: Overview): { people: number; ai: number } {
  return figures.messagesPerHour.reduce((sum, hour) => ({ people: sum.people + hour.people, ai: sum.ai + hour.ai }), { people: 0, ai: 0 });
}

/** The five numbers one looks at first. */
export function Kpis({ figures }: { figures: Overview }) {
  const { t, n } = useWords();
  const { people, ai } = saidOf(figures);
  const share = people + ai === 0 ? undefined : (100 * ai) / (people + ai);
  const { append } = figures.node;
  return (
    <div className="grid kpis">
      <Kpi label={t('kpi.online')} value={n(figures.sockets)} unit={t('kpi.online.unit', { n: figures.sockets })} note={t('kpi.online.note', { n: n(figures.talkingPais) })} />
      <Kpi label={t('kpi.share')} value={share === undefined ? '–' : share.toFixed(1)} unit={share === undefined ? '' : '%'} note={share === undefined ? t('kpi.share.none') : t('kpi.share.note', { ai: n(ai), people: n(people) })} />
      <Kpi label={t('kpi.people')} value={n(figures.users)} unit={t('kpi.people.unit', { n: figures.users })} note={t('kpi.people.note', { n: n(figures.pais) })} />
      <Kpi label={t('kpi.append')} value={append.p95 ?? '–'} unit={append.p95 === null ? '' : t('unit.ms')} note={append.p50 === null ? t('kpi.append.none') : t('kpi.append.note', { p50: append.p50, count: n(append.count) })} />
      <Kpi label={t('kpi.reports')} value={n(figures.reports)} unit={t('kpi.reports.unit')} note={t('kpi.reports.note', { n: n(figures.reportsToday) })} />
    </div>
  );
}
