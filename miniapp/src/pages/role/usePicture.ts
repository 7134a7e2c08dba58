import { useState } from 'react';
import { roleT } from '@/features/role/words';
import { pickImages } from '@/platform/pick';
import { sentenceOf } from '@/transport/errors';
import { uploadFile } from '@/transport/upload';
import { toast } from '@/ui/toast';
import { square } from './square';
import type { SheetProps } from './useSave';

interface PictureForm {
  busy: boolean;
  choose(): void;
  remove(): void;
}

/** Choosing a role's picture, which is taken at once. `onChosen` hears that it was. */
export function usePicture(onSave: SheetProps['onSave'], onChosen: () => void): PictureForm {
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    const [picked] = await pickImages('album', 1);
    const file = picked && (await square(picked));
    if (!file || busy) return;
    setBusy(true);
    try {
      if (await onSave({ avatarFileId: (await uploadFile(file)).id })) onChosen();
    } catch (error) {
      toast(sentenceOf(error, roleT('role.pictureFailed')));
    }
    setBusy(false);
  };
  return { busy, choose: () => void send(), remove: () => void onSave({ avatarFileId: null }) };
}
