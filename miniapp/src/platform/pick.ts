import Taro from '@tarojs/taro';
import type { LocalFile } from './localFile';

const nameOf = (path: string, fallback: string): string => path.split('/').pop() || fallback;

function imageSize(path: string): Promise<{ width?: number; height?: number }> {
  return Taro.getImageInfo({ src: path }).then(
    ({ width, height }) => ({ width, height }),
    () => ({}),
  );
}

/** Lets the person choose pictures, or take one. An empty list when they think better of it. */
export async function pickImages(from: 'album' | 'camera', atMost = 9): Promise<LocalFile[]> {
  const chosen = await Taro.chooseMedia({ count: from === 'camera' ? 1 : atMost, mediaType: ['image'], sourceType: [from], sizeType: ['compressed'] }).catch(() => undefined);
  if (!chosen) return [];
  return Promise.all(
    chosen.tempFiles.map(async (file): Promise<LocalFile> => ({
      ref: file.tempFilePath,
      kind: 'image',
      name: nameOf(file.tempFilePath, 'picture.jpg'),
      size: file.size,
      ...(await imageSize(file.tempFilePath)),
    })),
  );
}

/** Lets the person choose a file from their chats. */
export async function pickFile(): Promise<LocalFile | undefined> {
  const chosen = await Taro.chooseMessageFile({ count: 1, type: 'file' }).catch(() => undefined);
  const file = chosen?.tempFiles[0];
  return file && { ref: file.path, kind: 'file', name: file.name, size: file.size };
}
