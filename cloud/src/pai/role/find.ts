import { AppError } from '../../errors';
import type { AssistantDoc, PaiDoc } from '../model';

/** An AI role of a pai. Throws `role/not-found`. */
export function findRole(pai: PaiDoc, roleId: string): AssistantDoc {
  const role = pai.assistants.find(({ id }) => id === roleId);
  if (!role) throw new AppError('role/not-found');
  return role;
}
