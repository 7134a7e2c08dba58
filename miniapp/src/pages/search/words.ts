import { WORDS } from '@/i18n';
import { dictionary } from '@/i18n/dictionary';
import { words } from '@/i18n/word';

const search = words({
  'search.title': { zh: '搜索', en: 'Search' },
  'search.all': { zh: '搜派和消息', en: 'Search pais and messages' },
  'search.one': { zh: '在「{name}」里搜', en: 'Search in “{name}”' },
  'search.pais': { zh: '派', en: 'Pais' },
  'search.messages': { zh: '消息', en: 'Messages' },
  'search.count': { zh: '{n} 条', en: '{n} found' },
  'search.countMore': { zh: '{n} 条以上', en: 'more than {n}' },
  'search.from': { zh: '来自「{name}」', en: 'in “{name}”' },
  'search.start': { zh: '搜说过的话', en: 'Find what was said' },
  'search.startText': { zh: '输入几个字，只搜你看得到的消息。', en: 'Type a few words. Only messages you may read are searched.' },
  'search.none': { zh: '没搜到「{q}」', en: 'Nothing found for “{q}”' },
  'search.noneText': { zh: '换个短一点的词试试。', en: 'Try a shorter word.' },
  'search.failed': { zh: '没搜成', en: 'The search did not work' },
  'search.clear': { zh: '清空', en: 'Clear' },
  'search.near': { zh: '可能有关', en: 'Maybe related' },
  'search.byAi': { zh: 'AI 生成', en: 'AI made' },
  'search.more': { zh: '更早的', en: 'Earlier ones' },
});

/** The words of these pages, with those of all. */
export const { use: useT, say: t } = dictionary({ ...WORDS, ...search });
