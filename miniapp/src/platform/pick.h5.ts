import { holdBlob, type LocalFile } from './localFile.h5';

function ask(accept: string, multiple: boolean, capture: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    if (capture) input.setAttribute('capture', 'environment');
    input.style.display = 'none';
    const done = (files: File[]): void => {
      input.remove();
      resolve(files);
    };
    input.onchange = () => done(Array.from(input.files ?? []));
    input.addEventListener('cancel', () => done([]));
    /* Safari opens the chooser only for an input that is in the page. */
    document.body.appendChild(input);
    input.click();
  });
}

function imageSize(blob: Blob): Promise<{ width?: number; height?: number }> {
  return new Promise((resolve) => {
    const url = URL.createObjectURL(blob);
    const image = new Image();
    const done = (size: { width?: number; height?: number }): void => {
      URL.revokeObjectURL(url);
      resolve(size);
    };
    image.onload = () => done({ width: image.naturalWidth, height: image.naturalHeight });
    image.onerror = () => done({});
    image.src = url;
  });
}

/** A browser's file as one to send: a picture where it is one. */
export async function localOf(file: File): Promise<LocalFile> {
  if (!file.type.startsWith('image/') && !/\.hei[cf]$/i.test(file.name)) return holdBlob(file, { kind: 'file', name: file.name });
  return holdBlob(file, { kind: 'image', name: file.name || 'picture', ...(await imageSize(file)) });
}

export async function pickImages(from: 'album' | 'camera', atMost = 9): Promise<LocalFile[]> {
  const files = await ask('image/*,.heic,.heif', from === 'album' && atMost > 1, from === 'camera');
  return Promise.all(files.slice(0, atMost).map(localOf));
}

export async function pickFile(): Promise<LocalFile | undefined> {
  const [file] = await ask('', false, false);
  return file && holdBlob(file, { kind: 'file', name: file.name });
}
