import { words } from '../word';

export const leave = words({
  'leave.title': { zh: '退出「{name}」？', en: 'Leave “{name}”?' },
  'leave.text': { zh: '马上看不到这里的消息。你说过的话留在派里。', en: 'You will no longer see anything here. What you said stays.' },
  'leave.act': { zh: '退出', en: 'Leave' },
  'leave.done': { zh: '已退出「{name}」', en: 'You left “{name}”' },
  'leave.ownerTitle': { zh: '派主不能直接退出', en: 'The owner cannot just leave' },
  'leave.ownerText': { zh: '先把派主转让给别人，或者解散这个派。', en: 'Hand the pai on first, or dissolve it.' },
});
