import type { AiRole, RoleBody } from '@shared/wire/aiRole';
import * as api from '@/transport/api';
import { changePai, findPai } from '../pai/store';

/** Changes an AI role (owner). Shown at once in the pai and put back when the cloud refuses (ApiError). */
export async function changeRole(paiId: string, roleId: string, change: RoleBody): Promise<AiRole> {
  const before = findPai(paiId);
  const shown = ({ name, emoji, mode, skills }: RoleBody) => Object.fromEntries(Object.entries({ name, emoji, mode, skills }).filter(([, value]) => value !== undefined));
  changePai(paiId, (pai) => ({ ...pai, assistants: pai.assistants.map((role) => (role.id === roleId ? { ...role, ...shown(change) } : role)) }));
  try {
    return (await api.putRole(paiId, roleId, change)).role;
  } catch (error) {
    if (before) changePai(paiId, (pai) => ({ ...pai, assistants: before.assistants }));
    throw error;
  }
}
