import { WORDS } from '@/i18n';
import { dictionary, type Speaker } from '@/i18n/dictionary';
import { words } from '@/i18n/word';

const create = words({
  'create.title': { zh: '新建派', en: 'New pai' },
  'create.question': { zh: '想一起做什么？', en: 'What will you do together?' },
  'create.kinds': { zh: '派的种类', en: 'Kind of pai' },
  'create.nameAndCover': { zh: '名字和封面', en: 'Name and cover' },
  'create.prefilled': { zh: '已替你取好，可改', en: 'Filled in for you' },
  'create.name': { zh: '派的名字', en: 'Name of the pai' },
  'create.cover': { zh: '换封面', en: 'Change the cover' },
  'create.ai1': { zh: '小派默认', en: 'The AI member ' },
  'create.ai2': { zh: '叫了才说话', en: 'speaks only when called' },
  'create.ai3': { zh: '。建好后随时能改，也能关掉。', en: '. You can change that or turn it off any time.' },
  'create.go': { zh: '建好，去邀请', en: 'Create and invite' },
  'create.nameEmpty': { zh: '给派取个名字', en: 'Give the pai a name' },
  'create.nameTooLong': { zh: '名字最多 20 个字', en: 'A name can have at most 20 characters' },


  'kind.friends': { zh: '朋友', en: 'Friends' },
  'kind.friends.brings': { zh: '约饭、闲聊、拿主意', en: 'Meals, talk, decisions' },
  'kind.friends.name': { zh: '饭搭子', en: 'Dinner friends' },
  'kind.family': { zh: '一家人', en: 'Family' },
  'kind.family.brings': { zh: '日常、提醒、相片', en: 'Days, reminders, photos' },
  'kind.family.name': { zh: '我们家', en: 'Our family' },
  'kind.classmates': { zh: '同学', en: 'Classmates' },
  'kind.classmates.brings': { zh: '通知、作业、聚会', en: 'Notices and reunions' },
  'kind.classmates.name': { zh: '老同学', en: 'Old classmates' },
  'kind.trip': { zh: '出去玩', en: 'A trip' },
  'kind.trip.brings': { zh: '去哪、怎么走、花多少', en: 'Where, how, how much' },
  'kind.trip.name.spring': { zh: '春天出去玩', en: 'Spring trip' },
  'kind.trip.name.summer': { zh: '夏天出去玩', en: 'Summer trip' },
  'kind.trip.name.autumn': { zh: '秋天出去玩', en: 'Autumn trip' },
  'kind.trip.name.winter': { zh: '冬天出去玩', en: 'Winter trip' },
  'kind.reading': { zh: '一起读', en: 'Reading' },
  'kind.reading.brings': { zh: '读到哪、聊读到的', en: 'Read and discuss' },
  'kind.reading.name': { zh: '慢读会', en: 'Slow readers' },
  'kind.sports': { zh: '动起来', en: 'Sports' },
  'kind.sports.brings': { zh: '约时间、互相打气', en: 'Set times, cheer on' },
  'kind.sports.name': { zh: '一起动起来', en: 'On the move' },
  'kind.work': { zh: '做事情', en: 'Work' },
  'kind.work.brings': { zh: '项目进展、决定和待办', en: 'Progress, decisions, things to do' },
  'kind.work.name': { zh: '项目小组', en: 'The project' },
});

const CREATE = { ...WORDS, ...create };

export type Speak = Speaker<keyof typeof CREATE>;

/** The words of these pages, with those of all. */
export const { use: useT, say: t } = dictionary(CREATE);
