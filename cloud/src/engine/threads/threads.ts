import { bestOf } from './best';
import { candidatesOf } from './candidates';
import { Featuriser } from './features';
import { isServed } from './host';
import { linesOf, type Line } from './lines';
import type { Net } from './model';
import { State } from './state';
import type { Threaded, ThreadMessage, ThreadsInput } from './types';
import { ROOM_NET, SERVED_NET } from './weights';

/** For each message the place of the one it quotes, where that is an earlier one. */
function quotes(messages: readonly ThreadMessage[]): (number | undefined)[] {
  const places = new Map<string, number>();
  return messages.map(({ id, replyTo }, i) => {
    places.set(id, i);
    const place = replyTo == null ? undefined : places.get(replyTo);
    return place === i ? undefined : place;
  });
}

/** Untangles a log by given weights. */
export function untangle(messages: readonly ThreadMessage[], netFor: (lines: readonly Line[]) => Net): Threaded[] {
  const lines = linesOf(messages);
  const state = new State(lines);
  const featuriser = new Featuriser(lines, state);
  const net = netFor(lines);
  const quoted = quotes(messages);
  messages.forEach((_, i) => {
    const candidates = candidatesOf(i, state);
    state.link(i, quoted[i] ?? (candidates.length === 1 ? i : bestOf(i, candidates, featuriser, net)));
  });
  const idAt = (place: number | undefined): string => (messages[place as number] as ThreadMessage).id;
  return messages.map(({ id }, i) => ({ id, thread: idAt(state.thread[i]), replyTo: state.parent[i] === i ? null : idAt(state.parent[i]) }));
}

/**
 * Untangles a log: which message each one answers, and the threads that follow. Quotes are taken as they are; the rest is
 * found by weights learnt from public logs (English support rooms; Chinese travel chats with one helper), of which no text
 * is kept. The whole log is looked at: what comes after a message may tell what it answered.
 */
export const threads = ({ messages }: ThreadsInput): { messages: Threaded[] } => ({ messages: untangle(messages, (lines) => (isServed(lines) ? SERVED_NET : ROOM_NET)) });
