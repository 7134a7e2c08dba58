/** Why another service gave no usable answer. The message holds no address: that may carry a key. */
export class NoAnswer extends Error {}

export interface FetchBounds {
  timeoutMs: number;
  /** An answer longer than this is dropped unread. */
  maxBytes: number;
  fetch?: typeof globalThis.fetch;
}

type FetchResponse = Awaited<ReturnType<typeof globalThis.fetch>>;

async function readBytes(response: FetchResponse, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new RangeError('answer too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function lostReason(error: unknown, timeoutMs: number): string {
  if (!(error instanceof Error)) return 'connection failed';
  if (error.name === 'TimeoutError') return `no answer within ${timeoutMs} ms`;
  if (error instanceof RangeError) return error.message;
  const code = (error.cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? `connection failed (${code})` : 'connection failed';
}

/**
 * What a service the operator has named answers: time limit, size limit, no redirects (they would carry a key elsewhere
 * or lead into the own network). Throws NoAnswer where no whole answer comes; its status is the caller's to judge.
 */
export async function fetchBytes(address: string, init: { method?: string; body?: string; headers?: Record<string, string> }, { timeoutMs, maxBytes, fetch = globalThis.fetch }: FetchBounds): Promise<{ status: number; bytes: Buffer }> {
  try {
    const response = await fetch(address, { ...init, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, bytes: await readBytes(response, maxBytes) };
  } catch (error) {
    throw new NoAnswer(lostReason(error, timeoutMs));
  }
}
