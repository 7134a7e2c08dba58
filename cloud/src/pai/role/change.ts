import type { RoleBody } from '@shared/wire/aiRole';
import { AppError } from '../../errors';
import { accessPai } from '../access';
import type { AssistantDoc } from '../model';
import { tellChanged } from '../news';
import { setRole } from './store';

type Locale = 'zh' | 'en';

/** Changes an AI role. Throws `pai/…`, `role/not-found`, `request/invalid`. */
export async function changeRole(userId: string, paiId: string, roleId: string, body: RoleBody, _locale: Locale): Promise<AssistantDoc> {
  const { pai } = await accessPai(userId, paiId, 'set-ai');
  const before = pai.assistants.find(({ id }) => id === roleId);
  if (!before) throw new AppError('role/not-found');
  const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const after = await setRole(paiId, { ...before, ...change, version: before.version + 1 }, before.version);
  const role = after?.assistants.find(({ id }) => id === roleId);
  if (!after || !role) throw new AppError('role/changed-meanwhile');
  tellChanged(after);
  return role;
}
