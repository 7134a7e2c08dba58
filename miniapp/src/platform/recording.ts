import type { LocalFile } from './localFile';

/** Why nothing is recorded: the person or the device does not let us, or there is no microphone to use here. */
export class RecorderFault extends Error {
  constructor(readonly kind: 'denied' | 'unsupported') {
    super(kind);
  }
}

export interface Recording {
  /** Ends it; undefined when nothing came out. */
  finish(): Promise<LocalFile | undefined>;
  cancel(): void;
}
