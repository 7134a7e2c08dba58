/** Money without needless cents. */
export const yuan = (amount: number, lang: 'zh' | 'en' = 'zh'): string => `${Math.round(amount * 100) / 100} ${lang === 'zh' ? '元' : 'yuan'}`;

const MOST_NAMES = 4;
export const listOf = (names: readonly string[]): string => `${names.slice(0, MOST_NAMES).join('、')}${names.length > MOST_NAMES ? ` 等 ${names.length} 处` : ''}`;
