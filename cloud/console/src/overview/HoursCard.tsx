import type { Overview } from '@shared/wire/console';
import { axisTop, smooth } from '../charts/scale';
import { useWidth } from '../charts/useWidth';
import { useWords, type Words } from '../words/WordsContext';

type Hours = Overview['messagesPerHour'];

const HEIGHT = 244;
const BOX = { left: 44, right: 10, top: 10, bottom: 30 };

/** What was said in each of the last 24 hours: people as an area, the AI as a line. */
export function HoursCard({ hours }: { hours: Hours }) {
  const words = useWords();
  const [ref, width] = useWidth<HTMLDivElement>();
  const total = hours.reduce((sum, { people, ai }) => sum + people + ai, 0);
  return (
    <section className="card">
      <h2>
        {words.t('hours.title')}
        <span className="legend">
          <span>
            <i style={{ background: 'var(--sun)' }} />
            {words.t('hours.people')}
          </span>
          <span>
            <i style={{ background: 'var(--ai)' }} />
            {words.t('hours.ai')}
          </span>
        </span>
      </h2>
      <div ref={ref} className="chart" style={{ height: HEIGHT }}>
        {total === 0 ? <p className="empty soft">{words.t('hours.empty')}</p> : width > 0 && <HoursChart hours={hours} width={width} words={words} label={words.t('hours.label', { n: words.n(total) })} />}
      </div>
    </section>
  );
}

interface ChartProps {
  hours: Hours;
  width: number;
  words: Words;
  label: string;
}

function HoursChart({ hours, width, words, label }: ChartProps) {
  const top = axisTop(Math.max(...hours.map(({ people, ai }) => Math.max(people, ai))));
  const bottom = HEIGHT - BOX.bottom;
  const x = (i: number): number => BOX.left + (i * (width - BOX.left - BOX.right)) / (hours.length - 1);
  const y = (value: number): number => bottom - (value * (bottom - BOX.top)) / top;
  const line = (of: (hour: Hours[number]) => number): string => smooth(hours.map((hour, i) => [x(i), y(of(hour))] as const));
  const people = line((hour) => hour.people);
  const last = hours[hours.length - 1];
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={label}>
      {[4, 3, 2, 1, 0].map((step) => (
        <g key={step}>
          <path d={`M${BOX.left} ${y((top * step) / 4)}H${width - BOX.right}`} stroke="var(--line)" />
          <text x={BOX.left - 10} y={y((top * step) / 4) + 4} textAnchor="end">
            {words.n((top * step) / 4)}
          </text>
        </g>
      ))}
      <path d={`${people}L${x(hours.length - 1)} ${bottom}L${BOX.left} ${bottom}z`} fill="var(--sun-tint)" />
      <path d={people} className="stroke" stroke="var(--sun)" />
      <path d={line((hour) => hour.ai)} className="stroke" stroke="var(--ai)" />
      {last && <circle cx={x(hours.length - 1)} cy={y(last.people)} r="3.5" fill="var(--sun)" />}
      {last && <circle cx={x(hours.length - 1)} cy={y(last.ai)} r="3.5" fill="var(--ai)" />}
      <HourLabels hours={hours} x={x} width={width} now={words.t('hours.now')} />
      {hours.map((hour, i) => (
        <rect key={hour.hour} x={x(i) - 8} y={BOX.top} width="16" height={bottom - BOX.top} fill="transparent">
          <title>{`${clock(hour.hour)}  ${words.t('hours.people')} ${words.n(hour.people)} · ${words.t('hours.ai')} ${words.n(hour.ai)}`}</title>
        </rect>
      ))}
    </svg>
  );
}

const clock = (hour: string): string => `${new Date(hour).getHours()}:00`;

function HourLabels({ hours, x, width, now }: { hours: Hours; x: (i: number) => number; width: number; now: string }) {
  const every = width < 480 ? 6 : 4;
  const last = hours.length - 1;
  return (
    <>
      {hours.map(({ hour }, i) =>
        i % every === 0 && last - i >= every / 2 ? (
          <text key={hour} x={x(i)} y={HEIGHT - 8} textAnchor={i === 0 ? 'start' : 'middle'}>
            {clock(hour)}
          </text>
        ) : null,
      )}
      <text x={x(last)} y={HEIGHT - 8} textAnchor="end">
        {now}
      </text>
    </>
  );
}
