import { createHash } from 'node:crypto';

/**
 * The address of a call, signed where there is a secret: `sig` is the MD5 of the path, the parameters by name as they
 * are before they are encoded, and the secret.
 */
export function addressOf(base: string, path: string, params: Readonly<Record<string, string>>, secret: string | undefined): string {
  const url = new URL(base);
  const full = `${url.pathname.replace(/\/+$/, '')}${path}`;
  const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
  const query = sorted.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  if (secret === undefined) return `${url.origin}${full}?${query}`;
  const raw = sorted.map(([key, value]) => `${key}=${value}`).join('&');
  const sig = createHash('md5').update(`${full}?${raw}${secret}`).digest('hex');
  return `${url.origin}${full}?${query}&sig=${sig}`;
}
