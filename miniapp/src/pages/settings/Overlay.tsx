import type { History, JoinRule, Pai, PaiSettingsBody } from '@shared/wire/pai';
import { CoverSheet } from '@/features/pai/CoverSheet';
import { updatePai } from '@/features/pai/store';
import { saying } from '@/features/screen/saving';
import type { LocalFile } from '@/platform/localFile';
import { uploadFile } from '@/transport/upload';
import { Pick } from '@/ui/Menu';
import { BlockedSheet } from './BlockedSheet';
import { CapSheet } from './CapSheet';
import type { Over } from './over';
import { TextSheet } from './TextSheet';
import { TransferSheet } from './TransferSheet';
import { useT } from './words';

const RULES: readonly JoinRule[] = ['link', 'approval', 'closed'];
const HISTORIES: readonly History[] = ['join', 'week', 'all'];

interface OverlayProps {
  pai: Pai;
  over: Over;
  onClose: () => void;
}

const change = (pai: Pai, body: PaiSettingsBody): void => void saying(updatePai(pai.id, body));
const changePicture = async (pai: Pai, file: LocalFile): Promise<unknown> => updatePai(pai.id, { coverFileId: (await uploadFile(file)).id });

function CoverOver({ pai, onClose }: Omit<OverlayProps, 'over'>) {
  return (
    <CoverSheet
      emoji={pai.emoji}
      hasPicture={pai.cover !== undefined}
      onEmoji={(emoji) => change(pai, { emoji, ...(pai.cover === undefined ? {} : { coverFileId: null }) })}
      onPicture={(file) => void saying(changePicture(pai, file))}
      onRemovePicture={() => change(pai, { coverFileId: null })}
      onClose={onClose}
    />
  );
}

/** The sheet that is open over the settings. */
export function Overlay({ pai, over, onClose }: OverlayProps) {
  const t = useT();
  switch (over) {
    case 'cover':
      return <CoverOver pai={pai} onClose={onClose} />;
    case 'joinRule':
      return (
        <Pick
          title={t('settings.joinRule')}
          value={pai.joinRule}
          choices={RULES.map((value) => ({ value, text: t(`settings.join.${value}`), note: t(`settings.join.${value}Note`) }))}
          onPick={(joinRule) => change(pai, { joinRule })}
          onClose={onClose}
        />
      );
    case 'history':
      return (
        <Pick
          title={t('settings.history')}
          value={pai.history}
          choices={HISTORIES.map((value) => ({ value, text: t(`settings.history.${value}`), note: t(`settings.history.${value}Note`) }))}
          onPick={(history) => change(pai, { history })}
          onClose={onClose}
        />
      );
    case 'cap':
      return <CapSheet pai={pai} onClose={onClose} />;
    case 'blocked':
      return <BlockedSheet paiId={pai.id} onClose={onClose} />;
    case 'transfer':
      return <TransferSheet pai={pai} onClose={onClose} />;
    default:
      return <TextSheet pai={pai} field={over} onClose={onClose} />;
  }
}
