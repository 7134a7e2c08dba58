import { AppError } from '../errors';
import { MINUTE, SECOND, now, nowMs } from '../infra/clock';
import { log } from '../infra/logger';
import { metrics } from '../infra/metrics';
import { storeUnreachable } from '../infra/mongo';
import { messageKey, type MessageDoc } from './model';
import { insertMessages, listSent, readHead } from './store';

/** A message without its place. */
export type Draft = Omit<MessageDoc, '_id' | 'seq' | 'sentAt' | 'rev'>;

export interface Appended {
  doc: MessageDoc;
  /** The position had been taken by an earlier send of the same clientMsgId [L2]. */
  repeat: boolean;
}

interface Waiting {
  draft: Draft;
  since: number;
  /** Past this instant (ms) it must not enter the log any more. */
  notAfter: number;
  /** An insert of it was tried and its outcome is unknown: finding it stored is then a success, not a repeat. */
  tried: boolean;
  settle: (result: Appended) => void;
  fail: (error: unknown) => void;
}

/** A message whose time to enter the log was over before it was written: nothing of it is stored by this send. */
export class TooLateError extends Error {}

/** Told once per group commit, in log order, what is new. */
export type CommitListener = (paiId: string, docs: readonly MessageDoc[]) => void;

const BATCH = 500;
/** How long a send waits for a store that is away before it is told so. The client tries again with the same clientMsgId. */
const PATIENCE = 8 * SECOND;
const RETRY_MS = 150;
const IDLE = 10 * MINUTE;

/** The open end of one pai's log on this node: sends that arrive while a write is under way share the next one [L3]. */
class LogEnd {
  private queue: Waiting[] = [];
  /** What is on its way, by sender and clientMsgId: a phone that sends again meanwhile waits for the same write [L2]. */
  private readonly pending = new Map<string, Promise<Appended>>();
  private head: number | undefined;
  private writing = false;
  usedAt = nowMs();

  constructor(
    private readonly paiId: string,
    private readonly committed: CommitListener,
  ) {}

  get idle(): boolean {
    return !this.writing && this.queue.length === 0;
  }

  append(draft: Draft, notAfter: number): Promise<Appended> {
    this.usedAt = nowMs();
    const key = sendKey(draft);
    const first = this.pending.get(key);
    if (first) return first.then(({ doc }) => ({ doc, repeat: true }));
    const appended = this.enqueue(draft, notAfter).finally(() => this.pending.delete(key));
    this.pending.set(key, appended);
    return appended;
  }

  private enqueue(draft: Draft, notAfter: number): Promise<Appended> {
    return new Promise((settle, fail) => {
      this.queue.push({ draft, since: nowMs(), notAfter, tried: false, settle, fail });
      if (this.writing) return;
      this.writing = true;
      // What else this turn of the event loop brings goes into the same write.
      setImmediate(() => void this.drain());
    });
  }

  private async drain(): Promise<void> {
    while (this.queue.length > 0) {
      const batch = this.queue.splice(0, BATCH);
      try {
        await this.commit(batch);
      } catch (error) {
        this.head = undefined;
        for (const waiting of batch) waiting.fail(error);
      }
    }
    this.writing = false;
  }

