import { t } from '@/i18n';
import { isH5 } from '@/platform/env';
import * as api from '@/transport/api';
import { toast } from '@/ui/toast';

/* On H5 each page is a file of its own, fetched when it is first opened. */

interface Route {
  load?: () => unknown;
}

/** Taro keeps the list of pages here. */
const routes = (): readonly Route[] => (window as unknown as { __taroAppConfig?: { routes?: Route[] } }).__taroAppConfig?.routes ?? [];

const AFTER_MS = 3_000;
const RELOADED = 'pai.reloadedAt';
const RELOAD_PAUSE_MS = 60_000;

async function fetchAll(): Promise<void> {
  for (const route of routes()) {
    const loading = route.load?.();
    await (Array.isArray(loading) ? loading[0] : loading);
  }
}

/* A server that answers but has not this file has a newer client. */
async function pageMissing(): Promise<void> {
  const last = Number(window.sessionStorage.getItem(RELOADED) ?? 0);
  const answers = await api.getClient().then(
    () => true,
    () => false,
  );
  if (answers && Date.now() - last > RELOAD_PAUSE_MS) {
    window.sessionStorage.setItem(RELOADED, String(Date.now()));
    window.location.reload();
    return;
  }
  toast(t('common.pageMissing'));
  window.history.back();
}

/** Fetches the other pages once the first one is there, so that they open at once and without a network; says so when one cannot be had. */
export function fetchPagesAhead(): void {
  if (!isH5) return;
  window.addEventListener('unhandledrejection', (event) => {
    const fault = event.reason as { name?: string; code?: string } | null;
    if (fault?.name !== 'ChunkLoadError' && fault?.code !== 'CSS_CHUNK_LOAD_FAILED') return;
    event.preventDefault();
    void pageMissing();
  });
  setTimeout(() => void fetchAll().catch(() => undefined), AFTER_MS);
}
