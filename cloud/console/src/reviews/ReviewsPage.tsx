import { useEffect, useState } from 'react';
import { Alert, Button, Skeleton } from 'antd';
import type { Action } from '../api';
import { useWords } from '../words/WordsContext';
import { CaseCards } from './CaseCards';
import { ACTIONS, DecideCard } from './DecideCard';
import { QueueList } from './QueueList';
import { useCase } from './useCase';
import { useKeys } from './useKeys';
import type { Queue } from './useQueue';

/** Messages people have to look at: the list, the message, and what to do about it on one screen. */
export function ReviewsPage({ token, queue }: { token: string; queue: Queue }) {
  const { t } = useWords();
  const { reviews, fault, last } = queue;
  useKeys({ z: queue.undo });
  return (
    <main className="main">
      <header className="bar">
        <h1>{t('app.reviews')}</h1>
        <KeyHints />
      </header>
      <div className="body">
        {fault !== undefined && (
          <Alert
            type="warning"
            showIcon
            title={fault}
            action={
              <Button size="small" onClick={queue.reload}>
                {t('app.retry')}
              </Button>
            }
          />
        )}
        {last && (
          <Alert
            type="info"
            title={t(`rv.done.${last.action}`)}
            action={
              <Button size="small" onClick={queue.undo}>
                {t('rv.undo')} Z
              </Button>
            }
          />
        )}
        {!reviews && fault === undefined && <Skeleton active paragraph={{ rows: 8 }} />}
        {reviews?.length === 0 && <Clear />}
        {reviews && reviews.length > 0 && <Desk token={token} queue={queue} reviews={reviews} />}
      </div>
    </main>
  );
}

function KeyHints() {
  const { t } = useWords();
  const hints = [
    [['J', 'K'], 'rv.key.move'],
    [['1', '2'], 'rv.key.choose'],
    [['↵'], 'rv.key.submit'],
    [['Z'], 'rv.key.undo'],
  ] as const;
  return (
    <div className="hints">
      {hints.map(([keys, key]) => (
        <span key={key}>
          {keys.map((name) => (
            <kbd key={name}>{name}</kbd>
          ))}
          {t(key)}
        </span>
      ))}
    </div>
  );
}

function Clear() {
  const { t } = useWords();
  return (
    <section className="card rv-clear">
      <h2>{t('rv.empty')}</h2>
      <p className="soft">{t('rv.empty.note')}</p>
    </section>
  );
}

function Desk({ token, queue, reviews }: { token: string; queue: Queue; reviews: NonNullable<Queue['reviews']> }) {
  const [chosen, setChosen] = useState(reviews[0]?.id);
  const [action, setAction] = useState<Action>();
  const [note, setNote] = useState('');
  const place = reviews.findIndex(({ id }) => id === chosen);
  const review = reviews[Math.max(0, place)];
  const found = useCase(review?.id, token);
  const choose = (id: string | undefined): void => {
    setChosen(id);
    setAction(undefined);
    setNote('');
  };
  // The one that was looked at may have been decided elsewhere.
  useEffect(() => {
    if (place < 0) choose(reviews[0]?.id);
  }, [place, reviews]);

  const submit = (): void => {
    if (!review || !action) return;
    choose(reviews[place + 1]?.id ?? reviews[place - 1]?.id);
    queue.decide({ review, action, note });
  };
  useKeys({
    j: () => choose(reviews[Math.min(reviews.length - 1, place + 1)]?.id),
    k: () => choose(reviews[Math.max(0, place - 1)]?.id),
    ...Object.fromEntries(ACTIONS.map((one, i) => [String(i + 1), () => setAction(one)])),
    enter: submit,
  });

  return (
    <div className="rv">
      <QueueList reviews={reviews} waiting={queue.waiting ?? reviews.length} chosen={review?.id} onChoose={choose} />
      {found ? <CaseCards found={found} /> : <Skeleton active paragraph={{ rows: 6 }} />}
      <DecideCard action={action} note={note} onAction={setAction} onNote={setNote} onSubmit={submit} />
    </div>
  );
}
