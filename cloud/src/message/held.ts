import type { MessageDoc } from './model';
import { publishChanged } from './publish';
import { retract } from './recall';
import { changeMessage } from './store';
import { CONTENT, withhold } from './whole';

/** Shows a withheld message to everybody; it keeps its place. Doing it twice changes nothing. */
export async function release(message: MessageDoc): Promise<void> {
  if (!message.held) return;
  const after = await changeMessage(message.paiId, message.seq, { $set: message.held.content, $unset: { held: 1, attend: 1 } }, { held: { $exists: true }, recalledAt: { $exists: false } });
  publishChanged(message.paiId, [after]);
}

/** Withholds a message that everybody could see. */
export async function takeBack(message: MessageDoc, viewers: string[], concern: NonNullable<MessageDoc['concern']>): Promise<MessageDoc | null> {
  const { held } = withhold(message, viewers);
  const gone = Object.fromEntries(CONTENT.filter((key) => key !== 'kind' && key !== 'text').map((key) => [key, 1]));
  const after = await changeMessage(message.paiId, message.seq, { $set: { kind: 'text', text: '', held, concern }, $unset: gone }, { held: { $exists: false }, recalledAt: { $exists: false } });
  publishChanged(message.paiId, [after]);
  if (after) await retract(message.paiId, message.seq);
  return after;
}
