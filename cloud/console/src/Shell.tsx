import type { ReactNode } from 'react';
import type { Page } from './page';
import { Button } from 'antd';
import { Mark } from './Mark';
import type { Prefs } from './prefs';
import { PrefsControls } from './PrefsControls';
import { useWords } from './words/WordsContext';

interface ShellProps {
  page: Page;
  /** Reviews that wait. */
  waiting: number | undefined;
  prefs: Prefs;
  onOut: () => void;
  children: ReactNode;
}

const current = (on: boolean): { className: string; 'aria-current'?: 'page' } => (on ? { className: 'on', 'aria-current': 'page' } : { className: '' });

/** The frame of the console: a column at the left, on a phone a bar at the top. */
export function Shell({ page, waiting, prefs, onOut, children }: ShellProps) {
  const { t } = useWords();
  return (
    <div className="con">
      <aside className="side">
        <div className="brand">
          <Mark size={26} />
          <span>{t('app.title')}</span>
        </div>
        <nav>
          <a href="#overview" {...current(page === 'overview')}>
            <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" className="icon">
              <path d="M4.5 17a8.500 8.500 0 1 1 15 0M12 14l3.500-4" />
              <circle cx="12" cy="14.5" r="1.300" />
            </svg>
            {t('app.overview')}
          </a>
          <a href="#reviews" {...current(page === 'reviews')}>
            <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" className="icon">
              <path d="M4 13.5 6.500 5h11L20 13.5V19H4zM4 13.5h4.500a3.500 3.500 0 0 0 7 0H20" />
            </svg>
            {t('app.reviews')}
            {waiting !== undefined && waiting > 0 && <span className="count">{waiting}</span>}
          </a>
        </nav>
        <div className="side-foot">
          <PrefsControls prefs={prefs} />
          <Button type="text" block onClick={onOut} className="out">
            {t('app.signOut')}
          </Button>
        </div>
      </aside>
      {children}
    </div>
  );
}
