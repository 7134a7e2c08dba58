import { useState } from 'react';
import { useDidHide, useDidShow } from '@tarojs/taro';
import { useObservable } from '@/observable';
import { DialogHost } from '@/ui/DialogHost';
import { ToastHost } from '@/ui/ToastHost';
import { NameSheet } from './NameSheet';
import { PrivacySheet } from './PrivacySheet';
import { nameAsk } from './signIn';

/** Whether the page this is on is the one in front. */
function useShown(): boolean {
  const [shown, setShown] = useState(true);
  useDidShow(() => setShown(true));
  useDidHide(() => setShown(false));
  return shown;
}

/** What may come up over any page: a question, a word in passing, the question for a name. Once per page. */
export function Hosts() {
  const ask = useObservable(nameAsk);
  if (!useShown()) return null;
  return (
    <>
      {ask && <NameSheet key={ask.kind} ask={ask} />}
      <PrivacySheet />
      <DialogHost />
      <ToastHost />
    </>
  );
}
