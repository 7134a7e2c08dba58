import type { ReviewReply } from '@shared/wire/console';
import { Rows } from '../overview/RunsCard';
import { useWords } from '../words/WordsContext';
import { Concern } from './QueueList';

type Around = ReviewReply['around'][number];

function Said({ message, review }: { message: Around; review: ReviewReply['review'] }) {
  const { locale, t } = useWords();
  const isIt = message.seq === review.seq;
  const time = new Date(message.at).toLocaleTimeString(locale === 'zh' ? 'zh-CN' : 'en-GB', { hour: '2-digit', minute: '2-digit' });
  const text = isIt ? review.text : message.text;
  return (
    <li className={isIt ? 'said it' : 'said'}>
      <span className={message.ai ? 'who-face ai' : 'who-face'} aria-hidden="true">
        {message.face?.avatar ? <img src={message.face.avatar} alt="" /> : message.face?.emoji || [...message.name][0]}
      </span>
      <div>
        <p className="said-who">
          {message.name} {time}
          {isIt && <Concern concern={review.concern} />}
          {isIt && review.by === 'engine' && review.score < 1 && <span className="bad">{review.score.toFixed(2)}</span>}
        </p>
        <p className="said-text">
          {text}
          {message.recalled && <span className="soft">{t('rv.gone')}</span>}
        </p>
        {message.file?.kind === 'image' && <img src={message.file.thumbUrl ?? message.file.url} alt={t('rv.picture')} />}
        {message.file && message.file.kind !== 'image' && (
          <a href={message.file.url} target="_blank" rel="noreferrer">
            {t('rv.file', { name: message.file.name })}
          </a>
        )}
      </div>
    </li>
  );
}

/** The message with what stands around it, and who sent it. */
export function CaseCards({ found }: { found: ReviewReply }) {
  const { t, n } = useWords();
  const { review, around, members, sender } = found;
  return (
    <div className="rv-case">
      <section className="card">
        <h2>
          {t('rv.around')}
          <span className="soft">{t('rv.around.note', { pai: review.paiName, n: members })}</span>
        </h2>
        <ol className="around">
          {around.map((message) => (
            <Said key={message.seq} message={message} review={review} />
          ))}
        </ol>
        <p className="soft small">{t(review.withheld ? 'rv.withheld' : 'rv.shown')}</p>
      </section>
      <section className="card">
        <h2>
          {t(review.sender.kind === 'ai' ? 'rv.sender.ai' : 'rv.sender')}
          <span className="soft">{review.sender.name}</span>
        </h2>
        <Rows
          rows={[
            [t('rv.sender.open'), n(sender.open)],
            [t('rv.sender.allowed'), n(sender.allowed)],
            [t('rv.sender.removed'), <span className={sender.removed > 0 ? 'warn' : ''}>{n(sender.removed)}</span>],
          ]}
        />
      </section>
    </div>
  );
}
