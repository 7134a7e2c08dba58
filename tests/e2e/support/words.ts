/** What stands on the buttons, as a user reads it: written here again, so that a change of words is a change of a test. */
export const WORDS = {
  newPai: { zh: '新建派', en: 'New pai' },
  trip: { zh: '出去玩', en: 'A trip' },
  build: { zh: '建好，去邀请', en: 'Create and invite' },
  thisName: { zh: '就叫这个', en: 'That is me' },
  copyLink: { zh: '复制链接', en: 'Copy link' },
  enter: { zh: '先进去看看', en: 'Go in first' },
  join: { zh: '加入', en: 'Join' },
  say: { zh: '说点什么', en: 'Say something' },
  send: { zh: '发送', en: 'Send' },
  more: { zh: '更多', en: 'More' },
  album: { zh: '相册', en: 'Album' },
  recall: { zh: '撤回', en: 'Recall' },
  me: { zh: '我', en: 'Me' },
  elder: { zh: '大字版', en: 'Large type' },
  pais: { zh: '派', en: 'Pais' },
} as const;
export type WordName = keyof typeof WORDS;
