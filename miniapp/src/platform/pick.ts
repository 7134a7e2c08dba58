import Taro from '@tarojs/taro';
import { LIMITS } from '@shared/domain/limits';
import type { LocalFile } from './localFile';

const nameOf = (path: string, fallback: string): string => path.split('/').pop() || fallback;

function imageSize(path: string): Promise<{ width?: number; height?: number }> {
  return Taro.getImageInfo({ src: path }).then(
    ({ width, height }) => ({ width, height }),
    () => ({}),
  );
}

type Chosen = Pick<Taro.chooseMedia.ChooseMedia, 'tempFilePath' | 'size'>;

/* Compressing loses what the camera wrote, so only what would be refused is. */
const fitted = (file: Chosen): Promise<Chosen> =>
  file.size <= LIMITS.fileBytes
    ? Promise.resolve(file)
    : Taro.compressImage({ src: file.tempFilePath, quality: 80 }).then(
        ({ tempFilePath }) => ({ tempFilePath, size: 0 }),
        () => file,
      );

/**
 * Lets the person choose pictures, or take one. An empty list when they think better of it. `original`: as they were taken,
 * with the time in them; WeChat's own smaller ones have none.
 */
export async function pickImages(from: 'album' | 'camera', atMost = 9, size: 'compressed' | 'original' = 'compressed'): Promise<LocalFile[]> {
  const chosen = await Taro.chooseMedia({ count: from === 'camera' ? 1 : atMost, mediaType: ['image'], sourceType: [from], sizeType: [size] }).catch(() => undefined);
  if (!chosen) return [];
  const files = await Promise.all(chosen.tempFiles.map(fitted));
  return Promise.all(
    files.map(async (file): Promise<LocalFile> => ({
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
