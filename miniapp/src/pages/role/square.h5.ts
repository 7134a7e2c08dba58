import { holdBlob, localUrl, type LocalFile } from '@/platform/localFile.h5';

const SIDE = 640;

function open(url: string): Promise<HTMLImageElement | undefined> {
  return new Promise((resolve) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => resolve(undefined);
    image.src = url;
  });
}

function cut(image: HTMLImageElement): Promise<Blob | null> {
  const from = Math.min(image.naturalWidth, image.naturalHeight);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = Math.min(from, SIDE);
  const pen = canvas.getContext('2d');
  if (!pen) return Promise.resolve(null);
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(image, (image.naturalWidth - from) / 2, (image.naturalHeight - from) / 2, from, from, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
}

/** The middle of a picture as a square. What this browser cannot open stays as it is: the cloud opens more, or says why not. */
export async function square(file: LocalFile): Promise<LocalFile | undefined> {
  const image = await open((await localUrl(file.ref)) ?? '');
  const blob = image && (await cut(image));
  return blob ? holdBlob(blob, { kind: 'image', name: file.name }) : file;
}
