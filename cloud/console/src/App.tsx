import { useEffect, useMemo, useState } from 'react';
import { ConfigProvider } from 'antd';
import enGB from 'antd/locale/en_GB';
import zhCN from 'antd/locale/zh_CN';
import { Door } from './Door';
import { OverviewPage } from './overview/OverviewPage';
import { usePage } from './page';
import { usePrefs, type Prefs } from './prefs';
import { ReviewsPage } from './reviews/ReviewsPage';
import { useQueue } from './reviews/useQueue';
import { Shell } from './Shell';
import { antdTheme } from './theme';
import { keepToken, keptToken } from './token';
import { LocaleContext } from './words/WordsContext';
import { textOf } from './words/text';

/** The console: the door, and behind it the pages. */
export function App() {
  const prefs = usePrefs();
  const [token, setToken] = useState(keptToken);
  const [ended, setEnded] = useState(false);
  const theme = useMemo(() => antdTheme(prefs.dark), [prefs.dark]);

  useEffect(() => {
    document.documentElement.lang = prefs.locale === 'zh' ? 'zh-CN' : 'en';
    document.title = textOf(prefs.locale, 'app.title');
  }, [prefs.locale]);

  const change = (next: string | undefined, hasEnded: boolean): void => {
    keepToken(next);
    setToken(next);
    setEnded(hasEnded);
  };

  return (
    <LocaleContext.Provider value={prefs.locale}>
      <ConfigProvider theme={theme} locale={prefs.locale === 'zh' ? zhCN : enGB}>
        {token === undefined ? (
          <Door prefs={prefs} ended={ended} onIn={(fresh) => change(fresh, false)} />
        ) : (
          <Inside token={token} prefs={prefs} onOut={() => change(undefined, false)} onEnded={() => change(undefined, true)} />
        )}
      </ConfigProvider>
    </LocaleContext.Provider>
  );
}

interface InsideProps {
  token: string;
  prefs: Prefs;
  onOut: () => void;
  /** The sign-in has run out. */
  onEnded: () => void;
}

function Inside({ token, prefs, onOut, onEnded }: InsideProps) {
  const page = usePage();
  const queue = useQueue(token, onEnded);
  return (
    <Shell page={page} waiting={queue.waiting} prefs={prefs} onOut={onOut}>
      {page === 'reviews' ? <ReviewsPage token={token} queue={queue} /> : <OverviewPage token={token} onEnded={onEnded} />}
    </Shell>
  );
}
