import { LIMITS } from '@shared/domain/limits';
import type { AiRole, MeterReply, RoleBody, Skill } from '@shared/wire/aiRole';
import { RoleMark } from '@/features/role/RoleMark';
import { roleT, useRoleT, type SpeakRole } from '@/features/role/words';
import { openPage } from '@/features/screen/go';
import { Toggle } from '@/ui/Choice';
import { Cell, List, Section } from '@/ui/List';
import { weekdayName } from '@/i18n/time';
import type { Over } from './over';

const SKILLS: readonly Skill[] = ['recap', 'search', 'poll', 'reminder', 'memory', 'itinerary', 'supervision'];

interface SettingsProps {
  paiId: string;
  role: AiRole;
  meter: MeterReply | undefined;
  /** Who provides the model. */
  model: string;
  mayEdit: boolean;
  /** How many AI roles the pai has. */
  count: number;
  onChange: (change: RoleBody) => void;
  onOpen: (over: Over) => void;
  onRemove: () => void;
}

const opens = ({ mayEdit, onOpen }: SettingsProps, over: Over): { onTap?: () => void } => (mayEdit ? { onTap: () => onOpen(over) } : {});

function digestOf({ digest }: AiRole, t: SpeakRole): string {
  if (!digest) return t('role.digest.none');
  return digest.every === 'day' ? t('role.digestDay', { at: digest.at }) : t('role.digestWeek', { day: weekdayName(digest.weekday ?? 1, t.locale).replace('周', ''), at: digest.at });
}

/** 12 345 as people read it. */
export const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

function usedOf({ meter, role, model }: SettingsProps): string {
  if (model === 'local') return roleT('role.tokensFree');
  const own = meter?.roles.find(({ id }) => id === role.id);
  const cost = own?.cost === undefined ? '' : roleT('role.cost', { cost: `${own.cost.amount.toFixed(2)} ${own.cost.currency}` });
  return roleT('role.tokensUsed', { used: grouped(own?.usedToday ?? 0) }) + cost;
}

function Skills({ role, mayEdit, onChange }: SettingsProps) {
  const t = useRoleT();
  const toggled = (skill: Skill, on: boolean): Skill[] => SKILLS.filter((one) => (one === skill ? on : role.skills.includes(one)));
  return (
    <Section title={t('role.skills')}>
      <List>
        {(mayEdit ? SKILLS : SKILLS.filter((skill) => role.skills.includes(skill))).map((skill) => (
          <Cell key={skill} title={t(`role.skill.${skill}`)} {...(mayEdit ? { control: <Toggle on={role.skills.includes(skill)} label={t(`role.skill.${skill}`)} onChange={(on) => onChange({ skills: toggled(skill, on) })} /> } : {})} />
        ))}
      </List>
    </Section>
  );
}

/** Everything else that can be set of a role: who it is, what it does, its rhythm, what it knows. */
export function Settings(props: SettingsProps) {
  const t = useRoleT();
  const { paiId, role, model, mayEdit, count, onOpen, onRemove } = props;
  return (
    <>
      <Section title={t('role.who')}>
        <List>
          <Cell before={<RoleMark role={role} size={32} />} title={t('role.name')} value={role.name} {...opens(props, 'face')} />
          <Cell title={t('role.manner')} note={role.manner || t('role.mannerNone')} {...opens(props, 'manner')} />
          <Cell title={t('role.language')} value={t(`role.language.${role.language}`)} {...opens(props, 'language')} />
        </List>
      </Section>
      <Skills {...props} />
      <Section title={t('role.rhythm')}>
        <List>
          <Cell title={t('role.digest')} note={t('role.digestNote')} value={digestOf(role, t)} {...opens(props, 'digest')} />
          <Cell title={t('role.tokens')} note={usedOf(props)} value={t('role.tokensValue', { n: grouped(role.dailyTokens) })} {...opens(props, 'tokens')} />
        </List>
      </Section>
      <Section title={t('role.more')}>
        <List>
          <Cell title={t('role.memory')} onTap={() => void openPage('role/memory', { id: paiId })} />
          <Cell title={t('role.versions')} value={t('role.versionNote', { n: role.version })} onTap={() => onOpen('versions')} />
          {mayEdit && <Cell title={t('role.withheld')} onTap={() => onOpen('withheld')} />}
          <Cell title={t('role.reads')} note={model === 'local' ? t('role.readsLocal') : t('role.readsModel', { model })} />
          {mayEdit && count < LIMITS.aiRoles && <Cell title={t('role.add')} note={t('role.addNote', { n: LIMITS.aiRoles })} onTap={() => onOpen('add')} />}
          {mayEdit && count > 1 && <Cell title={t('role.remove')} danger go={false} onTap={onRemove} />}
        </List>
      </Section>
    </>
  );
}
