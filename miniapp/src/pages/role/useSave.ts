import { useState } from 'react';
import type { AiRole, RoleBody } from '@shared/wire/aiRole';

export interface SheetProps {
  role: AiRole;
  /** Resolves to true when the change was taken. */
  onSave: (change: RoleBody) => Promise<boolean>;
  onClose: () => void;
}

/** Saves a change and closes the sheet; it stays open when the cloud refuses. */
export function useSave({ onSave, onClose }: SheetProps): { busy: boolean; save: (change: RoleBody) => void } {
  const [busy, setBusy] = useState(false);
  const save = async (change: RoleBody): Promise<void> => {
    setBusy(true);
    if (await onSave(change)) onClose();
    else setBusy(false);
  };
  return { busy, save: (change) => void save(change) };
}
