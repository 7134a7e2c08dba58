/* Keyboards smaller than this are the browser's own bars coming and going. */
const LEAST_PX = 80;

export function onKeyboard(changed: (height: number) => void): () => void {
  const view = window.visualViewport;
  if (!view) return () => undefined;
  let last = 0;
  const heard = (): void => {
    const covered = Math.round(window.innerHeight - view.height);
    const height = covered >= LEAST_PX && view.scale <= 1.01 ? covered : 0;
    /* iOS scrolls the page to show the caret; the room lays itself out instead. */
    if (height > 0) window.scrollTo(0, 0);
    if (height === last) return;
    last = height;
    changed(height);
  };
  view.addEventListener('resize', heard);
  return () => view.removeEventListener('resize', heard);
}
