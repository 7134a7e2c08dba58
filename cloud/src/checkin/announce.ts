import { rowsOfRules } from '@shared/domain/checkin/ruleRows';
import { LIMITS } from '@shared/domain/limits';
import { findUser } from '../account';
import { HOUR, MINUTE, dateAt, nowMs } from '../infra/clock';
import { sendMessage, type CardDoc } from '../message';
import type { ChallengeDoc } from './model';

/** Puts the challenge into the log: its starter's message, with a card that is confirmed. Said again, it is said once [L2]. */
export async function announce(userId: string, paiId: string, { _id, rules, zone }: ChallengeDoc): Promise<void> {
  const card: CardDoc = {
    id: _id,
    act: { act: 'challenge', challenge: { rules, zone } },
    rows: rowsOfRules(rules),
    state: 'confirmed',
    mayConfirm: [userId],
    by: { id: userId, name: (await findUser(userId))?.nickname ?? '' },
    undoUntil: dateAt(nowMs() + LIMITS.undoMinutes * MINUTE),
    expiresAt: dateAt(nowMs() + LIMITS.cardHours * HOUR),
  };
  await sendMessage(userId, paiId, { clientMsgId: `challenge:${_id}`, text: rules.title, card });
}
