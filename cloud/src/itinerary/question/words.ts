import type { Locale } from '@shared/wire/errors';
import type { QuestionDoc, WishDoc } from '../model';

const LACKS: Record<Locale, Record<Exclude<QuestionDoc['about'], 'clash'>, string>> = {
  zh: { city: '这次去哪个城市？', days: '这次玩几天？', date: '哪天出发？', budget: '每个人打算花多少？' },
  en: { city: 'Which city is it to be?', days: 'How many days?', date: 'Which day do you set off?', budget: 'How much may it cost each?' },
};

/** The words in which what a wish is asked about was said: of one that ended another in part, the rest was said there. */
function wordsOf(wish: WishDoc, others: readonly WishDoc[], wishes: readonly WishDoc[]): string {
  const types = others.flatMap(({ constraints }) => constraints.map(({ type }) => type));
  const about = wish.constraints.filter(({ type }) => types.includes(type)).map((one) => JSON.stringify(one));
  const holds = ({ constraints }: WishDoc): boolean => about.every((one) => constraints.some((other) => JSON.stringify(other) === one));
  const source = about.length === 0 ? undefined : wishes.find((one) => wish.withdraws?.includes(one._id) && holds(one));
  return source ? wordsOf(source, others, wishes) : wish.text;
}

/** The one thing that is asked next, in words. */
export function questionText({ about, wishIds }: QuestionDoc, wishes: readonly WishDoc[], names: ReadonlyMap<string, string>, locale: Locale): string {
  if (about !== 'clash') return LACKS[locale][about];
  const asked = wishIds.flatMap((id) => wishes.find(({ _id }) => _id === id) ?? []);
  const said = asked.map((wish) => {
    const [name, words] = [names.get(wish.userId) ?? '', wordsOf(wish, asked.filter((other) => other !== wish), wishes)];
    return locale === 'zh' ? `${name}说「${words}」` : `${name} said “${words}”`;
  });
  return locale === 'zh' ? `${said.join('，')}。两个不能都满足，听哪个的？` : `${said.join(', ')}. Both cannot hold: which is it to be?`;
}
