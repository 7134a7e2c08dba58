import type { Ack, ClientFrame } from '@shared/wire/event';
import type { Message, SendBody, WireFile } from '@shared/wire/message';
import { observable, type Observable } from '@/observable';
import type { LocalFile } from '@/platform/localFile';
import { ApiError, isPassing } from '@/transport/errors';

export interface Quote {
  seq: number;
  senderId: string;
  senderName: string;
  text: string;
}

/** A message of mine that the timeline does not show yet. */
export interface Unsent {
  clientMsgId: string;
  userId: string;
  paiId: string;
  /** Milliseconds since 1970, by this device's clock. */
  at: number;
  text: string;
  mentions?: string[];
  replyTo?: Quote;
  file?: LocalFile;
  /** The file once it is in the cloud. */
  fileId?: string;
  /** 0–100 while the file is on its way. */
  progress?: number;
  /** `failed`: refused, `why` says so; only the person can send it again. `sent`: acknowledged as `seq`, about to arrive. */
  state: 'sending' | 'failed' | 'sent';
  why?: string;
  seq?: number;
}

export interface OutboxNeeds {
  me(): string | undefined;
  now(): number;
  freshId(): string;
  /** False when no socket is open. */
  sendFrame(frame: ClientFrame): boolean;
  post(paiId: string, body: SendBody): Promise<{ message: Message }>;
  upload(file: LocalFile, progress: (percent: number) => void): Promise<WireFile>;
  keepFile(file: LocalFile): Promise<LocalFile>;
  dropFile(ref: string): void;
  load(): Unsent[];
  save(entry: Unsent): void;
  drop(clientMsgId: string): void;
  /** An acknowledged message should arrive; the timeline sees to it. True when there is nothing to wait for. */
  expect(paiId: string, seq: number): boolean;
  arrived(messages: readonly Message[]): void;
  sentence(error: unknown): string;
}

export interface Outbox {
  entries: Observable<readonly Unsent[]>;
  send(message: Pick<Unsent, 'paiId' | 'text' | 'mentions' | 'replyTo' | 'file'>): void;
  resend(clientMsgId: string): void;
  discard(clientMsgId: string): void;
  /** Tries everything that waits: the line is open again, or some time has passed. */
  pump(): void;
  /** The line is gone, and with it the acks that were to come on it. */
  cut(): void;
  acks(acks: readonly Ack[]): void;
  hearArrivals(messages: readonly Message[]): void;
  /** Takes up what an earlier visit left behind. */
  restore(): void;
  forget(): void;
}

