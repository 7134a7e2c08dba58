import type { AiRole, RoleBody } from '@shared/wire/aiRole';
import { useRoleT } from '@/features/role/words';
import { Pick } from '@/ui/Menu';
import { FaceSheet } from './FaceSheet';
import { AddSheet, VersionsSheet, WithheldSheet } from './ListSheets';
import { MannerSheet } from './MannerSheet';
import type { Over } from './over';
import type { RoleActs } from './roleActs';
import { DigestSheet, QuietSheet } from './TimeSheets';
import { grouped } from './Settings';

const LANGUAGES = ['auto', 'zh', 'en'] as const;
const ALLOWANCES = ['20000', '50000', '200000', '1000000'];

interface OverlayProps {
  paiId: string;
  role: AiRole;
  over: Over;
  mayEdit: boolean;
  acts: RoleActs;
  onClose: () => void;
}

/** The sheet that is open over the role's page. */
export function Overlay({ paiId, role, over, mayEdit, acts, onClose }: OverlayProps) {
  const t = useRoleT();
  const onSave = (change: RoleBody): Promise<boolean> => acts.change(change);
  const sheet = { role, onSave, onClose };
  switch (over) {
    case 'quiet':
      return <QuietSheet {...sheet} />;
    case 'face':
      return <FaceSheet {...sheet} />;
    case 'manner':
      return <MannerSheet {...sheet} />;
    case 'digest':
      return <DigestSheet {...sheet} />;
    case 'language':
      return <Pick title={t('role.language')} value={role.language} choices={LANGUAGES.map((value) => ({ value, text: t(`role.language.${value}`) }))} onPick={(language) => void onSave({ language })} onClose={onClose} />;
    case 'tokens': {
      const own = String(role.dailyTokens);
      const choices = ALLOWANCES.includes(own) ? ALLOWANCES : [own, ...ALLOWANCES];
      return <Pick title={t('role.tokens')} value={own} choices={choices.map((value) => ({ value, text: t('role.tokensValue', { n: grouped(Number(value)) }) }))} onPick={(value) => void onSave({ dailyTokens: Number(value) })} onClose={onClose} />;
    }
    case 'versions':
      return <VersionsSheet paiId={paiId} role={role} mayEdit={mayEdit} onBack={(version) => void acts.back(version).then(onClose)} onClose={onClose} />;
    case 'withheld':
      return <WithheldSheet paiId={paiId} role={role} onClose={onClose} />;
    case 'add':
      return <AddSheet onPick={(template) => void acts.add(template)} onClose={onClose} />;
  }
}
