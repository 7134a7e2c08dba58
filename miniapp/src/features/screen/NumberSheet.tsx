import { useState } from 'react';
import { useT } from '@/i18n';
import { Button } from '@/ui/Button';
import { Field } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { openPage } from './go';
import { ensureSignedIn } from './signIn';

/** The eight digits in what somebody typed, or undefined. */
export function digitsOf(typed: string): string | undefined {
  const digits = typed.normalize('NFKC').replace(/[\s-]/g, '');
  return /^\d{8}$/.test(digits) ? digits : undefined;
}

interface NumberFieldProps {
  value: string;
  wrong: string | undefined;
  focus?: boolean;
  onChange: (value: string) => void;
  onEnter: () => void;
  after?: React.ReactNode;
}

export function NumberField({ value, wrong, focus = false, onChange, onEnter, after }: NumberFieldProps) {
  const t = useT();
  return <Field kind="number" icon="keyboard" on="card" tall focus={focus} label={t('number.label')} hint={t('number.hint')} value={value} wrong={wrong} maxLength={12} onChange={onChange} onEnter={onEnter} after={after} />;
}

/** Typing a 派号 and what is wrong with it; `look` opens the card of that pai. Only people with a name may look: numbers can be tried out. */
export function useNumber(open: (digits: string) => void): { value: string; wrong: string | undefined; type: (value: string) => void; look: () => void } {
  const t = useT();
  const [value, setValue] = useState('');
  const [wrong, setWrong] = useState<string>();
  return {
    value,
    wrong,
    type: (typed) => {
      setValue(typed);
      setWrong(undefined);
    },
    look: () => {
      const digits = digitsOf(value);
      if (!digits) return setWrong(t('number.wrong'));
      void ensureSignedIn().then((signedIn) => signedIn && open(digits));
    },
  };
}

/** Asks for a 派号 and opens the card of that pai. */
export function NumberSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const number = useNumber((digits) => {
    onClose();
    void openPage('landing', { number: digits });
  });
  return (
    <Sheet title={t('number.title')} onClose={onClose}>
      <NumberField focus value={number.value} wrong={number.wrong} onChange={number.type} onEnter={number.look} />
      <Button wide onTap={number.look}>
        {t('number.go')}
      </Button>
    </Sheet>
  );
}
