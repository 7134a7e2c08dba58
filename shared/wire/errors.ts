/**
 * The closed list of error codes: HTTP status and a sentence for the reader in each language. A code is
 * `area/what-is-wrong`. `{name}` in a sentence is filled from the error's parameters.
 */
interface ErrorEntry {
  status: number;
  zh: string;
  en: string;
}

export const ERRORS = {
  'request/invalid': { status: 400, zh: '「{field}」{why}', en: '“{field}” {why}' },
  'request/not-json': { status: 400, zh: '请求内容不是 JSON', en: 'The request body is not JSON' },
  'request/too-large': { status: 413, zh: '内容太大了，最多 {max}', en: 'That is too large; the limit is {max}' },
  'request/not-found': { status: 404, zh: '没有这个地址', en: 'There is nothing at this address' },
  'request/too-many': { status: 429, zh: '操作太快了，{seconds} 秒后再试', en: 'Too fast. Try again in {seconds} s' },
  'service/unavailable': { status: 503, zh: '服务暂时连不上存储，稍后再试，内容不会丢', en: 'The service cannot reach its store right now. Try again soon; nothing is lost' },
  'service/internal': { status: 500, zh: '服务出了点问题，已经记下来了', en: 'Something went wrong here; it has been recorded' },

  'auth/required': { status: 401, zh: '请先登录', en: 'Please sign in' },
  'auth/token-invalid': { status: 401, zh: '登录信息无效，请重新登录', en: 'The sign-in is not valid. Please sign in again' },
  'auth/token-expired': { status: 401, zh: '登录已过期', en: 'The sign-in has expired' },
  'auth/refresh-reused': { status: 401, zh: '这个登录在别处被用过，为了安全已退出，请重新登录', en: 'This sign-in was used elsewhere and has been ended for safety. Please sign in again' },
  'auth/guest-off': { status: 403, zh: '这里不开放游客登录，请用微信登录', en: 'Guest sign-in is off here. Please sign in with WeChat' },
  'auth/wechat-off': { status: 403, zh: '这里没有配置微信登录', en: 'WeChat sign-in is not set up here' },
  'auth/wechat-code': { status: 401, zh: '微信登录码失效了，请再试一次', en: 'The WeChat code is no longer valid. Please try again' },
  'auth/wechat-risk': { status: 403, zh: '微信判定这个账号有风险，暂时不能登录，请到微信里查看账号状态', en: 'WeChat reports a risk on this account, so signing in is not possible now. Please check the account in WeChat' },
  'auth/wechat-busy': { status: 503, zh: '微信服务器忙，稍后再试', en: 'WeChat is busy. Try again soon' },
  'auth/wechat-taken': { status: 409, zh: '这个微信已经绑定了另一个账号', en: 'This WeChat account is already bound to another user' },
  'account/nickname-reserved': { status: 400, zh: '这个名字容易和小派或官方混淆，换一个吧', en: 'That name could be mistaken for the AI member or the operator. Please choose another' },

  'pai/not-found': { status: 404, zh: '找不到这个派，或者你不在里面', en: 'This pai does not exist, or you are not in it' },
  'pai/forbidden': { status: 403, zh: '只有派主或管理员可以这样做', en: 'Only the owner or an admin may do this' },
  'pai/owner-only': { status: 403, zh: '只有派主可以这样做', en: 'Only the owner may do this' },
  'pai/full': { status: 409, zh: '这个派满了（{cap} 人），请派主调高人数上限', en: 'This pai is full ({cap} people). Its owner can raise the limit' },
  'pai/closed': { status: 403, zh: '这个派现在不收新成员', en: 'This pai takes no new members at the moment' },
  'pai/dissolved': { status: 410, zh: '这个派已经解散了', en: 'This pai has been dissolved' },
  'pai/blocked': { status: 403, zh: '派主设置了你不能加入这个派', en: 'The owner does not let you join this pai' },
  'pai/owned-limit': { status: 409, zh: '一个人最多建 {max} 个派，先解散或转让一个', en: 'One person can own at most {max} pais. Dissolve or hand one on first' },
  'pai/joined-limit': { status: 409, zh: '一个人最多加入 {max} 个派，先退出一个', en: 'One person can be in at most {max} pais. Leave one first' },
  'pai/owner-cannot-leave': { status: 409, zh: '派主不能直接退出，先转让或解散', en: 'The owner cannot just leave. Hand the pai on or dissolve it first' },
  'pai/number-unknown': { status: 404, zh: '没有这个派号，请核对 8 位数字', en: 'No pai has this number. Please check the 8 digits' },
  'member/not-found': { status: 404, zh: '这个人不在派里', en: 'That person is not in this pai' },
  'member/outranked': { status: 403, zh: '不能对派主、管理员或 AI 成员这样做', en: 'This cannot be done to the owner, an admin or the AI member' },
  'member/muted': { status: 403, zh: '你被禁言到 {until}', en: 'You are muted until {until}' },
  'member/all-muted': { status: 403, zh: '派主开了全员禁言', en: 'The owner has muted everyone' },
  'request/unknown-applicant': { status: 404, zh: '这个申请已经处理过了', en: 'This request has already been dealt with' },

  'invite/unknown': { status: 404, zh: '这张邀请不存在，请发卡片的人再发一张', en: 'This invitation does not exist. Ask for a new one' },
  'invite/expired': { status: 410, zh: '这张邀请过期了，请发卡片的人再发一张', en: 'This invitation has expired. Ask for a new one' },
  'invite/revoked': { status: 410, zh: '这张邀请被收回了，请发卡片的人再发一张', en: 'This invitation was withdrawn. Ask for a new one' },
  'invite/used-up': { status: 410, zh: '这张邀请的名额用完了，请发卡片的人再发一张', en: 'This invitation has been used up. Ask for a new one' },
  'invite/too-many': { status: 409, zh: '有效的邀请最多 {max} 张，先收回几张', en: 'At most {max} invitations can be open. Withdraw some first' },
  'invite/code-unavailable': { status: 503, zh: '小程序码暂时画不出来，可以先用链接', en: 'The mini-program code cannot be made right now. Use the link instead' },

  'message/not-found': { status: 404, zh: '这条消息不在了', en: 'This message is gone' },
  'message/empty': { status: 400, zh: '写点内容再发', en: 'Write something first' },
  'message/too-long': { status: 400, zh: '一条消息最多 {max} 个字，这条有 {count} 个', en: 'A message can have at most {max} characters; this one has {count}' },
  'message/mention-all': { status: 403, zh: '只有派主和管理员能 @所有人', en: 'Only the owner and admins can mention everyone' },
  'message/recall-late': { status: 403, zh: '发出超过 {minutes} 分钟，不能撤回了', en: 'Sent more than {minutes} minutes ago; it can no longer be recalled' },
  'message/edit-late': { status: 403, zh: '发出超过 {minutes} 分钟，不能修改了', en: 'Sent more than {minutes} minutes ago; it can no longer be edited' },
  'message/not-yours': { status: 403, zh: '这不是你发的消息', en: 'This is not your message' },
  'message/not-text': { status: 400, zh: '只有文字消息可以修改', en: 'Only text messages can be edited' },
  'message/pin-limit': { status: 409, zh: '最多置顶 {max} 条，先取消几条', en: 'At most {max} messages can be pinned. Unpin some first' },
  'message/reaction-limit': { status: 409, zh: '这条消息的表情种类满了', en: 'This message has its full number of different reactions' },

  'message/unsafe': { status: 403, zh: '没有发出去：这段内容没有通过安全检查', en: 'Not sent: this did not pass the safety check' },
  'message/unsafe-abuse': { status: 403, zh: '没有发出去：里面有辱骂别人的话，换个说法再发', en: 'Not sent: it insults somebody. Please put it differently' },
  'message/unsafe-hate': { status: 403, zh: '没有发出去：里面有针对某个群体的攻击，换个说法再发', en: 'Not sent: it attacks a group of people. Please put it differently' },
  'message/unsafe-threat': { status: 403, zh: '没有发出去：里面有威胁伤害别人的话', en: 'Not sent: it threatens somebody' },
  'message/unsafe-sexual': { status: 403, zh: '没有发出去：里面有色情招揽的内容', en: 'Not sent: it is sexual solicitation' },
  'message/unsafe-minor': { status: 403, zh: '没有发出去：里面有侵害未成年人的内容', en: 'Not sent: it harms minors' },
  'message/unsafe-fraud': { status: 403, zh: '没有发出去：里面有赌博、诈骗或违规推广的内容', en: 'Not sent: it advertises gambling, a scam or the like' },
  'message/unsafe-illegal': { status: 403, zh: '没有发出去：里面有违禁品交易的内容', en: 'Not sent: it offers something illegal' },
  'message/held': { status: 409, zh: '这条消息正在审核，暂时只有你能看到，不能修改', en: 'This message is being looked at. Until then only you see it, and it cannot be edited' },
  'text/unsafe': { status: 400, zh: '这里有不能用的内容，换一个说法', en: 'This cannot be used here. Please put it differently' },
  'review/not-found': { status: 404, zh: '这条已经处理过了', en: 'This has been dealt with already' },

  'file/unsupported-picture': { status: 415, zh: '不支持这种图片，请换成 JPG、PNG、WebP 或 GIF', en: 'This kind of picture is not supported. Please use JPG, PNG, WebP or GIF' },
  'file/unsupported-voice': { status: 415, zh: '不支持这种录音，请换成 MP3、M4A、WebM、OGG 或 WAV', en: 'This kind of recording is not supported. Please use MP3, M4A, WebM, OGG or WAV' },
  'file/heic': { status: 415, zh: '这张 HEIC 照片解不开，请在相机设置里选「兼容性最佳」，或发截图', en: 'This HEIC picture cannot be decoded. Choose “Most Compatible” in the camera settings, or send a screenshot' },
  'file/too-large': { status: 413, zh: '文件最大 20 MB', en: 'Files can be at most 20 MB' },
  'file/too-many-pixels': { status: 413, zh: '这张图片的尺寸太大，请缩小后再发', en: 'This picture has too many pixels. Please make it smaller' },
  'file/too-long': { status: 413, zh: '语音最长 60 秒', en: 'Voice messages can be at most 60 seconds' },
  'file/empty': { status: 400, zh: '这是个空文件', en: 'This file is empty' },
  'file/not-found': { status: 404, zh: '文件不在了，或者链接过期了', en: 'The file is gone, or the link has expired' },

  'role/not-found': { status: 404, zh: '没有这个 AI 角色了', en: 'This AI role is gone' },
  'role/imitates': { status: 400, zh: 'AI 角色不扮演亲人、恋人，也不做情感陪伴，免得有人当真。写它帮大家做什么、怎么说话就好', en: 'An AI role does not play a relative, a partner or a comforter: somebody might believe it. Write what it does for the group and how it speaks' },
  'role/too-many': { status: 409, zh: '一个派最多 {max} 个 AI 角色，先删一个', en: 'A pai can have at most {max} AI roles. Remove one first' },
  'role/last': { status: 409, zh: '至少留一个 AI 角色；不想让它说话就选「关」', en: 'At least one AI role stays. Switch it off if it should not speak' },
  'role/nothing-to-undo': { status: 409, zh: '没有更早的设置可以恢复了', en: 'There are no earlier settings to go back to' },
  'role/changed-meanwhile': { status: 409, zh: '这个角色刚被改过，看一眼再改', en: 'This role was just changed. Look again before changing it' },

  'run/not-yours': { status: 403, zh: '只有问的人和派主、管理员能让它停下', en: 'Only who asked, the owner and admins may stop it' },
  'memory/not-found': { status: 404, zh: '这一条已经不在了', en: 'This is not kept any more' },
  'memory/not-yours': { status: 403, zh: '只有写它的人、它说的人、派主和管理员可以改', en: 'Only who wrote it, whom it is about, the owner and admins may change it' },
  'memory/empty': { status: 400, zh: '写一句要它记住的话', en: 'Write one thing to keep in mind' },
  'memory/too-long': { status: 400, zh: '一条最多 {max} 个字，分成几条吧', en: 'One entry can have at most {max} characters; make several of it' },
  'memory/full': { status: 409, zh: '最多记 {max} 条，先删几条旧的', en: 'At most {max} things are kept. Delete some old ones first' },
  'memory/private-number': { status: 400, zh: '证件号、电话、住址、密码这些不让它记，写在自己的备忘录里吧', en: 'It keeps no document or phone numbers, addresses or passwords. Keep those in your own notes' },
  'memory/private-health': { status: 400, zh: '病情和身体状况不让它记；只写大家要照顾到的，比如「不吃花生」', en: 'It keeps nothing about health. Write only what the group should mind, such as “no peanuts”' },
  'memory/private-money': { status: 400, zh: '收入、借钱和账户不让它记；分摊的钱用投票或账单说清楚', en: 'It keeps nothing about income, debts or accounts. For shared costs use a poll or a bill' },
  'memory/private-life': { status: 400, zh: '感情、信仰这类私事不让它记', en: 'It keeps nothing about relationships, beliefs and other private affairs' },

  'recap/off': { status: 409, zh: 'AI 成员关着，或者没有回顾这项本事，派主可以打开', en: 'The AI member is off, or may not make recaps. The owner can change that' },
  'run/not-found': { status: 404, zh: '找不到这次 AI 发言的记录', en: 'There is no record of this AI turn' },
  'card/not-found': { status: 404, zh: '这张卡片不在了', en: 'This card is gone' },
  'card/not-yours': { status: 403, zh: '只有让小派拟它的人、派主和管理员可以决定', en: 'Only those who asked for it, the owner and admins may decide' },
  'card/settled': { status: 409, zh: '这张卡片已经有结果了', en: 'This card has been decided already' },
  'card/undo-late': { status: 403, zh: '确认超过 {minutes} 分钟，不能撤销了', en: 'Confirmed more than {minutes} minutes ago; it can no longer be undone' },
  'card/too-many': { status: 409, zh: '还开着的提醒和投票最多 {max} 个，先关掉几个', en: 'At most {max} reminders and polls can be open. Close some first' },
  'card/time-past': { status: 400, zh: '这个时间已经过了，换一个', en: 'That time has passed. Please choose another one' },
  'card/rule-unknown': { status: 400, zh: '看不懂这个重复方式', en: 'This kind of repeating is not understood' },
  'card/too-long': { status: 400, zh: '最多 {max} 个字', en: 'At most {max} characters' },
  'card/empty': { status: 400, zh: '写点内容', en: 'Write something first' },
  'card/same-options': { status: 400, zh: '选项要有至少两个，而且不重样', en: 'There must be at least two options, each a different one' },
  'card/one-choice': { status: 400, zh: '这个投票只能选一项', en: 'Only one option can be chosen here' },
  'card/closed': { status: 409, zh: '投票已经结束了', en: 'This poll is closed' },
  'card/kind': { status: 400, zh: '这种卡片不能这样做', en: 'This cannot be done with this kind of card' },

  'console/key-wrong': { status: 401, zh: '口令不对', en: 'That key is not right' },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof ERRORS;

export interface WireError {
  error: { code: ErrorCode; message: string; field?: string };
}

export type Locale = 'zh' | 'en';

/** The sentence for a code, with its parameters filled in. */
export function errorSentence(code: ErrorCode, locale: Locale, params: Record<string, string | number> = {}): string {
  return ERRORS[code][locale].replace(/\{(\w+)\}/g, (whole, key: string) => String(params[key] ?? whole));
}
