import { words } from '../word';

export const cover = words({
  'cover.title': { zh: '封面', en: 'Cover' },
  'cover.picture': { zh: '用一张相片', en: 'Use a picture' },
  'cover.emoji': { zh: '或者选一个表情', en: 'Or choose an emoji' },
  'cover.remove': { zh: '不用相片', en: 'Without a picture' },
  'cover.one': { zh: '用 {emoji} 做封面', en: 'Use {emoji} as the cover' },
});
