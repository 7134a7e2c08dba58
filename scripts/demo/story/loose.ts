import { react, say, type Step } from './script';

/** What is still open, and the cat. */
export const LOOSE: readonly Step[] = [
  say('lin', '家里的猫谁喂？两天没人', { key: 'cat' }),
  say('mu', '对门小赵上次帮过忙，我去问问'),
  say('dou', '年糕要吃两顿，水要换'),
  say('mu', '问了，小赵元旦在家，钥匙 30 号晚上给他', { re: 'cat', key: 'cat-done' }),
  react('cat-done', '🐱', 'dou', 'lan'),
  say('lan', '还有几件事没定：回程坐几点的车？', { key: 'back' }),
  say('lin', '别太晚，外婆七点要吃药'),
  say('yu', '2 号下午有 15:40 和 17:22 两趟'),
  say('fang', '15:40 吧，到家天还亮着'),
  say('lan', '可是豆豆想上午逛完集市再走，吃完午饭有点赶，回程先不定，抢票那天再看', { re: 'back' }),
  say('xia', '要不要给外婆请个摄影师？拍一张全家福', { key: 'photo' }),
  say('yu', '我带相机和三脚架就行，请人一小时要 600'),
  say('po', '要拍，要在桥上拍'),
  say('lan', '那林屿带相机和三脚架，1 月 2 号上午十点桥上拍', { to: ['yu'], key: 'decided-photo' }),
  react('decided-photo', '📷', 'po', 'xia', 'yu'),
  say('yu', '收到，电池我多带两块', { re: 'decided-photo' }),
  say('fang', '全家福穿什么颜色？', { key: 'colour' }),
  say('dou', '红色！'),
  say('mu', '我没有红的衣服'),
  say('xia', '围巾红的就行，我多带几条'),
  say('lin', '小姨说她也想来，房间够不够？', { key: 'aunt' }),
  say('lan', '她要来就得再订一间，知夏问问青溪里还有没有空房', { re: 'aunt', to: ['xia'], key: 'todo-aunt' }),
  say('xia', '明天上午打电话问'),
  say('lan', '大家把没交的 1500 转一下，截止 12 月 10 号。改名的、换人的也请在 10 号前说', { everybody: true, key: 'money-due' }),
  react('money-due', '👌', 'lin', 'fang', 'yu', 'mu'),
  say('mu', '我转了'),
  say('yu', '我和知夏的一起转了，3000'),
  say('fang', '我跟你爸的晚上转'),
];

/** What is said once the AI member has answered. */
export const AFTERWARDS: readonly Step[] = [
  say('fang', '这下清楚了，我照着准备'),
  say('po', '字大一点就更好了'),
  say('dou', '外婆你点大字版，我帮你'),
  say('lan', '新进来的家人直接看上面这条，有不对的在群里说'),
];

export const QUESTION = '@小派 从头总结一下：哪些已经定了，谁要做什么，还有什么没定';

export const ANNOUNCEMENT = '12 月 31 日下午一点在家集合出发。外婆要软的、少糖；知夏对虾过敏。钱在 12 月 10 日前交给林岚。';
