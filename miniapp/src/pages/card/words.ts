import { dictionary, type Speaker } from '@/i18n/dictionary';
import { words } from '@/i18n/word';

const FORM = words({
  'form.poll': { zh: '投票', en: 'Poll' },
  'form.reminder': { zh: '提醒', en: 'Reminder' },
  'form.memory': { zh: '记住一件事', en: 'Keep in mind' },
  'form.question': { zh: '问大家什么', en: 'What to ask' },
  'form.option': { zh: '选项 {n}', en: 'Option {n}' },
  'form.option.remove': { zh: '去掉选项 {n}', en: 'Remove option {n}' },
  'form.option.add': { zh: '加一项', en: 'Add an option' },
  'form.many': { zh: '可以选几项', en: 'Several may be chosen' },
  'form.closes': { zh: '到时间自动结束', en: 'Closes by itself' },
  'form.text': { zh: '提醒什么', en: 'What it says' },
  'form.day': { zh: '哪天', en: 'Day' },
  'form.time': { zh: '几点', en: 'Time' },
  'form.repeat': { zh: '重复', en: 'Repeat' },
  'form.repeat.none': { zh: '不重复', en: 'Once' },
  'form.repeat.day': { zh: '每天', en: 'Daily' },
  'form.repeat.workday': { zh: '工作日', en: 'Weekdays' },
  'form.repeat.week': { zh: '每周', en: 'Weekly' },
  'form.repeat.month': { zh: '每月', en: 'Monthly' },
  'form.whom': { zh: '提醒谁', en: 'Whom' },
  'form.whom.all': { zh: '大家', en: 'Everyone' },
  'form.whom.me': { zh: '我', en: 'Me' },
  'form.whom.one': { zh: '让提的人', en: 'Who asked' },
  'form.running': { zh: '已经设好的', en: 'Already set' },
  'form.fact': { zh: '要记住的话', en: 'What to keep' },
  'form.start': { zh: '发起', en: 'Start' },
  'form.set': { zh: '设好', en: 'Set it' },
  'form.save': { zh: '改好了', en: 'Save' },
  'form.saved': { zh: '改好了，还要有人确认', en: 'Saved. It still has to be confirmed' },
  'form.past': { zh: '这个时间已经过了', en: 'That time has passed' },
  'form.failed': { zh: '没成功，再试一次', en: 'That did not work. Please try again' },
  'form.back': { zh: '返回', en: 'Back' },
  'form.gone': { zh: '这张卡片不在了', en: 'This card is gone' },
});

export type FormKey = keyof typeof FORM;
export type SpeakForm = Speaker<FormKey>;

/** The hook for components. */
export const { use: useFormT } = dictionary(FORM);
