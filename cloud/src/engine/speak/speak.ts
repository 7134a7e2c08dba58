import { fold } from '../text/fold';
import { isAsk, isWish } from './ask';
import { clausesOf, type Clause } from './clauses';
import { onlyCourtesy, type Courtesy } from './courtesy';
import { isFollowUp } from './followUp';
import { isNamed, namesIn, withoutOwn, type Names } from './names';
import { isOpenAsk } from './openAsk';
import { isToAll, otherSpokenToAt, pointsToOther, quotedBy } from './toOther';
import type { Decision, Person, Room, Self, SilenceReason, SpeakInput, SpeakMessage, SpeakReason } from './types';
import { isAtted, spokenToAt } from './vocative';

/** Messages before the one decided on that may bear on the decision. */
export const LOOK_BACK = 50;
/** How near a bare call must stand to the words it is for. */
const BARE_WITHIN_SECONDS = 120;
const BARE_WITHIN_MESSAGES = 6;

/** What is known of a message when it is decided on. */
interface Case {
  room: Room;
  message: SpeakMessage;
  before: readonly SpeakMessage[];
  clauses: readonly Clause[];
  courtesy: Courtesy | undefined;
  names: Names;
}

const silence = (id: string, reason: SilenceReason): Decision => ({ id, speak: false, to: null, replyTo: null, reason });
const answer = ({ id, author }: SpeakMessage, reason: SpeakReason, asked = id): Decision => ({ id, speak: true, to: author, replyTo: asked, reason });

/** How a message calls the AI member outright, or null. */
function callOf({ room: { self }, message, before, clauses, names }: Case): SpeakReason | null {
  if (message.mentions?.includes(self.id) || isAtted(fold(message.text), names)) return 'mentioned';
  if (pointsToOther(message, before, self, names)) return null;
  const [own, other] = [spokenToAt(clauses, names.own, names.others), otherSpokenToAt(clauses, names)];
  if (own < other) return 'named';
  return other === Infinity && quotedBy(message, before)?.author === self.id ? 'quoted' : null;
}

/** Looks at messages by themselves: whether they call the AI member, by a mention, an `@` or its name as address. */
export function callTest(self: Self, people: readonly Person[]): (message: Pick<SpeakMessage, 'author' | 'text' | 'mentions'>) => boolean {
  const names = namesIn(self, people, []);
  return (spoken) => {
    const folded = fold(spoken.text);
    if (!spoken.mentions?.includes(self.id) && !names.own.some((name) => folded.includes(name))) return false;
    const message: SpeakMessage = { ...spoken, id: '', at: 0 };
    return callOf({ room: { self, mode: 'called' }, message, before: [], clauses: clausesOf(spoken.text), courtesy: undefined, names }) !== null;
  };
}

/** The ask that a bare call (@小派 and no more) sends after itself: the author's last words, unless they were answered. */
function calledFor({ room, message, before, names }: Case): string {
  if (/[\p{L}\p{N}]/u.test(withoutOwn(message.text, names))) return message.id;
  const at = before.findLastIndex(({ author }) => author === message.author);
  const last = before[at];
  if (!last || message.at - last.at > BARE_WITHIN_SECONDS || before.length - at > BARE_WITHIN_MESSAGES) return message.id;
  const isOpen = isAsk(clausesOf(last.text)) && !decide(room, before.slice(0, at), last).speak;
  return isOpen ? last.id : message.id;
}

function decideCalled(it: Case, reason: SpeakReason): Decision {
  const { message, courtesy } = it;
  // Who greets by name waits for a greeting; thanks and nods end a matter.
  return courtesy !== undefined && courtesy !== 'greeting' ? silence(message.id, courtesy) : answer(message, reason, calledFor(it));
}

function decideUncalled(it: Case): Decision {
  const { room, message, before, clauses, courtesy, names } = it;
  if (pointsToOther(message, before, room.self, names) || otherSpokenToAt(clauses, names) < Infinity) return silence(message.id, 'to-other');
  if (courtesy !== undefined) return silence(message.id, courtesy);
  const asks = isAsk(clauses);
  if (room.mode === 'every-ask') return asks || isWish(clauses) ? answer(message, 'ask') : silence(message.id, 'not-an-ask');
  if (isNamed(fold(message.text), names)) return silence(message.id, 'talked-about');
  if (isFollowUp(message, before, room.self, clauses)) return answer(message, 'follow-up');
  if (room.mode === 'called') return silence(message.id, 'not-called');
  if (isToAll(message)) return silence(message.id, 'to-other');
  if (isOpenAsk(message, before)) return answer(message, 'open-ask');
  return silence(message.id, asks ? 'not-called' : 'not-an-ask');
}

/**
 * Whether to speak to `message`, given at most the LOOK_BACK messages before it (add what it quotes when that is older).
 * Nothing later can bear on it. Its own messages and those of other AI members never make it speak.
 */
export function decide(room: Room, before: readonly SpeakMessage[], message: SpeakMessage): Decision {
  const { self, mode, people = [] } = room;
  if (mode === 'off') return silence(message.id, 'off');
  if (message.author === self.id || people.some(({ id, isAi }) => isAi && id === message.author)) return silence(message.id, 'own');
  const names = namesIn(self, people, [...before, message]);
  const courtesy = onlyCourtesy(clausesOf(withoutOwn(message.text, names)));
  const it: Case = { room, message, before, clauses: clausesOf(message.text), courtesy, names };
  const call = callOf(it);
  return call === null ? decideUncalled(it) : decideCalled(it, call);
}

/** One decision for each message, in order, each from what stood before it alone. */
export function speak({ messages, ...room }: SpeakInput): { decisions: Decision[] } {
  return { decisions: messages.map((message, i) => decide(room, messages.slice(Math.max(0, i - LOOK_BACK), i), message)) };
}
