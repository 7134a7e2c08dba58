import type { Decision } from '../engine/speak';
import { skillFor } from '../agents';
import type { MessageDoc } from '../message';
import type { AssistantDoc } from '../pai';
import { decisionOf, type Talk } from './heard';

export interface Choice {
  role: AssistantDoc;
  decision: Decision;
}

/** Reasons of being asked itself: neither the cap nor quiet hours hold that back. Who goes on from its answer asks it too [A1]. */
export const CALLS: readonly string[] = ['mentioned', 'quoted', 'named', 'follow-up'];

export const isCall = ({ decision }: Choice): boolean => CALLS.includes(decision.reason);

/** A message that has to do with a role though the role keeps silent: its silence is recorded [A3]. */
const concerns = ({ role, decision }: Choice, message: MessageDoc): boolean => message.mentions?.includes(role.id) === true || message.replyTo?.senderId === role.id || decision.reason === 'talked-about';

/**
 * Which roles answer a message: those it asks, by a call or by going on from an answer; else one alone, the first whose
 * skills serve it. Where none does: the roles whose silence is worth a record.
 */
export function choose(talk: Talk, message: MessageDoc): Choice[] {
  const choices = talk.pai.assistants.filter(({ mode }) => mode !== 'off').map((role) => ({ role, decision: decisionOf(talk, role, message) }));
  const called = choices.filter(isCall);
  const mentioned = called.filter(({ decision }) => decision.reason === 'mentioned');
  if (called.length > 0) return mentioned.length > 0 ? mentioned : called;
  const willing = choices.filter(({ decision }) => decision.speak);
  if (willing.length > 0) {
    const skill = skillFor(message.text);
    const one = willing.find(({ role }) => role.skills.includes(skill));
    return one ? [one] : [];
  }
  return choices.filter((choice) => concerns(choice, message));
}
