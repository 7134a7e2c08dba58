import { listUsers } from '../account';

export type Names = ReadonlyMap<string, string>;

/** What people are called now. */
export async function listNames(userIds: readonly string[]): Promise<Names> {
  return new Map((await listUsers([...new Set(userIds)])).map(({ _id, nickname }) => [_id, nickname]));
}

/** A deleted account has no name. */
export const nameOf = (names: Names, userId: string): string => names.get(userId) ?? '已注销';
