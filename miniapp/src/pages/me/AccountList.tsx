import type { User } from '@shared/wire/account';
import { updateMe, useClient } from '@/features/account/session';
import { usePais } from '@/features/pai/store';
import { openPage } from '@/features/screen/go';
import { saying } from '@/features/screen/saving';
import { isWeapp } from '@/platform/env';
import { Toggle } from '@/ui/Choice';
import { Cell, List } from '@/ui/List';
import { bind } from './accountActs';
import { readersAmong } from './readers';
import { useT } from './words';

interface AccountListProps {
  me: User | undefined;
  onReaders: () => void;
}

/** Who may read and see me, and how I sign in. */
export function AccountList({ me, onReaders }: AccountListProps) {
  const t = useT();
  const { pais } = usePais();
  const offers = useClient();
  const reading = readersAmong(pais).filter(({ mine }) => mine.aiMayRead).length;
  return (
    <List inset={52}>
      {me && <Cell icon="hide" title={t('me.whoReads')} value={t('me.whoReadsCount', { n: reading })} onTap={onReaders} />}
      {me && (
        <Cell
          icon="eye"
          title={t('me.showOnInvites')}
          note={t('me.showOnInvitesNote')}
          control={<Toggle on={me.showOnInvites} label={t('me.showOnInvites')} onChange={(on) => void saying(updateMe({ showOnInvites: on }))} />}
        />
      )}
      {isWeapp && offers?.wechat && me?.guest && <Cell icon="link" title={t('me.bind')} note={t('me.bindNote')} onTap={() => void bind()} />}
      <Cell icon="lock" title={t('me.privacy')} onTap={() => void openPage('legal', { doc: 'privacy' })} />
    </List>
  );
}
