import { Text, View } from '@tarojs/components';
import type { AiRole, Hours } from '@shared/wire/aiRole';
import { useRoleT } from '@/features/role/words';
import { aria } from '@/ui/aria';
import { Toggle } from '@/ui/Choice';
import { cls } from '@/ui/cls';
import { Pressable } from '@/ui/Pressable';

const NIGHT: Hours = { from: '22:00', to: '08:00' };
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

/** Whether the middle of an hour lies in a stretch of the day; one that ends before it begins goes over midnight. */
export function isQuietAt(hour: number, { from, to }: Hours): boolean {
  const [at, start, end] = [hour * 60 + 30, minutes(from), minutes(to)];
  return start < end ? at >= start && at < end : at >= start || at < end;
}

/** 08:00 is said 8:00. */
const spoken = (time: string): string => time.replace(/^0/, '');

interface QuietProps {
  role: AiRole;
  mayEdit: boolean;
  onChange: (quiet: Hours | null) => void;
  onEdit: () => void;
}

/** The hours in which it speaks only when called, on a strip of the day. */
export function QuietCard({ role, mayEdit, onChange, onEdit }: QuietProps) {
  const t = useRoleT();
  const { quiet } = role;
  const said = quiet ? { from: spoken(quiet.from), to: spoken(quiet.to) } : undefined;
  const line = said ? t('role.quietOn', said) : t('role.quietOff');
  return (
    <View className="card role-card">
      <View className="role-head">
        <Text className="b grow">{t('role.quiet')}</Text>
        {mayEdit && <Toggle on={quiet !== null} label={t('role.quiet')} onChange={(on) => onChange(on ? NIGHT : null)} />}
      </View>
      {mayEdit && quiet ? (
        <Pressable className="quiet-line t14" label={`${t('role.quietEdit')} ${line}`} onTap={onEdit}>
          <Text className="soft grow">{line}</Text>
          <Text className="pri">{t('role.quietEdit')}</Text>
        </Pressable>
      ) : (
        <View className="t14 soft">{line}</View>
      )}
      <View className="day" {...aria(said ? { role: 'img', label: t('role.strip', said) } : { hidden: true })}>
        {HOURS.map((hour) => (
          <View key={hour} className={cls('day-hour', quiet !== null && isQuietAt(hour, quiet) && 'day-quiet')} />
        ))}
      </View>
      <View className="role-ends t12 soft" {...aria({ hidden: true })}>
        {[0, 12, 24].map((n) => (
          <Text key={n}>{t('role.hour', { n })}</Text>
        ))}
      </View>
    </View>
  );
}
