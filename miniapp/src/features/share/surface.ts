import Taro from '@tarojs/taro';
import { withText, type TextEntry } from './png';

/** Something to draw on, and the picture that comes of it. */
export interface Surface {
  ctx: CanvasRenderingContext2D;
  /** Loads a picture to be drawn; undefined when it cannot be had. */
  image(url: string): Promise<CanvasImageSource | undefined>;
  /** The picture as something a share, a download or the album takes, with an entry in its metadata if one is given. Throws when the platform refuses. */
  file(entry?: TextEntry): Promise<string>;
}

/** Id of the canvas a page must carry for drawing in a mini-program (ShareCanvas). */
export const CANVAS_ID = 'share-canvas';
const LOAD_MS = 4_000;

function findCanvas(): Promise<Taro.Canvas> {
  return new Promise((resolve, reject) => {
    Taro.createSelectorQuery()
      .select(`#${CANVAS_ID}`)
      .node((found) => (found?.node ? resolve(found.node as Taro.Canvas) : reject(new Error('no canvas on this page'))))
      .exec();
  });
}

function load(canvas: Taro.Canvas, url: string): Promise<CanvasImageSource | undefined> {
  return new Promise((resolve) => {
    const image = canvas.createImage();
    const timer = setTimeout(() => resolve(undefined), LOAD_MS);
    const done = (loaded?: CanvasImageSource): void => {
      clearTimeout(timer);
      resolve(loaded);
    };
    image.onload = () => done(image as unknown as CanvasImageSource);
    image.onerror = () => done();
    image.src = url;
  });
}

/** Writes the picture once more, with an entry in its metadata. */
function rewrite(file: string, entry: TextEntry): Promise<string> {
  const files = Taro.getFileSystemManager();
  const out = `${Taro.env.USER_DATA_PATH ?? ''}/labelled.png`;
  return new Promise((resolve, reject) => {
    files.readFile({
      filePath: file,
      success: ({ data }) => files.writeFile({ filePath: out, data: withText(new Uint8Array(data as ArrayBuffer), entry).buffer as ArrayBuffer, success: () => resolve(out), fail: reject }),
      fail: reject,
    });
  });
}

/** A surface of the given size, in px of the picture. */
export async function openSurface(width: number, height: number): Promise<Surface> {
  const canvas = await findCanvas();
  canvas.width = width;
  canvas.height = height;
  return {
    ctx: canvas.getContext('2d') as unknown as CanvasRenderingContext2D,
    image: (url) => load(canvas, url),
    file: async (entry) => {
      const { tempFilePath } = await Taro.canvasToTempFilePath({ canvas, destWidth: width, destHeight: height, fileType: 'png' });
      return entry ? rewrite(tempFilePath, entry) : tempFilePath;
    },
  };
}
