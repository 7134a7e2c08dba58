import { theme, type ThemeConfig } from 'antd';

const read = (name: string): string => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

/** antd in our colours. The tokens' style sheet stays their only source; they are read after `dark` is on the page. */
export function antdTheme(dark: boolean): ThemeConfig {
  document.documentElement.classList.toggle('dark', dark);
  document.documentElement.style.colorScheme = dark ? 'dark' : 'light';
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: read('--primary'),
      colorTextLightSolid: read('--on-primary'),
      colorText: read('--text'),
      colorTextSecondary: read('--soft'),
      colorTextDescription: read('--soft'),
      colorTextPlaceholder: read('--soft'),
      colorBgLayout: read('--bg'),
      colorBgContainer: read('--card'),
      colorBgElevated: read('--card'),
      colorBorder: read('--line'),
      colorBorderSecondary: read('--line'),
      colorError: read('--danger'),
      colorWarning: read('--warn'),
      colorSuccess: read('--ok'),
      colorErrorBg: read('--danger-tint'),
      colorErrorBorder: read('--danger-line'),
      colorWarningBg: read('--warn-tint'),
      colorWarningBorder: read('--warn-tint'),
      borderRadius: 8,
      borderRadiusLG: 12,
      fontSize: 14,
      fontFamily: 'inherit',
      controlHeight: 36,
      controlHeightLG: 44,
    },
    components: { Button: { primaryShadow: 'none', defaultShadow: 'none', fontWeight: 500 }, Segmented: { trackBg: read('--fill'), itemSelectedBg: read('--card') } },
  };
}
