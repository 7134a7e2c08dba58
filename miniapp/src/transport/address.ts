import { isH5 } from '@/platform/env';

const base = API_BASE.replace(/\/+$/, '');

export const apiUrl = (path: string): string => `${base}/api${path}`;

export function socketUrl(): string {
  if (base !== '') return base.replace(/^http/, 'ws') + '/ws';
  const { protocol, host } = window.location;
  return `${protocol === 'https:' ? 'wss' : 'ws'}://${host}/ws`;
}

/** The full address of a file the cloud named: a mini-program cannot load a bare path. */
export function fileUrl(url: string): string {
  return url.startsWith('/') && !(isH5 && base === '') ? base + url : url;
}
