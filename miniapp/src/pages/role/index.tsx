import { useState } from 'react';
import { useRouter } from '@tarojs/taro';
import { View } from '@tarojs/components';
import type { AiRole } from '@shared/wire/aiRole';
import { useMe } from '@/features/account/session';
import { useOnePai } from '@/features/pai/useOnePai';
import { RoleMark } from '@/features/role/RoleMark';
import { useRoles, type Roles } from '@/features/role/useRoles';
import { useRoleT } from '@/features/role/words';
import { Screen } from '@/features/screen/Screen';
import { useT } from '@/i18n';
import { aria } from '@/ui/aria';
import { cls } from '@/ui/cls';
import { Chip } from '@/ui/Small';
import { FailedState, SkeletonRows } from '@/ui/States';
import { CapCard } from './CapCard';
import { ModeChoice } from './ModeChoice';
import { Overlay } from './Overlay';
import type { Over } from './over';
import { QuietCard } from './QuietCard';
import './role.css';
import { Settings } from './Settings';
import { TryoutBox } from './TryoutBox';
import { roleActs, type RoleActs } from './roleActs';

interface ShownProps {
  paiId: string;
  role: AiRole;
  roles: Roles;
  acts: RoleActs;
  onOpen: (over: Over) => void;
}

function Which({ roles, role, onShow }: { roles: readonly AiRole[]; role: AiRole; onShow: (roleId: string) => void }) {
  const t = useRoleT();
  if (roles.length === 1) return null;
  return (
    <View className="which" {...aria({ role: 'group', label: t('role.which') })}>
      {roles.map((one) => (
        <Chip key={one.id} before={<RoleMark role={one} size={22} />} on={one.id === role.id} onTap={() => onShow(one.id)}>
          {one.name}
        </Chip>
      ))}
    </View>
  );
}

function Shown({ paiId, role, roles, acts, onOpen }: ShownProps) {
  const me = useMe()?.nickname ?? '';
  const mayEdit = roles.reply?.mayEdit === true;
  const change = (wanted: Parameters<RoleActs['change']>[0]): void => void acts.change(wanted);
  return (
    <>
      <ModeChoice mode={role.mode} mayEdit={mayEdit} onChange={(mode) => change({ mode })} />
      <View className={cls('role-rest', role.mode === 'off' && 'role-off')}>
        <CapCard role={role} meter={roles.meter} mayEdit={mayEdit} onChange={(capPercent) => change({ capPercent })} />
        <QuietCard role={role} mayEdit={mayEdit} onChange={(quiet) => change({ quiet })} onEdit={() => onOpen('quiet')} />
        {mayEdit && <TryoutBox key={role.id} paiId={paiId} role={role} me={me} />}
        <Settings paiId={paiId} role={role} meter={roles.meter} model={roles.reply?.model ?? 'local'} mayEdit={mayEdit} count={roles.roles.length} onChange={change} onOpen={onOpen} onRemove={() => void acts.remove()} />
      </View>
    </>
  );
}

/** How an AI role takes part in a pai: everybody may look, the owner may change it. `id`: the pai; `role`: which one. */
export default function RolePage() {
  const [t, word] = [useRoleT(), useT()];
  const { id = '', role: asked } = useRouter().params;
  const { pai, failed: isGone, retry } = useOnePai(id);
  const roles = useRoles(id);
  const [shown, setShown] = useState<string | undefined>(asked);
  const [over, setOver] = useState<Over>();
  const role = roles.roles.find((one) => one.id === shown) ?? roles.roles[0];
  const mayEdit = roles.reply?.mayEdit === true;
  const failed = roles.failed || isGone;
  const acts = role && roleActs(id, role, roles, setShown);
  const again = (): void => {
    if (isGone) retry();
    roles.load();
  };
  return (
    <Screen
      title={t('role.title', { name: role?.name ?? pai?.assistants[0]?.name ?? 'AI' })}
      over={role && acts && over && <Overlay paiId={id} role={role} over={over} mayEdit={mayEdit} acts={acts} onClose={() => setOver(undefined)} />}
    >
      {!role && !failed && <SkeletonRows rows={4} face={24} label={word('common.loading')} />}
      {failed && !role && (
        <FailedState title={t('role.failed')} onRetry={again} />
      )}
      {role && acts && (
        <>
          <Which roles={roles.roles} role={role} onShow={setShown} />
          <Shown paiId={id} role={role} roles={roles} acts={acts} onOpen={setOver} />
        </>
      )}
    </Screen>
  );
}
