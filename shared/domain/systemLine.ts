import type { SystemNote } from '../wire/message';

type Sentence = (names: readonly string[]) => string;

const name = (names: readonly string[], i: number): string => names[i] ?? '';

const ZH: Record<SystemNote['code'], Sentence> = {
  'pai.created': (n) => `${name(n, 0)} 建了「${name(n, 1)}」`,
  'member.joined': (n) => `${name(n, 0)} 加入了`,
  'member.left': (n) => `${name(n, 0)} 退出了`,
  'member.removed': (n) => `${name(n, 0)} 被移出了`,
  'owner.changed': (n) => `${name(n, 0)} 把派交给了 ${name(n, 1)}`,
  'name.changed': (n) => `${name(n, 0)} 把名字改成了「${name(n, 1)}」`,
  'announcement.changed': (n) => `${name(n, 0)} 发了公告：${name(n, 1)}`,
  'mute.on': (n) => `${name(n, 0)} 开了全员禁言`,
  'mute.off': (n) => `${name(n, 0)} 关了全员禁言`,
  'dissolve.undone': () => '派主恢复了这个派',
};

const EN: Record<SystemNote['code'], Sentence> = {
  'pai.created': (n) => `${name(n, 0)} started “${name(n, 1)}”`,
  'member.joined': (n) => `${name(n, 0)} joined`,
  'member.left': (n) => `${name(n, 0)} left`,
  'member.removed': (n) => `${name(n, 0)} was removed`,
  'owner.changed': (n) => `${name(n, 0)} handed the pai to ${name(n, 1)}`,
  'name.changed': (n) => `${name(n, 0)} renamed it “${name(n, 1)}”`,
  'announcement.changed': (n) => `${name(n, 0)} posted a notice: ${name(n, 1)}`,
  'mute.on': (n) => `${name(n, 0)} muted everyone`,
  'mute.off': (n) => `${name(n, 0)} unmuted everyone`,
  'dissolve.undone': () => 'The owner brought this pai back',
};

/** A system line as its reader reads it. */
export const systemSentence = (note: SystemNote, locale: 'zh' | 'en'): string => (locale === 'en' ? EN : ZH)[note.code](note.names);
