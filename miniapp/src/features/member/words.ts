import { WORDS } from '@/i18n';
import { dictionary, type Speaker } from '@/i18n/dictionary';
import { words } from '@/i18n/word';

const members = words({
  'members.title': { zh: '成员', en: 'Members' },
  'members.count': { zh: '{n} 位成员', en: '{n} {n|member|members}' },
  'members.cap': { zh: '最多 {n} 人', en: 'at most {n}' },
  'members.ai': { zh: 'AI 成员', en: 'AI member' },
  'members.invite': { zh: '邀请', en: 'Invite' },
  'members.search': { zh: '找人', en: 'Find a person' },
  'members.none': { zh: '没有叫这个名字的人', en: 'Nobody of that name' },
  'members.owner': { zh: '派主', en: 'Owner' },
  'members.admin': { zh: '管理员', en: 'Admin' },
  'members.online': { zh: '在看', en: 'here now' },
  'members.joined': { zh: '{day}加入', en: 'joined {day}' },
  'members.mutedTag': { zh: '禁言中', en: 'Muted' },
  'members.mutedUntil': { zh: '禁言到 {time}', en: 'muted until {time}' },
  'members.readsMe': { zh: 'AI 能读我', en: 'AI may read me' },
  'members.readsMeNot': { zh: 'AI 不读我', en: 'AI may not read me' },
  'members.aiWeek': { zh: '最近 7 天说的', en: 'of the last 7 days' },
  'members.aiShare': { zh: '{n}%', en: '{n}%' },
  'members.ai.off': { zh: '关着，不读也不说', en: 'off: neither reads nor speaks' },
  'members.ai.called': { zh: '叫了才说', en: 'speaks when called' },
  'members.ai.helpful': { zh: '没人叫也会帮一把', en: 'also helps uncalled' },
  'members.ai.host': { zh: '主持：还会起话头', en: 'host: also opens topics' },
  'members.wants': { zh: '{name}想加入', en: '{name} wants to join' },
  'members.viaInvite': { zh: '拿着{name}的邀请', en: 'with an invitation of {name}' },
  'members.viaNumber': { zh: '输入了派号', en: 'entered the pai number' },
  'members.approve': { zh: '同意', en: 'Admit' },
  'members.refuse': { zh: '不同意{name}加入', en: 'Do not admit {name}' },
  'members.approved': { zh: '{name}进来了', en: '{name} is in' },
  'members.refused': { zh: '没有同意{name}', en: '{name} was not admitted' },
  'members.moreRequests': { zh: '还有 {n} 个申请', en: '{n} more {n|request|requests}' },
  'members.failedTitle': { zh: '成员没读出来', en: 'The members could not be read' },
  'members.makeAdmin': { zh: '设为管理员', en: 'Make an admin' },
  'members.makeAdminNote': { zh: '能改设置、同意加入、撤回消息、移出成员', en: 'May change settings, admit, recall messages and remove members' },
  'members.unmakeAdmin': { zh: '不再做管理员', en: 'No longer an admin' },
  'members.mute': { zh: '禁言', en: 'Mute' },
  'members.unmute': { zh: '解除禁言', en: 'Unmute' },
  'members.muteTitle': { zh: '禁言{name}多久？', en: 'Mute {name} for how long?' },
  'members.mute10': { zh: '10 分钟', en: '10 minutes' },
  'members.mute60': { zh: '1 小时', en: '1 hour' },
  'members.mute1440': { zh: '1 天', en: '1 day' },
  'members.mute10080': { zh: '7 天', en: '7 days' },
  'members.remove': { zh: '移出派', en: 'Remove' },
  'members.removeTitle': { zh: '把{name}移出「{pai}」？', en: 'Remove {name} from “{pai}”?' },
  'members.removeText': { zh: '{name}马上看不到这里的消息。', en: '{name} will no longer see anything here, from now on.' },
  'members.block': { zh: '也不让再进来', en: 'And do not let them back in' },
  'members.removed': { zh: '{name}已移出', en: '{name} was removed' },
  'members.transfer': { zh: '转让派主', en: 'Make the owner' },
  'members.transferTitle': { zh: '把派主交给{name}？', en: 'Hand the pai to {name}?' },
  'members.transferText': { zh: '交出去之后，设置、转让和解散都由{name}决定，你成为管理员。', en: 'Settings, handing on and dissolving will be up to {name}; you become an admin.' },
  'members.transferred': { zh: '派主现在是{name}', en: '{name} is the owner now' },
  'members.profile': { zh: '{name}的资料', en: 'About {name}' },
  'members.blockedTitle': { zh: '不让进来的人', en: 'Kept out' },
  'members.blockedNone': { zh: '没有被挡在外面的人', en: 'Nobody is kept out' },
  'members.blockedNoneText': { zh: '移出成员时可以选「也不让再进来」。', en: 'When you remove somebody you can choose to keep them out.' },
  'members.unblock': { zh: '放行', en: 'Allow' },
  'members.unblocked': { zh: '{name}又能进来了', en: '{name} may come in again' },
});

const MEMBERS = { ...WORDS, ...members };

export type Speak = Speaker<keyof typeof MEMBERS>;

/** The words about members, with those of all. */
export const { use: useT, say: t } = dictionary(MEMBERS);
