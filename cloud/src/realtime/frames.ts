import type { RawData } from 'ws';
import { ClientFrame } from '@shared/wire/event';
import { PROTOCOL_VERSION } from '@shared/wire/version';
import type { z } from 'zod';
import { config } from '../config';
import { MINUTE } from '../infra/clock';

export type Frame = z.output<typeof ClientFrame>;
export type FrameOf<T extends Frame['type']> = Extract<Frame, { type: T }>;

/** A longer frame is refused with a reason; ws itself cuts off one it would not even want to hold. */
const MAX_FRAME_BYTES = 256 * 1024;
export const MAX_PAYLOAD_BYTES = 1024 * 1024;

/** What a socket may say: a burst, and then so much a second. A phone that resends a long outbox stays far below. */
const BURST = 600;
const PER_SECOND = 60;
/** When one that said too much may come back. */
export const FLOOD_RETRY = MINUTE;

function decode(data: RawData, isBinary: boolean): unknown {
  const text = data as Buffer;
  if (isBinary || text.length > MAX_FRAME_BYTES) return undefined;
  try {
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}

/** A client's frame; undefined when it is none. */
export function parse(data: RawData, isBinary: boolean): Frame | undefined {
  const parsed = ClientFrame.safeParse(decode(data, isBinary));
  return parsed.success ? parsed.data : undefined;
}

/** The first frame of a socket: a hello, or why there will be none. Another version may say hello with other fields [R5]. */
export function parseHello(data: RawData, isBinary: boolean): FrameOf<'hello'> | 'too-old' | 'bad-frame' {
  const first = decode(data, isBinary) as { type?: unknown; v?: unknown } | null | undefined;
  if (first?.type === 'hello' && Number.isInteger(first.v) && first.v !== PROTOCOL_VERSION) return 'too-old';
  const hello = ClientFrame.safeParse(first);
  return hello.success && hello.data.type === 'hello' ? hello.data : 'bad-frame';
}

/** Counts the frames of one socket. */
export class FrameBudget {
  private left = BURST;

  constructor(private at: number) {}

  /** Takes one; false: a flood. */
  take(now: number): boolean {
    this.left = Math.min(BURST, this.left + ((now - this.at) * PER_SECOND) / 1000);
    this.at = now;
    this.left -= 1;
    return this.left >= 0 || !config().RATE_LIMIT;
  }
}
