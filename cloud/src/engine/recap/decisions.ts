import { termsOf } from '../text/terms';
import { agrees, echoes, objects } from './agreement';
import type { Claim } from './claims';
import { Follow, type Later } from './follow';
import { proposalIn, type Proposal } from './proposals';
import { allClaims } from './todos';
import type { Cited, RecapMessage } from './types';

const WITHIN_SECONDS = 2 * 3600;
/** A mere plan is agreed to at once or not at all. */
const PLAN_REACH = 2;
const REPEATED_WITHIN = 12;
const UNDONE_WITHIN = 40;
const UNDONE = /取消|不去了|去不[成了]|作废|泡汤|(?:改|推迟)(?:到|成|天|期)|\b(?:cancell?ed|called off|moved to|postponed)\b/i;
const SECOND_THOUGHTS = /还是|改|换|算了|要不/;

interface Decision extends Cited {
  index: number;
  firmness: Proposal['firmness'];
}

/** Reads a talk for what was proposed and agreed to. */
class Talk {
  private readonly follow: Follow;
  private readonly proposals: (Proposal | undefined)[];

  constructor(
    private readonly messages: readonly RecapMessage[],
    private readonly claims: readonly Claim[][],
  ) {
    this.follow = new Follow(messages);
    this.proposals = messages.map(({ text }, i) => {
      const proposal = proposalIn(text);
      // what one person is to do is a task, not a decision of the group
      const isTask = claims[i]?.some((claim) => claim.owner !== null && claim.text === proposal?.text);
      return isTask && proposal?.firmness !== 'settled' ? undefined : proposal;
    });
  }

  decisions(): Decision[] {
    return this.messages.flatMap((message, index): Decision[] => {
      const proposal = this.proposals[index];
      if (proposal === undefined) return [];
      const agreement = this.agreementTo(index, proposal);
      if (agreement !== undefined) return [{ text: proposal.text, cites: [message.id, agreement.id], index, firmness: proposal.firmness }];
      return proposal.firmness === 'settled' ? [{ text: proposal.text, cites: [message.id], index, firmness: proposal.firmness }] : [];
    });
  }

  /** The message that agrees, unless somebody objects or proposes something else first. */
  private agreementTo(index: number, proposal: Proposal): RecapMessage | undefined {
    let others = 0;
    for (const later of this.follow.by(index, WITHIN_SECONDS)) {
      const { message, quotes } = later;
      if (proposal.firmness === 'plan' && !quotes && ++others > PLAN_REACH) return undefined;
      if (agrees(message.text) || echoes(message.text, proposal.text)) return quotes || this.isMeant(index, later) ? message : undefined;
      if (objects(message.text)) return undefined;
    }
    return undefined;
  }

  /** Whether nothing came in between that the agreement is to: another proposal, or a task for the one who agrees. */
  private isMeant(from: number, { message, index }: Later): boolean {
    return this.messages.slice(from + 1, index).every((between, i) => {
      const at = from + 1 + i;
      if (this.claims[at]?.some(({ owner }) => owner === message.author)) return false;
      const proposal = this.proposals[at];
      if (proposal === undefined || proposal.firmness === 'plan' || agrees(between.text)) return true;
      return between.author === this.messages[from]?.author && !SECOND_THOUGHTS.test(between.text);
    });
  }

  /** Whether it was called off later. */
  isUndone({ text, index }: Decision): boolean {
    const terms = new Set(termsOf(text));
    return this.messages.slice(index + 1, index + 1 + UNDONE_WITHIN).some((later) => UNDONE.test(later.text) && (later.replyTo === this.messages[index]?.id || termsOf(later.text).some((term) => terms.has(term))));
  }
}

function repeats(later: Decision, earlier: Decision): boolean {
  if (later.index - earlier.index > REPEATED_WITHIN) return false;
  const [a, b] = [new Set(termsOf(earlier.text)), new Set(termsOf(later.text))];
  const shared = [...a].filter((term) => b.has(term)).length;
  if (later.firmness === 'settled' && earlier.firmness === 'put' && shared > 0) return true;
  return shared > 0 && shared * 2 >= Math.min(a.size, b.size);
}

/**
 * What was decided: a proposal somebody else agreed to, or words that call it settled. Cites the proposal, then who
 * agreed. Said twice it is told once, in the last words for it.
 */
export function decisionsIn(messages: readonly RecapMessage[], claims: readonly Claim[][] = allClaims(messages)): Cited[] {
  const talk = new Talk(messages, claims);
  const standing = talk.decisions().filter((decision) => !talk.isUndone(decision));
  const better = (one: Decision, other: Decision): boolean => other.cites[1] === one.cites[1] && one.firmness === 'plan' && other.firmness !== 'plan';
  return standing
    .filter((one, i) => !standing.slice(i + 1).some((later) => repeats(later, one)) && !standing.some((other) => better(one, other)))
    .map(({ text, cites }) => ({ text, cites }));
}
