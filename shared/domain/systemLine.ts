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
  'reminder.due': (n) => `提醒：${name(n, 0)}`,
  'ai.off': (n) => `${name(n, 0)} 让「${name(n, 1)}」不说话了`,
  'ai.called': (n) => `${name(n, 0)} 让「${name(n, 1)}」叫了才说`,
  'ai.helpful': (n) => `${name(n, 0)} 让「${name(n, 1)}」没人叫也可以帮一把`,
  'ai.host': (n) => `${name(n, 0)} 让「${name(n, 1)}」来主持`,
  'ai.added': (n) => `${name(n, 0)} 加了 AI「${name(n, 1)}」，叫了才说`,
  'ai.removed': (n) => `${name(n, 0)} 移走了 AI「${name(n, 1)}」`,
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
  'reminder.due': (n) => `Reminder: ${name(n, 0)}`,
  'ai.off': (n) => `${name(n, 0)} switched “${name(n, 1)}” off`,
  'ai.called': (n) => `${name(n, 0)} lets “${name(n, 1)}” speak when called`,
  'ai.helpful': (n) => `${name(n, 0)} lets “${name(n, 1)}” help without being called`,
  'ai.host': (n) => `${name(n, 0)} lets “${name(n, 1)}” host`,
  'ai.added': (n) => `${name(n, 0)} added the AI “${name(n, 1)}”; it speaks when called`,
  'ai.removed': (n) => `${name(n, 0)} removed the AI “${name(n, 1)}”`,
};

/** A system line as its reader reads it. */
export const systemSentence = (note: SystemNote, locale: 'zh' | 'en'): string => (locale === 'en' ? EN : ZH)[note.code](note.names);
