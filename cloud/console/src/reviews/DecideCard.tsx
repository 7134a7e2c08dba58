import { Button, Input } from 'antd';
import type { Action } from '../api';
import { useWords } from '../words/WordsContext';

export const ACTIONS: readonly Action[] = ['allow', 'remove'];

interface DecideCardProps {
  action: Action | undefined;
  note: string;
  onAction: (action: Action) => void;
  onNote: (note: string) => void;
  onSubmit: () => void;
}

/** What can be done, why, and the one button. */
export function DecideCard({ action, note, onAction, onNote, onSubmit }: DecideCardProps) {
  const { t } = useWords();
  return (
    <section className="card rv-decide">
      <h2>{t('rv.decide')}</h2>
      <div role="radiogroup" aria-label={t('rv.decide')}>
        {ACTIONS.map((one, i) => (
          <button key={one} type="button" role="radio" aria-checked={action === one} className={action === one ? 'rv-act on' : 'rv-act'} onClick={() => onAction(one)}>
            <kbd>{i + 1}</kbd>
            <span>
              {t(`rv.${one}`)}
              <small>{t(`rv.${one}.note`)}</small>
            </span>
          </button>
        ))}
      </div>
      <label htmlFor="rv-note">{t('rv.note')}</label>
      <Input.TextArea id="rv-note" value={note} maxLength={500} autoSize={{ minRows: 2, maxRows: 6 }} placeholder={t('rv.note.hint')} onChange={(event) => onNote(event.target.value)} />
      <div className="rv-foot">
        <p className="soft small">{t('rv.audit')}</p>
        <Button type="primary" size="large" block disabled={action === undefined} onClick={onSubmit}>
          {t('rv.submit')} ↵
        </Button>
      </div>
    </section>
  );
}
