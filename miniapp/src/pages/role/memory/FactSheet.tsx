import { useState } from 'react';
import { View } from '@tarojs/components';
import { LIMITS } from '@shared/domain/limits';
import { graphemeCount } from '@shared/domain/text';
import type { MemoryFact } from '@shared/wire/aiRole';
import { useRoleT } from '@/features/role/words';
import { useT } from '@/i18n';
import * as api from '@/transport/api';
import { sentenceOf } from '@/transport/errors';
import { Button } from '@/ui/Button';
import { Area } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';

interface FactSheetProps {
  paiId: string;
  /** Undefined: a new one. */
  fact: MemoryFact | undefined;
  onSaved: () => void;
  onClose: () => void;
}

/** Writes something to keep in mind, or corrects it. */
export function FactSheet({ paiId, fact, onSaved, onClose }: FactSheetProps) {
  const [t, word] = [useRoleT(), useT()];
  const [text, setText] = useState(fact?.text ?? '');
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const left = LIMITS.factGraphemes - graphemeCount(text.trim());
  const save = async (): Promise<void> => {
    setBusy(true);
    try {
      await (fact ? api.patchFact(paiId, fact.id, text) : api.addFact(paiId, text));
      onSaved();
      onClose();
    } catch (error) {
      setWrong(sentenceOf(error, word('common.failed')));
      setBusy(false);
    }
  };
  const type = (typed: string): void => {
    setText(typed);
    setWrong(undefined);
  };
  return (
    <Sheet title={t(fact ? 'memory.edit' : 'memory.add')} onClose={onClose}>
      <Area initial={fact?.text ?? ''} label={t('memory.text')} hint={t('memory.hint')} maxLength={LIMITS.factGraphemes * 8} count={left < 0 ? t('role.over', { n: -left }) : t('role.left', { n: left })} over={left < 0} wrong={wrong} onChange={type} />
      <View className="t12 soft">{t('memory.private')}</View>
      <Button wide busy={busy} disabled={text.trim() === '' || left < 0} onTap={() => void save()}>
        {word('common.save')}
      </Button>
    </Sheet>
  );
}
