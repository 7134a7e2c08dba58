import type { ReactNode } from 'react';
import { Text, View } from '@tarojs/components';
import type { Expense } from '@shared/wire/itinerary';
import type { Book } from '@/features/itinerary/api';
import { useTripT } from '@/features/itinerary/words';
import { momentName } from '@/i18n/time';
import { IconButton } from '@/ui/Button';
import { cls } from '@/ui/cls';
import { Icon } from '@/ui/Icon';
import { List, Section } from '@/ui/List';
import { Tag } from '@/ui/Small';
import { money } from './cents';

type Names = ReadonlyMap<string, string>;

/** What I get back or owe, and how much there is in all. */
export function Balance({ book, me }: { book: Book; me: string | undefined }) {
  const t = useTripT();
  const mine = book.balances.find(({ id }) => id === me)?.cents ?? 0;
  return (
    <View className="card bal">
      <View className="bal-one">
        <Text className="t12 soft">{t(mine > 0 ? 'money.mine.plus' : mine < 0 ? 'money.mine.minus' : 'money.mine.even')}</Text>
        {mine !== 0 && <Text className={cls('t22 b', mine > 0 ? 'ok' : 'warn')}>{money(mine)}</Text>}
      </View>
      <View className="bal-one">
        <Text className="t12 soft">{t('money.total')}</Text>
        <Text className="t22 b">{money(book.total)}</Text>
      </View>
    </View>
  );
}

/** The fewest payments that make everybody even. */
export function Transfers({ book, names, face }: { book: Book; names: Names; face(id: string): ReactNode }) {
  const t = useTripT();
  return (
    <Section title={t('money.settle')}>
      {book.transfers.length === 0 ? (
        <View className="card bal t14 ok">{t('money.even')}</View>
      ) : (
        <List>
          {book.transfers.map(({ from, to, cents }) => (
            <View key={`${from}-${to}`} className="pay">
              {face(from)}
              <Icon name="right" size={16} className="soft" />
              {face(to)}
              <Text className="grow any">{t('money.pays', { from: names.get(from) ?? '', to: names.get(to) ?? '' })}</Text>
              <Text className="m">{money(cents)}</Text>
            </View>
          ))}
        </List>
      )}
    </Section>
  );
}

interface ExpenseListProps {
  expenses: readonly Expense[];
  names: Names;
  mayDrop(expense: Expense): boolean;
  onDrop(expense: Expense): void;
}

/** Every expense, the newest first; one that was taken back stays, struck out. */
export function ExpenseList({ expenses, names, mayDrop, onDrop }: ExpenseListProps) {
  const t = useTripT();
  const newest = [...expenses].sort((a, b) => (a.at < b.at ? 1 : -1));
  return (
    <Section title={t('money.list')}>
      <List>
        {newest.map((expense) => (
          <View key={expense.id} className="pay">
            <View className="grow">
              <View className={cls('any', expense.removedAt !== undefined && 'gone')}>{expense.title}</View>
              <View className="t12 soft any">{[t('money.row', { name: names.get(expense.payer) ?? '', n: expense.for.length }), momentName(new Date(expense.at), new Date(), t.locale)].join(' · ')}</View>
            </View>
            <Text className={cls('m', expense.removedAt !== undefined && 'gone')}>{money(expense.cents)}</Text>
            {expense.removedAt !== undefined ? <Tag>{t('money.removed')}</Tag> : mayDrop(expense) && <IconButton icon="trash" size={20} label={t('money.drop', { title: expense.title })} onTap={() => onDrop(expense)} />}
          </View>
        ))}
      </List>
    </Section>
  );
}
