import type { Locale } from '@shared/wire/errors';
import type { QuestionDoc, WishDoc } from '../model';

const LACKS: Record<Locale, Record<Exclude<QuestionDoc['about'], 'clash'>, string>> = {
  zh: { city: '这次去哪个城市？', days: '这次玩几天？', date: '哪天出发？', budget: '每个人打算花多少？' },
  en: { city: 'Which city is it to be?', days: 'How many days?', date: 'Which day do you set off?', budget: 'How much may it cost each?' },
};

/** The one thing that is asked next, in words. */
export function questionText({ about, wishIds }: QuestionDoc, wishes: readonly WishDoc[], names: ReadonlyMap<string, string>, locale: Locale): string {
  if (about !== 'clash') return LACKS[locale][about];
  const said = wishIds.flatMap((id) => wishes.find(({ _id }) => _id === id) ?? []).map(({ userId, text }) => (locale === 'zh' ? `${names.get(userId) ?? ''}说「${text}」` : `${names.get(userId) ?? ''} said “${text}”`));
  return locale === 'zh' ? `${said.join('，')}。两个不能都满足，听哪个的？` : `${said.join(', ')}. Both cannot hold: which is it to be?`;
}
