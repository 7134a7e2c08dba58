import type { ReminderContent } from '@shared/wire/card';
import { nextTime } from '../engine/recurrence';
import { MINUTE, SECOND, dateAt, now, nowMs, zoned } from '../infra/clock';
import { log } from '../infra/logger';
import { storeUnreachable } from '../infra/mongo';
import { changeCard, hasCard, holdCard, listDueCards, listLiveCards, sayDue, type MessageWithCard } from '../message';
import { findPai, memberOf, type AssistantDoc, type PaiDoc } from '../pai';
import { closing } from './poll';
import { AT_REST } from './step';

const BATCH = 200;
const AT_ONCE = 32;
/** How long a worker may take for one card before another one tries; the log lets the same words in once [L2]. */
const HOLD = 10 * SECOND;
/** How soon the cards of a dissolved pai are looked at again. */
const LOOK_AGAIN = 30 * SECOND;
/** From here on a reminder says that it is late. */
const LATE = 10 * MINUTE;

/** The AI member that drew the card up, else the first; undefined when all are off: then none of them may speak [A1]. */
function speakerOf(pai: PaiDoc, { senderId }: MessageWithCard): AssistantDoc | undefined {
  const awake = pai.assistants.filter(({ mode }) => mode !== 'off');
  return awake.find(({ id }) => id === senderId) ?? awake[0];
}

function wordsOf({ text, zone }: ReminderContent, dueAt: Date): string {
  if (nowMs() - dueAt.getTime() <= LATE) return text;
  const { day, time } = zoned(dueAt, zone);
  return `${text}\n${/\p{Script=Han}/u.test(text) ? `（晚了，本该 ${day} ${time} 提醒）` : `(late: due ${day} ${time})`}`;
}

/** Says what a reminder has to say, then sets its next time or ends it. Wherever it stops, it can be done again. */
async function speak(due: MessageWithCard, reminder: ReminderContent): Promise<void> {
  const dueAt = due.card.dueAt as Date;
  const held = await holdCard(due.paiId, due.seq, dueAt, now(), dateAt(nowMs() + HOLD));
  // Read while the card is held: who switches the AI members off waits for it, or is seen here.
  const pai = await findPai(due.paiId);
  if (!hasCard(held) || !pai) return;
  const { id, spoken = 0 } = held.card;
  const mentions = (reminder.to ?? []).filter((userId) => memberOf(pai, userId));
  await sayDue({ pai, from: held, assistant: speakerOf(pai, held), clientMsgId: `rem:${id}:${spoken}`, text: wordsOf(reminder, dueAt), mentions });
  const next = reminder.rrule === undefined ? null : nextTime({ rrule: reminder.rrule, start: dateAt(Date.parse(reminder.at)), zone: reminder.zone }, dateAt(Math.max(nowMs(), dueAt.getTime())));
  const change = next ? { $set: { 'card.spoken': spoken + 1, 'card.nextAt': next, 'card.dueAt': next }, $unset: { 'card.heldUntil': 1 } } : { $set: { 'card.spoken': spoken + 1 }, $unset: AT_REST };
  await changeCard(pai, due.seq, change, { 'card.id': id, 'card.dueAt': dueAt });
}

async function settle(due: MessageWithCard): Promise<void> {
  const { paiId, seq, card } = due;
  const pai = await findPai(paiId);
  // Its owner may still bring a dissolved pai back: then this goes on.
  if (!pai || pai.dissolveAt) return void (await holdCard(paiId, seq, card.dueAt as Date, now(), dateAt(nowMs() + LOOK_AGAIN)));
  if (card.state === 'open') return void (await changeCard(pai, seq, { $set: { 'card.state': 'expired' }, $unset: AT_REST }, { 'card.id': card.id, 'card.state': 'open' }));
  if (card.act.act === 'poll') return void (await changeCard(pai, seq, closing(pai, due), { rev: due.rev }));
  if (card.act.act === 'reminder') return speak(due, card.act.reminder);
}

async function settleLogged(due: MessageWithCard): Promise<void> {
  try {
    await settle(due);
  } catch (error) {
    if (storeUnreachable(error)) throw error;
    log().error({ err: error, paiId: due.paiId, seq: due.seq }, 'a due card waits for the next sweep');
  }
}

/**
 * Looks after cards that are due: open ones expire, polls close, reminders speak. What was due while nothing ran is
 * found by the first sweep. Any number of workers may do it at once.
 */
export async function sweepCards(): Promise<void> {
  const due = (await listDueCards(now(), BATCH)).filter(hasCard);
  for (let i = 0; i < due.length; i += AT_ONCE) await Promise.all(due.slice(i, i + AT_ONCE).map(settleLogged));
  if (due.length === BATCH) await sweepCards();
}

/** Waits until nothing is being said in a pai: an AI member that is switched off says nothing later [A1]. */
export async function waitForWords(paiId: string): Promise<void> {
  const until = nowMs() + HOLD;
  const isHeld = async (): Promise<boolean> => (await listLiveCards(paiId)).some(({ card }) => card?.heldUntil && card.heldUntil.getTime() > nowMs());
  while (nowMs() < until && (await isHeld())) await new Promise((resolve) => setTimeout(resolve, 20));
}
