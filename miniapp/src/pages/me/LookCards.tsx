import { View } from '@tarojs/components';
import { chooseLocale } from '@/features/account/session';
import { changePrefs, usePrefs, type LocaleName, type Theme } from '@/features/settings/prefs';
import { Segments, Toggle } from '@/ui/Choice';
import { Cell, List } from '@/ui/List';
import { useT } from './words';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
const LOCALES: readonly LocaleName[] = ['zh', 'en'];

/** Large type, with a line of it to see before it is switched on. */
export function ElderCard() {
  const t = useT();
  const { elder } = usePrefs();
  return (
    <View className="card me-elder">
      <Cell icon="size" title={<View className="m">{t('me.elder')}</View>} control={<Toggle on={elder} label={t('me.elder')} onChange={(on) => changePrefs({ elder: on })} />} />
      <View className="me-sample">
        <View className="t12 soft">{t(elder ? 'me.elderNow' : 'me.elderSample')}</View>
        <View className="me-sample-text">{t('me.elderText')}</View>
      </View>
    </View>
  );
}

/** Light or dark, and the language. */
export function LookList() {
  const t = useT();
  const { theme, locale } = usePrefs();
  return (
    <List inset={52}>
      <Cell
        icon="moon"
        title={t('me.look')}
        wrap
        control={<Segments label={t('me.look')} value={theme} options={THEMES.map((value) => ({ value, text: t(`me.look.${value}`) }))} onChange={(value) => changePrefs({ theme: value })} />}
      />
      <Cell
        icon="globe"
        title={t('me.language')}
        wrap
        control={<Segments label={t('me.language')} value={locale} options={LOCALES.map((value) => ({ value, text: t(`me.${value}`) }))} onChange={chooseLocale} />}
      />
    </List>
  );
}
