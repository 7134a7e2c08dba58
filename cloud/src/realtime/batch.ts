import type { ServerEvent } from '@shared/wire/event';

/**
 * One event on its way to sockets, as JSON text that nobody parses again. For `message.created` and `message.changed`
 * `json` is the message alone, so that the same text serves in `events` and in `sync` frames.
 */
export interface Line {
  type: ServerEvent['type'];
  /** The position it is about; 0 when it is about none. */
  seq: number;
  json: string;
  /** What some see in its place: those a withheld message is shown to. */
  own?: { userIds: string[]; json: string };
}

/** A line as one reader gets it. */
export const lineFor = (line: Line, userId: string): Line => (line.own?.userIds.includes(userId) ? { ...line, json: line.own.json } : line);

/** Events of one pai that were committed together. */
export interface Batch {
  /** Version of the membership the sender saw: a gateway that knows an older one looks again before it delivers [P1]. */
  membership: number;
  lines: Line[];
}

/** Wire form on Redis: a header line, then one line of JSON per event, after that what some see in its place (JSON text holds no raw line break). */
export function encodeBatch(batch: Batch): string {
  const header = JSON.stringify([batch.membership, batch.lines.map(({ type, seq, own }) => (own ? [type, seq, own.userIds] : [type, seq]))]);
  return [header, ...batch.lines.flatMap(({ json, own }) => (own ? [json, own.json] : [json]))].join('\n');
}

export function decodeBatch(text: string): Batch {
  const [header, ...bodies] = text.split('\n');
  const [membership, kinds] = JSON.parse(header ?? '') as [number, [Line['type'], number, string[]?][]];
  let at = 0;
  const next = (): string => bodies[at++] ?? 'null';
  return { membership, lines: kinds.map(([type, seq, userIds]) => ({ type, seq, json: next(), ...(userIds ? { own: { userIds, json: next() } } : {}) })) };
}

export const messageLine = (type: 'message.created' | 'message.changed', seq: number, json: string): Line => ({ type, seq, json });

export const eventLine = (event: ServerEvent): Line => ({ type: event.type, seq: 0, json: JSON.stringify(event) });

/** A line as it stands in an `events` frame. */
export function eventText(line: Line): string {
  const wrapped = line.type === 'message.created' || line.type === 'message.changed';
  return wrapped ? `{"type":"${line.type}","message":${line.json}}` : line.json;
}

/** What an AI turn has written so far, for the sockets that have the pai open [A6]. It may be lost: the message that ends the turn is enough. */
export interface Delta {
  /** As of a batch [P1]. */
  membership: number;
  /** Only for those who may read this position. */
  upTo: number;
  /** Members who hide the AI. */
  except: string[];
  /** The event. */
  json: string;
}

export const encodeDelta = ({ json, ...header }: Delta): string => `${JSON.stringify(header)}\n${json}`;

export function decodeDelta(text: string): Delta {
  const end = text.indexOf('\n');
  return { ...(JSON.parse(text.slice(0, end)) as Omit<Delta, 'json'>), json: text.slice(end + 1) };
}
