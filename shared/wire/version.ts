/* Plain constants both sides run; nothing here may import zod, so that the mini-program can use it. */

/** [R5] Version of the socket protocol. A client of another version is told to update (close reason `too-old`). */
export const PROTOCOL_VERSION = 1;

/** [R5] Why the server closed a socket. The close code is 4000 + the place in this list; `bye` before it says when to come back. */
export const CLOSE_REASONS = ['try-again', 'too-old', 'bad-frame', 'token-invalid', 'signed-out', 'too-many', 'idle', 'restarting'] as const;
export type CloseReason = (typeof CLOSE_REASONS)[number];

export const closeCode = (reason: CloseReason): number => 4000 + CLOSE_REASONS.indexOf(reason);
export const closeReason = (code: number): CloseReason | undefined => CLOSE_REASONS[code - 4000];
