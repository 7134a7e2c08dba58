import { useEffect, useRef } from 'react';
import type { Review } from '@shared/wire/console';
import { hasText, type TextKey } from '../words/text';
import { useWords } from '../words/WordsContext';

/** Grave ones stand out. */
const GRAVE = new Set(['abuse', 'hate', 'threat', 'minor', 'self-harm', 'sexual', 'illegal']);

export function Concern({ concern }: { concern: string }) {
  const { t } = useWords();
  const key = `concern.${concern}`;
  return <span className={`tag ${GRAVE.has(concern) ? 'tag-bad' : 'tag-warn'}`}>{t(hasText(key) ? key : 'concern.other')}</span>;
}

function agoOf(at: string): [key: TextKey, n: number] {
  const minutes = Math.floor((Date.now() - Date.parse(at)) / 60_000);
  if (minutes < 1) return ['rv.ago.now', 0];
  if (minutes < 60) return ['rv.ago.minutes', minutes];
  return minutes < 48 * 60 ? ['rv.ago.hours', Math.floor(minutes / 60)] : ['rv.ago.days', Math.floor(minutes / 1440)];
}

function Item({ review, on, onChoose }: { review: Review; on: boolean; onChoose: () => void }) {
  const { t } = useWords();
  const [key, n] = agoOf(review.at);
  const ref = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (on) ref.current?.scrollIntoView({ block: 'nearest' });
  }, [on]);
  return (
    <li>
      <button ref={ref} type="button" className={on ? 'rv-item on' : 'rv-item'} aria-current={on} onClick={onChoose}>
        <span className="rv-head">
          <Concern concern={review.concern} />
          <span className="rv-where">
            {review.paiName} · {t(`rv.by.${review.by}`)}
          </span>
          <time>{t(key, { n })}</time>
        </span>
        <span className="rv-text">{review.text || t('rv.picture')}</span>
      </button>
    </li>
  );
}

interface QueueListProps {
  reviews: readonly Review[];
  waiting: number;
  chosen: string | undefined;
  onChoose: (id: string) => void;
}

/** What waits, the longest waiting first. */
export function QueueList({ reviews, waiting, chosen, onChoose }: QueueListProps) {
  const { t } = useWords();
  return (
    <section className="card rv-list">
      <h2>
        {t('rv.waiting', { n: waiting })}
        <span className="soft">{t('rv.order')}</span>
      </h2>
      <ol>
        {reviews.map((review) => (
          <Item key={review.id} review={review} on={review.id === chosen} onChoose={() => onChoose(review.id)} />
        ))}
      </ol>
    </section>
  );
}
