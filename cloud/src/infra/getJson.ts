import { NoAnswer, fetchBytes, type FetchBounds } from './fetchBytes';

/** JSON from a service the operator has named, within bounds. Every failure is a NoAnswer. */
export async function getJson(address: string, { headers = {}, ...bounds }: FetchBounds & { headers?: Record<string, string> }): Promise<unknown> {
  const { status, bytes } = await fetchBytes(address, { headers }, bounds);
  if (status < 200 || status > 299) throw new NoAnswer(`HTTP status ${status}`);
  try {
    return JSON.parse(bytes.toString('utf8')) as unknown;
  } catch {
    throw new NoAnswer('no JSON');
  }
}
