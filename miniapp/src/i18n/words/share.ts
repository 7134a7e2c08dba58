import { words } from '../word';

export const share = words({
  'share.aiCalled': { zh: 'AI 成员叫了才说话', en: 'AI speaks when called' },
  'share.aiOff': { zh: 'AI 成员关着', en: 'AI is off' },
  'share.by': { zh: '{owner}建的派 · {n} 人', en: '{owner} · {n} {n|person|people}' },
  'share.posterLine': { zh: '{n} 人 · {rule}', en: '{n} {n|person|people} · {rule}' },
});
