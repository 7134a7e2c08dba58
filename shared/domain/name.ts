import { LIMITS } from './limits';
import { cleanLine, graphemeCount } from './text';

/** Why a name cannot be taken; `null` means it can. */
export type NameFault = 'empty' | 'too-long' | 'reserved' | null;

/** Names that would pass for the AI member, the system or the operator. Compared after folding width, case and spaces. */
const RESERVED = ['小派', '派官方', '系统', '系统消息', '系统通知', '官方', '管理员', '客服', '所有人', 'all', 'everyone', 'system', 'admin', 'ai'];

const fold = (name: string): string => name.normalize('NFKC').toLowerCase().replace(/[\s._\-·•]+/g, '');

/** A person's name in the space: 1–20 graphemes, not one that imitates the AI member or the operator. */
export function nicknameFault(nickname: string): NameFault {
  const name = cleanLine(nickname);
  if (fold(name) === '') return 'empty';
  if (graphemeCount(name) > LIMITS.nicknameGraphemes) return 'too-long';
  return RESERVED.includes(fold(name)) ? 'reserved' : null;
}

/** Whether two names look the same to a reader. */
export const sameName = (a: string, b: string): boolean => fold(a) === fold(b);

/* An AI role may be called 小派; the operator, the owner and everyone it may not be. */
const OFFICIAL = /官方|客服|管理员|派主|群主|系统(?:消息|通知|提示|管理)|^系统$|^派$|所有人|全体成员|official|moderator|^(?:all|everyone|system|admin(?:istrator)?|owner|support|staff|operator)$/;

/** An AI role's name: 1–10 graphemes, not one that imitates the operator or stands for everybody. */
export function roleNameFault(roleName: string): NameFault {
  const name = cleanLine(roleName);
  if (fold(name) === '') return 'empty';
  if (graphemeCount(name) > LIMITS.roleNameGraphemes) return 'too-long';
  return OFFICIAL.test(fold(name)) ? 'reserved' : null;
}

/** A pai's name: 1–20 graphemes. */
export function paiNameFault(paiName: string): NameFault {
  const name = cleanLine(paiName);
  if (name === '') return 'empty';
  return graphemeCount(name) > LIMITS.paiNameGraphemes ? 'too-long' : null;
}

/** The first visible grapheme of a name, for a face without a picture. */
export function initialOf(name: string): string {
  const line = cleanLine(name);
  return line === '' ? '?' : String.fromCodePoint(line.codePointAt(0) as number).toUpperCase();
}
