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
