import { useState } from 'react';
import { View } from '@tarojs/components';
import type { Expense } from '@shared/wire/itinerary';
import { mayDo } from '@shared/domain/role';
import { useMe } from '@/features/account/session';
import * as api from '@/features/itinerary/api';
import { Face, FacesOf } from '@/features/itinerary/Face';
import { useItinerary, useRead } from '@/features/itinerary/store';
import { useTripAt } from '@/features/itinerary/useTrip';
import { useTripT } from '@/features/itinerary/words';
import { peopleAmong } from '@/features/member/people';
import { useMembers } from '@/features/member/store';
import { useOnePai } from '@/features/pai/useOnePai';
import { saying } from '@/features/screen/saving';
import { Screen } from '@/features/screen/Screen';
import { useT } from '@/i18n';
import { ask } from '@/ui/dialog';
import { Button } from '@/ui/Button';
import { EmptyState, FailedState, SkeletonRows } from '@/ui/States';
import { AddExpense } from './AddExpense';
import { Balance, ExpenseList, Transfers } from './Book';
import './expenses.css';

/** Who laid out what, and who owes whom. `pai`: the pai; `id`: the itinerary. */
export default function ExpensesPage() {
  const [t, word] = [useTripT(), useT()];
  const me = useMe();
  const { at, missing, failed: noTrip, reload } = useTripAt();
  const { pai } = useOnePai(at.paiId);
  const trip = useItinerary(at).held?.itinerary;
  const book = useRead(at, api.readBook);
  const people = peopleAmong(useMembers(at.paiId).members);
  const [adding, setAdding] = useState(false);
  const names = new Map([...people.map(({ id, name }) => [id, name] as const), ...(book.value?.balances ?? []).map(({ id, name }) => [id, name] as const)]);
  const party = trip ? trip.party : people.map(({ id, name }) => ({ id, name }));
  const mayDrop = ({ by, payer }: Expense): boolean => by.id === me?.id || payer === me?.id || (pai !== undefined && mayDo(pai.mine.role, 'recall-others'));
  const drop = async ({ id, title }: Expense): Promise<void> => {
    if (await ask({ title: t('money.drop.title', { title }), text: t('money.drop.text'), act: t('money.drop.act'), danger: true })) await saying(api.dropExpense(at, id).then(book.take));
  };
  const isFailed = book.failed || noTrip;
  const isEmpty = missing || book.value?.expenses.length === 0;
  const dock = !isFailed && !missing && (
    <Button wide icon="plus" onTap={() => setAdding(true)}>
      {t('money.add')}
    </Button>
  );
  const save = (body: api.NewExpense): Promise<void> => api.addExpense(at, body).then(book.take);
  return (
    <FacesOf paiId={at.paiId}>
      <Screen title={t('money.title')} {...(dock ? { dock } : {})} over={adding && <AddExpense party={party} me={me?.id ?? ''} onSave={save} onClose={() => setAdding(false)} />}>
        {isFailed && (
          <FailedState title={t('money.failed')} onRetry={noTrip ? reload : book.reload} />
        )}
        {!book.value && !isFailed && !missing && <SkeletonRows rows={4} face={32} round label={word('common.loading')} />}
        {isEmpty && <EmptyState title={t('money.none')} text={t('money.none.text')} />}
        {book.value && !isEmpty && (
          <>
            <Balance book={book.value} me={me?.id} />
            <Transfers book={book.value} names={names} face={(id) => <Face id={id} name={names.get(id) ?? ''} size={32} />} />
            <ExpenseList expenses={book.value.expenses} names={names} mayDrop={mayDrop} onDrop={(expense) => void drop(expense)} />
            <View className="t12 soft center">{t('money.note')}</View>
          </>
        )}
      </Screen>
    </FacesOf>
  );
}
