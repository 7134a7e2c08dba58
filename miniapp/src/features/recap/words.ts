import { dictionary, type Speaker } from '@/i18n/dictionary';
import { words } from '@/i18n/word';

/* The words of recaps travel with them. */
const RECAP = words({
  'recap.missed': { zh: '你错过的', en: 'What you missed' },
  'recap.title': { zh: '回顾', en: 'Recap' },
  'recap.about': { zh: '关于「{topic}」', en: 'About “{topic}”' },
  'recap.private': { zh: '只有你看得到', en: 'Only you see this' },
  'recap.label': { zh: 'AI 生成', en: 'AI-made' },
  'recap.close': { zh: '关闭', en: 'Close' },
  'recap.listen': { zh: '听', en: 'Listen' },
  'recap.silence': { zh: '不听了', en: 'Stop listening' },
  'recap.raise': { zh: '回到回顾', en: 'Back to the recap' },

  'recap.range': { zh: '换一段', en: 'Another range' },
  'recap.range.unread': { zh: '自我上次看', en: 'Since I last looked' },
  'recap.range.today': { zh: '今天', en: 'Today' },
  'recap.range.two-days': { zh: '两天', en: 'Two days' },
  'recap.range.week': { zh: '一周', en: 'A week' },
  'recap.range.about': { zh: '关于…', en: 'About…' },
  'recap.range.about.title': { zh: '关于什么？', en: 'About what?' },
  'recap.range.about.hint': { zh: '烧烤、门票、住哪里', en: 'barbecue, tickets, the hotel' },
  'recap.range.about.go': { zh: '回顾', en: 'Recap' },
  'recap.span': { zh: '{when} {n} 条', en: '{when}, {n} {n|message|messages}' },
  'recap.span.from': { zh: '{when} 起 {n} 条', en: '{n} {n|message|messages} since {when}' },
  'recap.count': { zh: '{n} 条', en: '{n}' },
  'recap.count.label': { zh: '{n} 条消息', en: '{n} {n|message|messages}' },

  'recap.making': { zh: '正在读 {n}%', en: 'Reading {n}%' },
  'recap.making.start': { zh: '正在读', en: 'Reading' },
  'recap.stop': { zh: '停', en: 'Stop' },
  'recap.stopped': { zh: '停下了', en: 'Stopped' },
  'recap.failed': { zh: '没回顾成', en: 'The recap was not made' },
  'recap.again': { zh: '再试一次', en: 'Try again' },
  'recap.little': { zh: '这一段没说什么', en: 'Little was said here' },
  'recap.few': { zh: '一共 {n} 条，直接看更快', en: 'Only {n} {n|message|messages}; reading them is quicker' },
  'recap.none': { zh: '这一段没有消息', en: 'There are no messages here' },

  'recap.decided': { zh: '定了', en: 'Decided' },
  'recap.todo': { zh: '要做的', en: 'To do' },
  'recap.open': { zh: '还没答案', en: 'Still open' },
  'recap.source': { zh: '来源 {n}', en: 'Source {n}' },
  'recap.stale': { zh: '原话改过', en: 'edited since' },
  'recap.gone': { zh: '{n} 句随原话撤了', en: '{n} {n|sentence|sentences} went with recalled messages' },
  'recap.leftOut': { zh: '{n} 条没有读，写的人不让 AI 读', en: '{n} {n|message was|messages were} not read; the authors do not let the AI read them' },
  'recap.fallback': { zh: '主模型没连上，由本地引擎整理', en: 'The model did not answer; the local engine wrote this' },
  'recap.first': { zh: '从第一条未读看起', en: 'Read from the first unread' },
  'recap.firstOf': { zh: '从第一条看起', en: 'Read from the first' },

  'recap.act': { zh: '{text}：设提醒或投票', en: '{text}: reminder or poll' },
  'recap.act.remind': { zh: '到时候提醒大家', en: 'Remind everybody' },
  'recap.act.tonight': { zh: '今晚 8 点提醒大家', en: 'Remind everybody tonight at 8' },
  'recap.act.tomorrow': { zh: '明早 9 点提醒大家', en: 'Remind everybody tomorrow at 9' },
  'recap.act.poll': { zh: '投票问问大家', en: 'Ask everybody in a poll' },
  'recap.act.reminded': { zh: '提醒设好了', en: 'The reminder is set' },
  'recap.act.polled': { zh: '投票发起了', en: 'The poll is open' },
  'recap.poll.yes': { zh: '行', en: 'Yes' },
  'recap.poll.no': { zh: '不行', en: 'No' },

  'recap.post': { zh: '发到派里', en: 'Post to the pai' },
  'recap.post.ask': { zh: '发到派里？', en: 'Post this to the pai?' },
  'recap.post.note': { zh: '大家都会看到，带 AI 标识', en: 'Everybody will see it, marked as AI-made' },
  'recap.post.act': { zh: '发', en: 'Post' },
  'recap.posted': { zh: '发出去了', en: 'Posted' },
  'recap.copy': { zh: '复制文字', en: 'Copy text' },
  'recap.copied': { zh: '复制好了', en: 'Copied' },
  'recap.copy.failed': { zh: '没复制成', en: 'Not copied' },
  'recap.save': { zh: '存成图', en: 'Save as picture' },
  'recap.more': { zh: '更多', en: 'More' },
});

export type RecapKey = keyof typeof RECAP;
export type SpeakRecap = Speaker<RecapKey>;

/** The hook for components, and what speaks outside of them. */
export const { use: useRecapT, say: recapT } = dictionary(RECAP);
