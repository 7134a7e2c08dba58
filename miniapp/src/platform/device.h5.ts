/* What a browser offers of the device. */

export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

/* Pages that are not served over https have no clipboard. */
function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.style.cssText = 'position:fixed;top:0;left:-9999px';
  document.body.appendChild(area);
  area.select();
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
  }
}

export function buzz(): void {
  navigator.vibrate?.(15);
}

export function openLink(url: string): Promise<'opened' | 'copied' | 'failed'> {
  window.open(url, '_blank', 'noopener,noreferrer');
  return Promise.resolve('opened');
}

/** Pictures over the whole page: tap or Escape closes, the arrows turn. */
export function previewImages(urls: readonly string[], current: string): void {
  let at = Math.max(0, urls.indexOf(current));
  const cover = document.createElement('div');
  cover.setAttribute('role', 'dialog');
  cover.setAttribute('aria-modal', 'true');
  cover.tabIndex = -1;
  cover.style.cssText = 'position:fixed;inset:0;z-index:1050;background:#111;display:flex;align-items:center;justify-content:center;outline:0';
  const picture = document.createElement('img');
  picture.alt = '';
  picture.style.cssText = 'max-width:100%;max-height:100%;object-fit:contain';
  const turn = (by: number): void => {
    at = (at + by + urls.length) % urls.length;
    picture.src = urls[at] ?? current;
  };
  const before = document.activeElement;
  const close = (): void => {
    cover.remove();
    window.removeEventListener('hashchange', close);
    if (before instanceof HTMLElement) before.focus();
  };
  cover.onclick = close;
  cover.onkeydown = ({ key }) => {
    if (key === 'Escape' || key === 'Enter') close();
    if (key === 'ArrowRight') turn(1);
    if (key === 'ArrowLeft') turn(-1);
  };
  window.addEventListener('hashchange', close);
  turn(0);
  cover.appendChild(picture);
  document.body.appendChild(cover);
  cover.focus();
}

export function saveFile(url: string, name: string): Promise<boolean> {
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = name;
  anchor.rel = 'noopener';
  document.body.appendChild(anchor);
  anchor.click();
  anchor.remove();
  return Promise.resolve(true);
}

export const barSpace = (): { top: number; right: number } => ({ top: 0, right: 0 });
