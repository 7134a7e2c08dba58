import { updateMine, usePais } from '@/features/pai/store';
import { saying } from '@/features/screen/saving';
import { fileUrl } from '@/transport/address';
import { Toggle } from '@/ui/Choice';
import { Cover } from '@/ui/Cover';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { EmptyState } from '@/ui/States';
import { readersAmong } from './readers';
import { useT } from './words';

/** In which pais the AI may read what I say. */
export function ReadersSheet({ onClose }: { onClose: () => void }) {
  const t = useT();
  const pais = readersAmong(usePais().pais);
  return (
    <Sheet title={t('me.whoReads')} height="full" onClose={onClose}>
      {pais.length === 0 ? (
        <EmptyState title={t('me.whoReadsNone')} text={t('me.whoReadsNoneText')} />
      ) : (
        <List inset={68}>
          {pais.map(({ id, name, emoji, cover, mine }) => (
            <Cell
              key={id}
              before={<Cover emoji={emoji} picture={cover === undefined ? undefined : fileUrl(cover)} size={40} />}
              title={name}
              control={<Toggle on={mine.aiMayRead} label={t('me.readerLabel', { name })} onChange={(on) => void saying(updateMine(id, { aiMayRead: on }))} />}
            />
          ))}
        </List>
      )}
    </Sheet>
  );
}
