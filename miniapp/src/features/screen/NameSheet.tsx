import { useState } from 'react';
import { Text, View } from '@tarojs/components';
import { nicknameFault, type NameFault } from '@shared/domain/name';
import { signInGuest, updateMe, useMe } from '@/features/account/session';
import { useT, type Speak } from '@/i18n';
import { isH5 } from '@/platform/env';
import { sentenceOf } from '@/transport/errors';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { LegalLinks } from './LegalLinks';
import type { NameAsk } from './signIn';

const FAULTS = { empty: 'name.empty', 'too-long': 'name.tooLong', reserved: 'name.reserved' } as const;

/** Why a name cannot be taken, for the reader. */
export const faultText = (fault: NameFault, t: Speak): string | undefined => (fault ? t(FAULTS[fault]) : undefined);

/** Asks for the name others see, once. */
export function NameSheet({ ask }: { ask: NameAsk }) {
  const t = useT();
  const me = useMe();
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);

  const go = async (): Promise<void> => {
    if (busy) return;
    const fault = faultText(nicknameFault(name), t);
    setWrong(fault);
    if (fault) return;
    setBusy(true);
    try {
      await (ask.kind === 'guest' ? signInGuest(name) : updateMe({ nickname: name }));
      ask.answer(true);
    } catch (error) {
      setBusy(false);
      setWrong(sentenceOf(error, t('common.failed')));
    }
  };

  return (
    <Sheet title={t('name.title')} onClose={() => ask.answer(false)}>
      <View className="t14 soft">{t('name.text')}</View>
      <Field kind="nickname" on="card" tall focus label={t('name.label')} value={name} maxLength={60} wrong={wrong} onChange={setName} onEnter={() => void go()} />
      <Button wide busy={busy} onTap={() => void go()}>
        {t('name.go')}
      </Button>
      {ask.kind === 'rename' && me && (
        <Button kind="text" size={44} wide onTap={() => ask.answer(false)}>
          {t('name.keep', { name: me.nickname })}
        </Button>
      )}
      <LegalLinks before={t('name.agree')} />
      {isH5 && (
        <View className="center t12 soft">
          <Text>{t('name.device')}</Text>
        </View>
      )}
    </Sheet>
  );
}
