import { withText, type TextEntry } from './png';
import type { Surface } from './surface';

export type { Surface };
export const CANVAS_ID = 'share-canvas';
const LOAD_MS = 4_000;

function load(url: string): Promise<CanvasImageSource | undefined> {
  return new Promise((resolve) => {
    const image = new Image();
    const timer = setTimeout(() => resolve(undefined), LOAD_MS);
    const done = (loaded?: CanvasImageSource): void => {
      clearTimeout(timer);
      resolve(loaded);
    };
    /* A picture from elsewhere that does not allow it would make the canvas unreadable. */
    image.crossOrigin = 'anonymous';
    image.onload = () => done(image);
    image.onerror = () => done();
    image.src = url;
  });
}

export function openSurface(width: number, height: number): Promise<Surface> {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const ctx = canvas.getContext('2d');
  if (!ctx) return Promise.reject(new Error('no 2d canvas here'));
  const blob = (): Promise<Blob> => new Promise((resolve, reject) => canvas.toBlob((made) => (made ? resolve(made) : reject(new Error('the picture came out empty'))), 'image/png'));
  const file = async (entry?: TextEntry): Promise<string> => {
    const made = await blob();
    const parts = entry ? [withText(new Uint8Array(await made.arrayBuffer()), entry)] : [made];
    return URL.createObjectURL(new Blob(parts, { type: 'image/png' }));
  };
  return Promise.resolve({ ctx, image: load, file });
}
