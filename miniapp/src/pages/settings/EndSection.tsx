import type { Pai } from '@shared/wire/pai';
import { Cell, List } from '@/ui/List';
import { dissolveAsked, leave } from './ending';
import { useT } from './words';

/** The ways out of a pai. Its owner hands it on or dissolves it. */
export function EndSection({ pai, onTransfer }: { pai: Pai; onTransfer: () => void }) {
  const t = useT();
  const owner = pai.mine.role === 'owner';
  return (
    <List>
      {owner && <Cell title={t('settings.transfer')} onTap={onTransfer} />}
      <Cell title={t('settings.leave')} danger go={false} onTap={() => void leave(pai)} />
      {owner && <Cell title={t('settings.dissolve')} danger go={false} onTap={() => void dissolveAsked(pai)} />}
    </List>
  );
}
