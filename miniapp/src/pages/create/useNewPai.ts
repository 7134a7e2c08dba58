import { useState } from 'react';
import { KIND_PRESETS, type PaiKind } from '@shared/domain/kind';
import { paiNameFault } from '@shared/domain/name';
import { createPai } from '@/features/pai/store';
import { swapPage } from '@/features/screen/go';
import { ensureSignedIn } from '@/features/screen/signIn';
import { localUrl, type LocalFile } from '@/platform/localFile';
import { ApiError, sentenceOf } from '@/transport/errors';
import { uploadFile } from '@/transport/upload';
import { toast } from '@/ui/toast';
import { KIND_ORDER, nameFor } from './kinds';
import { useT } from './words';

interface Picture {
  file: LocalFile;
  url: string;
}

export interface NewPaiForm {
  kind: PaiKind;
  name: string;
  emoji: string;
  picture: string | undefined;
  wrong: string | undefined;
  busy: boolean;
  chooseKind(kind: PaiKind): void;
  type(name: string): void;
  chooseEmoji(emoji: string): void;
  choosePicture(file: LocalFile | undefined): void;
  create(): void;
}

const FAULTS = { empty: 'create.nameEmpty', 'too-long': 'create.nameTooLong', reserved: 'create.nameEmpty' } as const;

/** The form of a new pai. Name and cover follow the kind until somebody has chosen their own. */
export function useNewPai(): NewPaiForm {
  const t = useT();
  const [kind, setKind] = useState<PaiKind>(KIND_ORDER[0] ?? 'trip');
  const [ownName, setOwnName] = useState<string>();
  const [ownEmoji, setOwnEmoji] = useState<string>();
  const [picture, setPicture] = useState<Picture>();
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState(false);
  const name = ownName ?? nameFor(kind, new Date(), t);
  const emoji = ownEmoji ?? KIND_PRESETS[kind].emoji;

  const create = async (): Promise<void> => {
    const fault = paiNameFault(name);
    setWrong(fault ? t(FAULTS[fault]) : undefined);
    if (fault || busy || !(await ensureSignedIn())) return;
    setBusy(true);
    try {
      const cover = picture ? { coverFileId: (await uploadFile(picture.file)).id } : {};
      const pai = await createPai({ name, emoji, kind, ...cover });
      await swapPage('invite', { id: pai.id, fresh: 1 });
    } catch (error) {
      if (error instanceof ApiError && error.field === 'name') setWrong(error.message);
      else toast(sentenceOf(error, t('common.failed')));
    }
    setBusy(false);
  };

  const choosePicture = async (file: LocalFile | undefined): Promise<void> => {
    const url = file && (await localUrl(file.ref));
    setPicture(file && url !== undefined ? { file, url } : undefined);
  };

  return {
    kind,
    name,
    emoji,
    picture: picture?.url,
    wrong,
    busy,
    chooseKind: setKind,
    type: (typed) => {
      setOwnName(typed);
      setWrong(undefined);
    },
    chooseEmoji: (chosen) => {
      setOwnEmoji(chosen);
      setPicture(undefined);
    },
    choosePicture: (file) => void choosePicture(file),
    create: () => void create(),
  };
}
