import type { WordKey } from '@/i18n';
import { ApiError } from '@/transport/errors';

/** Why an invitation leads nowhere: what is said, and what can be done. Nothing about the pai is shown then. */
export interface End {
  title: WordKey;
  text: WordKey;
}

const ENDS: Record<string, End> = {
  'invite/unknown': { title: 'landing.unknownTitle', text: 'landing.askNew' },
  'invite/expired': { title: 'landing.expiredTitle', text: 'landing.askNew' },
  'invite/revoked': { title: 'landing.revokedTitle', text: 'landing.askNew' },
  'invite/used-up': { title: 'landing.usedUpTitle', text: 'landing.askNew' },
  'pai/number-unknown': { title: 'landing.numberTitle', text: 'landing.checkNumber' },
  'pai/not-found': { title: 'landing.unknownTitle', text: 'landing.askNew' },
  'pai/blocked': { title: 'landing.blockedTitle', text: 'landing.blockedText' },
  'pai/dissolved': { title: 'landing.dissolvedTitle', text: 'landing.dissolvedText' },
  'pai/closed': { title: 'landing.closedTitle', text: 'landing.closedText' },
};

export const NO_INVITE: End = { title: 'landing.unknownTitle', text: 'landing.askNew' };

/** The end an error stands for, or undefined when trying again may help. */
export const endOf = (error: unknown): End | undefined => (error instanceof ApiError ? ENDS[error.code] : undefined);