const ACK_MS = 10_000;
const RETRY_MS = [2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * What this person has sent and the cloud has not acknowledged [L2]: kept across restarts, retried with the same
 * clientMsgId until it is acknowledged or refused, one after the other within a pai. Files travel side by side.
 */
export function createOutbox(needs: OutboxNeeds): Outbox {
  const entries = observable<readonly Unsent[]>([]);
  const busy = new Set<string>();
  const waitingAcks = new Map<string, (ack: Ack | undefined) => void>();
  let round = 0;
  let retry: ReturnType<typeof setTimeout> | undefined;

  const find = (id: string): Unsent | undefined => entries.get().find((entry) => entry.clientMsgId === id);
  const isMine = (entry: Unsent): boolean => entry.userId === needs.me();

  function change(id: string, change: Partial<Unsent>, keep = true): void {
    entries.set((now) => now.map((entry) => (entry.clientMsgId === id ? { ...entry, ...change } : entry)));
    const entry = find(id);
    if (entry && keep) needs.save(entry);
  }

  function remove(id: string): void {
    const entry = find(id);
    if (!entry) return;
    entries.set((now) => now.filter((other) => other.clientMsgId !== id));
    needs.drop(id);
    if (entry.file) needs.dropFile(entry.file.ref);
  }

  function pump(): void {
    const lanes = new Set<string>();
    for (const entry of entries.get()) {
      if (entry.state !== 'sending' || !isMine(entry)) continue;
      if (entry.file && entry.fileId === undefined) {
        void once(entry.clientMsgId, () => uploadFile(entry, entry.file as LocalFile));
        continue;
      }
      if (lanes.has(entry.paiId)) continue;
      lanes.add(entry.paiId);
      void once(entry.clientMsgId, () => deliver(entry));
    }
  }

  /* One attempt at a time for each message; what follows it in its pai comes next. */
  async function once(id: string, attempt: () => Promise<void>): Promise<void> {
    if (busy.has(id)) return;
    busy.add(id);
    try {
      await attempt();
      round = 0;
      busy.delete(id);
      pump();
    } catch (error) {
      busy.delete(id);
      fault(id, error);
    }
  }

  function fault(id: string, error: unknown): void {
    if (isPassing(error)) return retryLater();
    /* Signed out is not the message's fault: it waits for its writer to come back. */
    if (error instanceof ApiError && error.status === 401) return;
    change(id, { state: 'failed', why: needs.sentence(error) });
    pump();
  }

  function retryLater(): void {
    if (retry !== undefined) return;
    const ms = RETRY_MS[Math.min(round, RETRY_MS.length - 1)];
    round += 1;
    retry = setTimeout(() => {
      retry = undefined;
      pump();
    }, ms);
  }

  async function uploadFile(entry: Unsent, file: LocalFile): Promise<void> {
    const id = entry.clientMsgId;
    const stored = await needs.upload(file, (percent) => change(id, { progress: percent }, false));
    change(id, { fileId: stored.id, progress: undefined });
  }

  async function deliver(entry: Unsent): Promise<void> {
    const { clientMsgId, paiId, text, mentions, replyTo, fileId } = entry;
    const body: SendBody = {
      clientMsgId,
      text,
      ...(mentions === undefined ? {} : { mentions }),
      ...(replyTo === undefined ? {} : { replyTo: replyTo.seq }),
      ...(fileId === undefined ? {} : { fileId }),
    };
    if (needs.sendFrame({ type: 'send', paiId, ...body })) return takeAck(entry, await ackOf(clientMsgId));
    const { message } = await needs.post(paiId, body);
    needs.arrived([message]);
    acknowledged(entry, message.seq);
  }

  function ackOf(id: string): Promise<Ack | undefined> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(undefined), ACK_MS);
      const settle = (ack: Ack | undefined): void => {
        clearTimeout(timer);
        waitingAcks.delete(id);
        resolve(ack);
      };
      waitingAcks.set(id, settle);
    });
  }

  function takeAck(entry: Unsent, ack: Ack | undefined): void {
    if (ack?.seq !== undefined) return acknowledged(entry, ack.seq);
    if (!find(entry.clientMsgId)) return;
    if (!ack?.error) throw new ApiError('client/timeout', '');
    const { code, message } = ack.error;
    /* The socket does not carry the HTTP status: 503 and 429 are the ones that pass. */
    const passing = code === 'service/unavailable' || code === 'service/internal' || code === 'request/too-many';
    throw new ApiError(code as ApiError['code'], message, undefined, passing ? 503 : code.startsWith('auth/') ? 401 : 400);
  }

  function acknowledged(entry: Unsent, seq: number): void {
    if (!find(entry.clientMsgId)) return;
    if (needs.expect(entry.paiId, seq)) return remove(entry.clientMsgId);
    change(entry.clientMsgId, { state: 'sent', seq });
  }

  return {
    entries,
    send: (message) => {
      const userId = needs.me();
      if (userId === undefined) return;
      const entry: Unsent = { ...message, clientMsgId: needs.freshId(), userId, at: needs.now(), state: 'sending' };
      entries.set((now) => [...now, entry]);
      needs.save(entry);
      if (!entry.file) return pump();
      void needs.keepFile(entry.file).then((file) => {
        change(entry.clientMsgId, { file });
        pump();
      });
    },
    resend: (id) => {
      if (find(id)?.state !== 'failed') return;
      change(id, { state: 'sending', why: undefined });
      pump();
    },
    discard: (id) => {
      waitingAcks.get(id)?.(undefined);
      remove(id);
    },
    pump,
    cut: () => Array.from(waitingAcks.values()).forEach((settle) => settle(undefined)),
    acks: (acks) => acks.forEach((ack) => waitingAcks.get(ack.clientMsgId)?.(ack)),
    hearArrivals: (messages) => {
      const me = needs.me();
      messages.forEach((message) => {
        if (message.sender.id !== me || !find(message.clientMsgId)) return;
        waitingAcks.get(message.clientMsgId)?.({ clientMsgId: message.clientMsgId, paiId: message.paiId, seq: message.seq });
        remove(message.clientMsgId);
      });
    },
    restore: () => {
      const known = new Set(entries.get().map((entry) => entry.clientMsgId));
      const kept = needs.load().filter((entry) => isMine(entry) && !known.has(entry.clientMsgId));
      /* `sent` ones are sent again: the answer is the same seq, and the timeline may not have it yet. */
      const again = kept.map((entry): Unsent => (entry.state === 'sent' ? { ...entry, state: 'sending' } : entry));
      entries.set((now) => [...again, ...now].sort((a, b) => a.at - b.at));
      pump();
    },
    forget: () => {
      if (retry !== undefined) clearTimeout(retry);
      retry = undefined;
      Array.from(waitingAcks.values()).forEach((settle) => settle(undefined));
      busy.clear();
      entries.set([]);
    },
  };
}
