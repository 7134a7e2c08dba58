import type { ServerFrame } from '@shared/wire/event';

const KEPT = 16;

/**
 * Parses frames, a shared one only once [R4]: a thousand sockets in one process get the same bytes. What is parsed is
 * shared too, so that a client's log of what it showed is a list of references.
 */
export class FrameReader {
  private readonly recent: { bytes: Buffer; frame: ServerFrame }[] = [];
  private next = 0;

  read(bytes: Buffer): ServerFrame {
    const known = this.recent.find((one) => one.bytes.length === bytes.length && one.bytes.equals(bytes));
    if (known) return known.frame;
    const frame = JSON.parse(bytes.toString()) as ServerFrame;
    if (frame.type === 'events') {
      // A copy: ws hands out slices of buffers it reads into.
      this.recent[this.next] = { bytes: Buffer.from(bytes), frame };
      this.next = (this.next + 1) % KEPT;
    }
    return frame;
  }
}
