import { useEffect, useState } from 'react';
import { Text, View } from '@tarojs/components';
import { isOverCap } from '@shared/domain/aiCap';
import type { AiRole, MeterReply } from '@shared/wire/aiRole';
import { useRoleT, type RoleKey } from '@/features/role/words';
import { cls } from '@/ui/cls';
import { Slider } from '@/features/role/Slider';

const MIN = 2;
const MAX = 30;
/** From this part of the cap on it is near. */
const NEAR = 0.8;

type Metered = MeterReply['roles'][number];

function standing({ share, overCap, capPercent }: Metered): RoleKey {
  if (overCap) return 'role.share.over';
  if (share * 100 > capPercent) return 'role.share.early';
  return share * 100 >= capPercent * NEAR ? 'role.share.near' : 'role.share.far';
}

/** What was said in the last days, by it and by people, with a tick at the cap. */
function Meter({ meter, role, cap }: { meter: MeterReply; role: AiRole; cap: number }) {
  const t = useRoleT();
  const own = meter.roles.find(({ id }) => id === role.id);
  if (!own) return null;
  const percent = Math.round(own.share * 1000) / 10;
  const now = { ...own, capPercent: cap, overCap: isOverCap(own, cap) };
  return (
    <>
      <View className="meter-head t14">
        <Text>{t('role.week')}</Text>
        <Text className="soft any">{t('role.counts', { name: role.name, n: own.messages, m: meter.people.messages })}</Text>
      </View>
      <View className={cls('meter', now.overCap && 'meter-over')}>
        <View className="meter-ai" style={{ width: `${Math.min(100, percent)}%` }} />
        <View className="meter-cap" style={{ left: `${cap}%` }} />
      </View>
      <View className="meter-foot t12">
        <View className="grow">
          <Text className={cls('b', now.overCap ? 'warn' : 'aic')}>{`${percent}%`}</Text>
          <Text className="soft">{t(standing(now), { name: role.name })}</Text>
        </View>
        <Text className="soft">{t('role.everyone')}</Text>
      </View>
      <View className="meter-foot t12 soft">
        <Text>{`${t('role.called', { n: own.calls })} · ${t('role.heldBack', { n: own.withheld })}`}</Text>
      </View>
    </>
  );
}

interface CapProps {
  role: AiRole;
  meter: MeterReply | undefined;
  mayEdit: boolean;
  onChange: (capPercent: number) => void;
}

/** How much of the talk may be its own, over how much is. */
export function CapCard({ role, meter, mayEdit, onChange }: CapProps) {
  const t = useRoleT();
  const [cap, setCap] = useState(role.capPercent);
  useEffect(() => setCap(role.capPercent), [role.id, role.capPercent]);
  return (
    <View className="card role-card">
      <View className="role-head">
        <Text className="b grow">{t('role.cap')}</Text>
        <Text className="t18 b">{`${cap}%`}</Text>
      </View>
      {mayEdit ? (
        <>
          <Slider label={t('role.capOf', { n: cap })} value={cap} min={MIN} max={MAX} disabled={false} onMove={setCap} onChange={(rest) => rest !== role.capPercent && onChange(rest)} />
          <View className="role-ends t12 soft">
            <Text>{`${MIN}%`}</Text>
            <Text>{`${MAX}%`}</Text>
          </View>
        </>
      ) : (
        <View className="t14 soft">{t('role.capOf', { n: cap })}</View>
      )}
      {meter && (
        <>
          <View className="role-rule" />
          <Meter meter={meter} role={role} cap={cap} />
        </>
      )}
    </View>
  );
}
