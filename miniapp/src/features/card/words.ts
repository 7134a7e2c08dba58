import { dictionary, type Speaker } from '@/i18n/dictionary';
import { words } from '@/i18n/word';

/* The words of cards in the log; those of the page that makes them are with the page. */
const CARD = words({
  'card.poll': { zh: '发起投票', en: 'Start a poll' },
  'card.reminder': { zh: '定时提醒', en: 'Set a reminder' },
  'card.memory': { zh: '记住一件事', en: 'Keep in mind' },
  'card.waiting': { zh: '等一个人确认', en: 'Waits to be confirmed' },
  'card.may': { zh: '{names}、派主和管理员可以确认', en: '{names}, the owner and admins may confirm' },
  'card.go.poll': { zh: '发起', en: 'Start' },
  'card.go.reminder': { zh: '设好', en: 'Set it' },
  'card.go.memory': { zh: '记住', en: 'Keep it' },
  'card.edit': { zh: '改一改', en: 'Change' },
  'card.dismiss': { zh: '不用了', en: 'Dismiss' },
  'card.row.question': { zh: '问什么', en: 'Question' },
  'card.row.options': { zh: '选项', en: 'Options' },
  'card.row.many': { zh: '怎么选', en: 'How' },
  'card.row.text': { zh: '说什么', en: 'Says' },
  'card.row.at': { zh: '时间', en: 'When' },
  'card.row.repeat': { zh: '重复', en: 'Repeats' },
  'card.row.who': { zh: '提醒谁', en: 'Whom' },
  'card.row.fact': { zh: '记什么', en: 'What' },
  'card.row.closes': { zh: '截止', en: 'Closes' },
  'card.many': { zh: '可以选几项', en: 'Several may be chosen' },
  'card.from': { zh: '从{name}的话里看出来的', en: 'Read from what {name} said' },
  'card.wrong': { zh: '，不对就改', en: ' Change it if it is wrong' },
  'card.source': { zh: '看原话', en: 'Show the original' },
  'card.poll.running': { zh: '投票', en: 'Poll' },
  'card.poll.closed': { zh: '投票结束了', en: 'Poll closed' },
  'card.poll.until': { zh: '{when} 截止', en: 'closes {when}' },
  'card.poll.votes': { zh: '{n} 人投了', en: '{n} voted' },
  'card.poll.none': { zh: '还没人投', en: 'Nobody has voted yet' },
  'card.poll.who': { zh: '看谁投了', en: 'Who voted' },
  'card.poll.who.less': { zh: '收起', en: 'Fold' },
  'card.poll.close': { zh: '结束投票', en: 'Close poll' },
  'card.poll.close.ask': { zh: '结束这个投票？', en: 'Close this poll?' },
  'card.poll.close.what': { zh: '结束以后不能再投，结果留在这里。', en: 'Nobody can vote any more; the result stays here.' },
  'card.poll.option': { zh: '{text}，{n} 票', en: '{text}, {n} {n|vote|votes}' },
  'card.poll.mine': { zh: '{text}，{n} 票，你投了', en: '{text}, {n} {n|vote|votes}, yours among them' },
  'card.set.by': { zh: '{name}设的', en: 'Set by {name}' },
  'card.kept.by': { zh: '{name}确认', en: 'Confirmed by {name}' },
  'card.undo': { zh: '撤销 {left}', en: 'Undo {left}' },
  'card.next': { zh: '下次 {when}', en: 'Next: {when}' },
  'card.said': { zh: '已经提醒过了', en: 'It has spoken' },
  'card.cancel': { zh: '取消提醒', en: 'Cancel' },
  'card.cancel.ask': { zh: '取消这个提醒？', en: 'Cancel this reminder?' },
  'card.ended.dismissed': { zh: '没采用：{what}', en: 'Not used: {what}' },
  'card.ended.expired': { zh: '过了两天没人确认：{what}', en: 'Nobody confirmed it within two days: {what}' },
  'card.ended.undone': { zh: '撤销了：{what}', en: 'Taken back: {what}' },
  'card.what.poll': { zh: '投票「{text}」', en: 'poll “{text}”' },
  'card.what.reminder': { zh: '提醒「{text}」', en: 'reminder “{text}”' },
  'card.what.memory': { zh: '记住「{text}」', en: 'keep in mind “{text}”' },
  'card.failed': { zh: '没成功，再试一次', en: 'That did not work. Please try again' },
});

export type CardKey = keyof typeof CARD;
export type SpeakCard = Speaker<CardKey>;

/** The hook for components, and what speaks outside of them. */
export const { use: useCardT, say: cardT } = dictionary(CARD);
