import { useState } from 'react';
import { LIMITS } from '@shared/domain/limits';
import { graphemeCount } from '@shared/domain/text';
import { useRoleT } from '@/features/role/words';
import { useT } from '@/i18n';
import { Button } from '@/ui/Button';
import { Area } from '@/ui/Field';
import { Sheet } from '@/ui/Sheet';
import { useSave, type SheetProps } from './useSave';

/** How it speaks: a tone, in words. */
export function MannerSheet(props: SheetProps) {
  const [t, word] = [useRoleT(), useT()];
  const { role, onClose } = props;
  const [manner, setManner] = useState(role.manner);
  const { busy, save } = useSave(props);
  const left = LIMITS.mannerGraphemes - graphemeCount(manner.trim());
  return (
    <Sheet title={t('role.manner')} onClose={onClose}>
      <Area initial={role.manner} label={t('role.manner')} hint={t('role.mannerHint')} maxLength={LIMITS.mannerGraphemes * 8} count={left < 0 ? t('role.over', { n: -left }) : t('role.left', { n: left })} over={left < 0} onChange={setManner} />
      <Button wide busy={busy} disabled={left < 0} onTap={() => save({ manner: manner.trim() })}>
        {word('common.save')}
      </Button>
    </Sheet>
  );
}
