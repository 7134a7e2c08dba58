import type { ReactNode } from 'react';
import { Button } from 'antd';
import { Mark } from './Mark';
import type { Prefs } from './prefs';
import { PrefsControls } from './PrefsControls';
import { useWords } from './words/WordsContext';

interface ShellProps {
  prefs: Prefs;
  onOut: () => void;
  children: ReactNode;
}

/** The frame of the console: a column at the left, on a phone a bar at the top. Pages that come later are entries of its list. */
export function Shell({ prefs, onOut, children }: ShellProps) {
  const { t } = useWords();
  return (
    <div className="con">
      <aside className="side">
        <div className="brand">
          <Mark size={26} />
          <span>{t('app.title')}</span>
        </div>
        <nav>
          <a href="/console/" aria-current="page" className="on">
            <svg width="20" height="20" viewBox="0 0 24 24" aria-hidden="true" className="icon">
              <path d="M4.5 17a8.500 8.500 0 1 1 15 0M12 14l3.500-4" />
              <circle cx="12" cy="14.5" r="1.300" />
            </svg>
            {t('app.overview')}
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