  /** Writes a batch, giving way to other nodes at the fence and to a store that is away for a while. */
  private async commit(batch: Waiting[]): Promise<void> {
    let rest = batch;
    while (rest.length > 0) {
      try {
        rest = await this.write(rest);
      } catch (error) {
        this.head = undefined;
        if (!storeUnreachable(error)) throw error;
        const [late, patient] = partition(rest, (waiting) => nowMs() - waiting.since > PATIENCE);
        for (const waiting of late) waiting.fail(new AppError('service/unavailable', { cause: error }));
        rest = patient;
        if (rest.length > 0) await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }

  /** One insert; what is left to do comes back. */
  private async write(all: Waiting[]): Promise<Waiting[]> {
    this.head ??= await readHead(this.paiId);
    const head = this.head;
    const [late, rest] = partition(all, (waiting) => nowMs() > waiting.notAfter);
    for (const waiting of late) waiting.fail(new TooLateError('its time to enter the log is over'));
    if (rest.length === 0) return [];
    const sentAt = now();
    const docs = rest.map(({ draft }, i): MessageDoc => ({ ...draft, _id: messageKey(this.paiId, head + 1 + i), seq: head + 1 + i, sentAt, rev: 1 }));
    const { inserted, stopped } = await insertMessages(docs);
    this.accept(rest.slice(0, inserted), docs.slice(0, inserted));
    const left = rest.slice(inserted);
    if (!stopped) return left;
    if (stopped.by === 'error') {
      for (const waiting of left) waiting.tried = true;
      throw stopped.error;
    }
    if (stopped.by === 'position') {
      metrics.appendConflicts.inc();
      this.head = await readHead(this.paiId);
      return left;
    }
    return this.settleRepeats(left);
  }

  private accept(accepted: readonly Waiting[], docs: readonly MessageDoc[]): void {
    if (docs.length === 0) return;
    this.head = (docs[docs.length - 1] as MessageDoc).seq;
    metrics.appendBatch.observe(docs.length);
    this.committed(this.paiId, docs);
    accepted.forEach((waiting, i) => {
      metrics.appendSeconds.observe((nowMs() - waiting.since) / 1000);
      waiting.settle({ doc: docs[i] as MessageDoc, repeat: false });
    });
  }

  /** Answers all of a batch that is stored already, in one read; the first of it is. What is new comes back. */
  private async settleRepeats(left: Waiting[]): Promise<Waiting[]> {
    const stored = new Map((await listSent(this.paiId, left.map(({ draft }) => draft))).map((doc) => [sendKey(doc), doc]));
    const [repeats, fresh] = partition(left, ({ draft }) => stored.has(sendKey(draft)));
    const docOf = ({ draft }: Waiting): MessageDoc => stored.get(sendKey(draft)) as MessageDoc;
    // Stored by an attempt whose outcome was unknown: nobody has been told yet.
    const untold = repeats.filter(({ tried }) => tried).map(docOf);
    if (untold.length > 0) this.committed(this.paiId, untold.sort((one, other) => one.seq - other.seq));
    for (const waiting of repeats) waiting.settle({ doc: docOf(waiting), repeat: !waiting.tried });
    if (fresh[0] === left[0]) fresh.shift()?.fail(new AppError('service/unavailable'));
    return fresh;
  }
}

const sendKey = ({ senderId, clientMsgId }: Pick<Draft, 'senderId' | 'clientMsgId'>): string => `${senderId} ${clientMsgId}`;

function partition<T>(items: readonly T[], test: (item: T) => boolean): [T[], T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

const ends = new Map<string, LogEnd>();
let listener: CommitListener = () => undefined;

/** Sets who is told of commits. */
export function onCommit(committed: CommitListener): void {
  listener = committed;
}

/**
 * Appends to a pai's log. Resolves when the message is durable; sends of one node keep the order of their calls.
 * Rejects with `service/unavailable` when the store stays away: then it is not known whether the message is stored, and
 * the same clientMsgId can be sent again without harm. With TooLateError when its write would begin after `notAfter` (ms).
 */
export function append(draft: Draft, notAfter = Infinity): Promise<Appended> {
  let end = ends.get(draft.paiId);
  if (!end) {
    end = new LogEnd(draft.paiId, (paiId, docs) => {
      try {
        listener(paiId, docs);
      } catch (error) {
        log().error({ err: error }, 'a commit could not be announced');
      }
    });
    ends.set(draft.paiId, end);
  }
  return end.append(draft, notAfter);
}

/** Forgets log ends nobody has used for a while. */
export function trimLogEnds(): void {
  for (const [paiId, end] of ends) if (end.idle && end.usedAt < nowMs() - IDLE) ends.delete(paiId);
}

/** Forgets everything known of heads (a closed service). */
export const closeLog = (): void => ends.clear();
