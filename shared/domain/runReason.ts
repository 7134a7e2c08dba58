/**
 * Why an AI role spoke, or kept silent: what receipts show. The first two groups are the engine's own (engine/speak),
 * the last are those of the rules around it [A1] [A3] [A5].
 */
export const RUN_REASONS = [
  // it spoke, since it was
  'mentioned',
  'quoted',
  'named',
  'follow-up',
  'open-ask',
  'ask',
  'asked-for',
  'digest',
  'opened',
  'planned',
  'wondered',
  'wishes-read',
  'cheered',
  'nudged',
  'week-told',
  // it kept silent, since it was
  'off',
  'own',
  'to-other',
  'talked-about',
  'thanks',
  'greeting',
  'farewell',
  'acknowledgement',
  'not-called',
  'not-an-ask',
  // a rule kept it silent, or ended its turn
  'quiet-hours',
  'over-cap',
  'budget',
  'unreadable',
  'recalled',
  'stopped',
  'dissolved',
  'unsafe',
  'little-said',
  'nothing-to-open',
  'outdated',
] as const;

export type RunReason = (typeof RUN_REASONS)[number];
