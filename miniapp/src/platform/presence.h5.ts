/* Whether this page is in front, and whether the device has a network. */

export const isVisible = (): boolean => document.visibilityState === 'visible';

function onVisibility(wanted: DocumentVisibilityState, heard: () => void): () => void {
  const changed = (): void => {
    if (document.visibilityState === wanted) heard();
  };
  document.addEventListener('visibilitychange', changed);
  return () => document.removeEventListener('visibilitychange', changed);
}

export const onVisible = (shown: () => void): (() => void) => onVisibility('visible', shown);
export const onHidden = (hidden: () => void): (() => void) => onVisibility('hidden', hidden);

export function onNetwork(changed: (online: boolean) => void): () => void {
  const online = (): void => changed(true);
  const offline = (): void => changed(false);
  window.addEventListener('online', online);
  window.addEventListener('offline', offline);
  return () => {
    window.removeEventListener('online', online);
    window.removeEventListener('offline', offline);
  };
}

export function onLeaving(leaving: () => void): () => void {
  window.addEventListener('pagehide', leaving);
  return () => window.removeEventListener('pagehide', leaving);
}
