import { useState } from 'react';
import { View } from '@tarojs/components';
import type { ProofRule } from '@shared/wire/challengeRules';
import { proofSentence } from '@/features/challenge/say';
import type { Brought } from '@/features/challenge/unsent';
import { usePunchT } from '@/features/challenge/words';
import { Button } from '@/ui/Button';
import { Sheet } from '@/ui/Sheet';
import { isEnough, ProofFields } from './ProofFields';

interface ProofSheetProps {
  title: string;
  act: string;
  rule: ProofRule;
  /** What it costs, where it costs something. */
  note?: string;
  /** Resolves with whether it was taken; the sheet closes then. */
  onGo(brought: Brought): Promise<boolean>;
  onClose(): void;
}

/** Collects what a check-in brings. */
export function ProofSheet({ title, act, rule, note, onGo, onClose }: ProofSheetProps) {
  const t = usePunchT();
  const [brought, setBrought] = useState<Brought>({});
  const [busy, setBusy] = useState(false);
  const isEmpty = !brought.text?.trim() && !brought.file && brought.amount === undefined && !brought.place;
  const go = async (): Promise<void> => {
    setBusy(true);
    const { text, ...rest } = brought;
    const taken = await onGo({ ...rest, ...(text?.trim() ? { text: text.trim() } : {}) });
    setBusy(false);
    if (taken) onClose();
  };
  return (
    <Sheet title={title} onClose={onClose}>
      {note !== undefined && <View className="t14 soft">{note}</View>}
      {rule.kind !== 'tap' && <View className="t14 soft">{proofSentence(rule, t)}</View>}
      <ProofFields rule={rule} brought={brought} onChange={setBrought} />
      <Button wide busy={busy} disabled={!isEnough(rule, brought) || (rule.kind === 'tap' && isEmpty && note === undefined)} onTap={() => void go()}>
        {act}
      </Button>
    </Sheet>
  );
}
