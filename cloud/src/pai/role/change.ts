import type { RoleBody } from '@shared/wire/aiRole';
import { AppError } from '../../errors';
import { Hook } from '../../infra/hooks';
import { accessPai } from '../access';
import type { AssistantDoc, PaiDoc } from '../model';
import { tellChanged } from '../news';
import { setRole } from './store';

type Locale = 'zh' | 'en';

/** An AI role is set otherwise, or gone. Told before the change is answered: what listens may end running turns first [A1]. */
export const roleChanged = new Hook<{ pai: PaiDoc; roleId: string; role: AssistantDoc | undefined }>();

/** Changes an AI role. Throws `pai/…`, `role/not-found`, `request/invalid`. */
export async function changeRole(userId: string, paiId: string, roleId: string, body: RoleBody, _locale: Locale): Promise<AssistantDoc> {
  const { pai } = await accessPai(userId, paiId, 'set-ai');
  const before = pai.assistants.find(({ id }) => id === roleId);
  if (!before) throw new AppError('role/not-found');
  const change = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
  const after = await setRole(paiId, { ...before, ...change, version: before.version + 1 }, before.version);
  const role = after?.assistants.find(({ id }) => id === roleId);
  if (!after || !role) throw new AppError('role/changed-meanwhile');
  await roleChanged.tell({ pai: after, roleId, role });
  tellChanged(after);
  return role;
}
