import { useState } from 'react';
import type { User } from '@shared/wire/account';
import { nicknameFault } from '@shared/domain/name';
import { updateMe } from '@/features/account/session';
import { faultText } from '@/features/screen/NameSheet';
import type { LocalFile } from '@/platform/localFile';
import { pickImages } from '@/platform/pick';
import { sentenceOf } from '@/transport/errors';
import { uploadFile } from '@/transport/upload';
import { toast } from '@/ui/toast';
import { useT } from './words';

interface ProfileForm {
  name: string;
  wrong: string | undefined;
  /** What is being done at the moment. */
  busy: 'name' | 'picture' | undefined;
  type(name: string): void;
  save(): void;
  choosePicture(): void;
  /** WeChat's own picker hands over the path of a picture. */
  takePicture(path: string): void;
  removePicture(): void;
}

/** Changing name and picture. A picture is taken at once; a name when it is saved. */
export function useProfile(me: User, onSaved: () => void): ProfileForm {
  const t = useT();
  const [name, setName] = useState(me.nickname);
  const [wrong, setWrong] = useState<string>();
  const [busy, setBusy] = useState<'name' | 'picture'>();

  const save = async (): Promise<void> => {
    const fault = faultText(nicknameFault(name), t);
    setWrong(fault);
    if (fault || busy) return;
    if (name.trim() === me.nickname) return onSaved();
    setBusy('name');
    try {
      await updateMe({ nickname: name });
      toast(t('common.saved'));
      onSaved();
    } catch (error) {
      setWrong(sentenceOf(error, t('common.failed')));
      setBusy(undefined);
    }
  };

  const picture = async (change: () => Promise<{ avatarFileId: string | null }>): Promise<void> => {
    if (busy) return;
    setBusy('picture');
    try {
      await updateMe(await change());
    } catch (error) {
      toast(sentenceOf(error, t('me.pictureFailed')));
    }
    setBusy(undefined);
  };
  const upload = (file: LocalFile): Promise<void> => picture(async () => ({ avatarFileId: (await uploadFile(file)).id }));

  return {
    name,
    wrong,
    busy,
    type: (typed) => {
      setName(typed);
      setWrong(undefined);
    },
    save: () => void save(),
    choosePicture: () => void pickImages('album', 1).then(([file]) => (file ? upload(file) : undefined)),
    takePicture: (path) => void upload({ ref: path, kind: 'image', name: path.split('/').pop() || 'avatar.jpg', size: 0 }),
    removePicture: () => void picture(async () => ({ avatarFileId: null })),
  };
}
