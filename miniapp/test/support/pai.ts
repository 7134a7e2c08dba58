import type { Pai } from '@shared/wire/pai';

/** A pai as the cloud shows it to one of its members. */
export const aPai = (over: Partial<Pai> = {}, mine: Partial<Pai['mine']> = {}): Pai => ({
  id: 'pai1',
  number: '12345678',
  name: '秋天去杭州',
  emoji: '🍁',
  kind: 'trip',
  intro: '',
  ownerId: 'u1',
  memberCount: 2,
  cap: 200,
  joinRule: 'link',
  history: 'all',
  muteAll: false,
  assistants: [{ id: 'ai1', name: '小派', emoji: '', mode: 'called', skills: ['recap', 'search'] }],
  createdAt: '2026-11-01T00:00:00.000Z',
  headSeq: 10,
  epoch: 'e',
  ...over,
  mine: { role: 'member', fromSeq: 1, readSeq: 10, unread: 0, muted: false, pinned: false, hideAi: false, aiMayRead: true, ...mine },
});
