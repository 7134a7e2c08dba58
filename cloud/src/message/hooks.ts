import { Hook } from '../infra/hooks';

/**
 * A message's words are gone (`recalled`) or are others now (an edit): what was made from them must follow. A recall is
 * told twice, a few seconds apart, for what was being made meanwhile.
 */
export const messageTouched = new Hook<{ paiId: string; seq: number; recalled: boolean }>();
