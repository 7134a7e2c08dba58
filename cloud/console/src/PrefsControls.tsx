import { Segmented } from 'antd';
import type { Look, Prefs } from './prefs';
import type { Locale } from './words/text';
import { useWords } from './words/WordsContext';

const LOOK_SIGNS: Record<Look, string> = { system: '◐', light: '☀', dark: '☾' };

/** Language and appearance; both apply at once. */
export function PrefsControls({ prefs }: { prefs: Prefs }) {
  const { t } = useWords();
  const looks = (Object.keys(LOOK_SIGNS) as Look[]).map((look) => ({ value: look, title: t(`app.look.${look}`), label: <span aria-label={t(`app.look.${look}`)}>{LOOK_SIGNS[look]}</span> }));
  return (
    <div className="prefs">
      <Segmented<Locale> aria-label={t('app.language')} value={prefs.locale} onChange={(locale) => prefs.set({ locale })} options={[{ value: 'zh', label: '中文' }, { value: 'en', label: 'English' }]} />
      <Segmented<Look> aria-label={t('app.look')} value={prefs.look} onChange={(look) => prefs.set({ look })} options={looks} />
    </div>
  );
}
