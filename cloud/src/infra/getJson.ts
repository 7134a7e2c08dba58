/** Why another service gave no usable answer. The message holds no address: that may carry a key. */
export class NoAnswer extends Error {}

interface Wanted {
  headers?: Record<string, string>;
  timeoutMs: number;
  /** An answer longer than this is dropped unread. */
  maxBytes: number;
}

type Body = AsyncIterable<Uint8Array> | null;

async function read(body: Body, maxBytes: number): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > maxBytes) throw new NoAnswer('answer too large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * JSON from a service the operator has named: time limit, size limit, no redirects (they would carry the key elsewhere
 * or lead into the own network). Every failure is a NoAnswer.
 */
export async function getJson(address: string, { headers = {}, timeoutMs, maxBytes }: Wanted): Promise<unknown> {
  try {
    const response = await fetch(address, { headers, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    const text = await read(response.body as Body, maxBytes);
    if (!response.ok) throw new NoAnswer(`HTTP status ${response.status}`);
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof NoAnswer) throw error;
    const { name, cause } = error as { name?: string; cause?: { code?: string } };
    throw new NoAnswer(name === 'TimeoutError' ? `no answer within ${timeoutMs} ms` : (cause?.code ?? 'no JSON'));
  }
}
