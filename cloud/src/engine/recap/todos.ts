import { claimsIn, type Claim } from './claims';
import { People } from './people';
import { proposalIn } from './proposals';
import type { RecapMessage, Todo } from './types';

const TAKEN_BACK_WITHIN = 15;

/** Who wrote what each message answers: the author quoted, else the last other one before it. */
export function answeredAuthors(messages: readonly RecapMessage[]): (string | null)[] {
  const authors = new Map(messages.map(({ id, author }) => [id, author]));
  return messages.map(({ author, replyTo }, i) => {
    const quoted = replyTo ? authors.get(replyTo) : undefined;
    if (quoted !== undefined && quoted !== author) return quoted;
    for (let at = i - 1; at >= 0; at--) if (messages[at]?.author !== author) return (messages[at] as RecapMessage).author;
    return null;
  });
}

/** All claims of each message. */
export function allClaims(messages: readonly RecapMessage[]): Claim[][] {
  const people = new People(messages.map(({ author }) => author));
  const answered = answeredAuthors(messages);
  return messages.map((message, i) => claimsIn(message, people, answered[i] ?? null));
}

/** Whether its owner says soon after that it will not be done: 那我不买了. */
function isTakenBack(claim: Claim, index: number, messages: readonly RecapMessage[]): boolean {
  const back = new RegExp(`不(?:用|想|能|来|去|是)?${claim.verb}(?:了|啦)|${claim.verb}不(?:了|成)(?!多少)`);
  return messages.slice(index + 1, index + 1 + TAKEN_BACK_WITHIN).some(({ author, text }) => author === claim.owner && back.test(text));
}

/** A to-do is an action with an owner or a time. The owner is an author or null. */
export function todosIn(messages: readonly RecapMessage[], claims: readonly Claim[][] = allClaims(messages)): Todo[] {
  return messages.flatMap((message, i) =>
    (claims[i] as Claim[]).filter((claim) => !isTakenBack(claim, i, messages) && !(claim.owner === null && proposalIn(claim.text)?.firmness === 'put')).map(({ text, owner, due }) => ({ text, owner, due, cites: [message.id] })),
  );
}
