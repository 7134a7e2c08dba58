import { useWidth } from '../charts/useWidth';
import { useWords } from '../words/WordsContext';

const HEIGHT = 240;
const FOOT = 34;

const shareText = (bar: number, bars: number): string => (bar === bars - 1 ? `≥ ${bar}%` : `${bar}–${bar + 1}%`);

/** How many pais have how large an AI share of what was said: it is meant to be small nearly everywhere. */
export function SharesCard({ bars }: { bars: readonly number[] }) {
  const { t, n } = useWords();
  const [ref, width] = useWidth<HTMLDivElement>();
  const pais = bars.reduce((sum, count) => sum + count, 0);
  return (
    <section className="card">
      <h2>
        {t('shares.title')}
        <span className="soft">{t('shares.note', { n: n(pais) })}</span>
      </h2>
      <div ref={ref} className="chart" style={{ height: HEIGHT }}>
        {pais === 0 ? <p className="empty soft">{t('shares.empty')}</p> : width > 0 && <Bars bars={bars} width={width} />}
      </div>
    </section>
  );
}

function Bars({ bars, width }: { bars: readonly number[]; width: number }) {
  const { t, n } = useWords();
  const slot = width / bars.length;
  const wide = Math.min(24, slot - 6);
  const most = Math.max(...bars);
  const bottom = HEIGHT - FOOT;
  // Room above the tallest bar for its number.
  const tall = (count: number): number => (count === 0 ? 0 : Math.max(2, (count / most) * (bottom - 24)));
  return (
    <svg width={width} height={HEIGHT} viewBox={`0 0 ${width} ${HEIGHT}`} role="img" aria-label={bars.map((count, bar) => t('shares.bar', { share: shareText(bar, bars.length), n: n(count) })).join(', ')}>
      <path d={`M0 ${bottom}H${width}`} stroke="var(--line)" />
      {bars.map((count, bar) => (
        <g key={bar}>
          <title>{t('shares.bar', { share: shareText(bar, bars.length), n: n(count) })}</title>
          <rect x={bar * slot} y="0" width={slot} height={bottom} fill="transparent" />
          <rect x={bar * slot + (slot - wide) / 2} y={bottom - tall(count)} width={wide} height={tall(count)} rx="4" fill="var(--ai)" opacity="0.75" />
          {count > 0 && (
            <text x={(bar + 0.5) * slot} y={bottom - tall(count) - 7} textAnchor="middle">
              {n(count)}
            </text>
          )}
        </g>
      ))}
      {[0, 5, 10].map((share) => (
        <text key={share} x={share * slot + 2} y={HEIGHT - 12} textAnchor="start">
          {share}%
        </text>
      ))}
    </svg>
  );
}
