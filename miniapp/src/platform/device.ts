import Taro from '@tarojs/taro';

/** Puts text where it can be pasted; false when the device refused. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await Taro.setClipboardData({ data: text });
    /* WeChat says so itself, and would cover our own words. */
    Taro.hideToast();
    return true;
  } catch {
    return false;
  }
}

export function buzz(): void {
  void Taro.vibrateShort({ type: 'light' }).catch(() => undefined);
}

/** A mini-program cannot open the web: the address is copied instead. */
export async function openLink(url: string): Promise<'opened' | 'copied' | 'failed'> {
  return (await copyText(url)) ? 'copied' : 'failed';
}

export function previewImages(urls: readonly string[], current: string): void {
  void Taro.previewImage({ urls: [...urls], current }).catch(() => undefined);
}

const OFFICE = ['doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'pdf'];

/** Fetches a file and opens it where the platform can; false when it could not. */
export async function saveFile(url: string, name: string): Promise<boolean> {
  try {
    const { tempFilePath, statusCode } = await Taro.downloadFile({ url });
    if (statusCode !== 200) return false;
    const ending = name.split('.').pop()?.toLowerCase() ?? '';
    if (OFFICE.includes(ending)) await Taro.openDocument({ filePath: tempFilePath, fileType: ending as 'pdf', showMenu: true });
    else await Taro.shareFileMessage({ filePath: tempFilePath, fileName: name });
    return true;
  } catch {
    return false;
  }
}

/** The status bar and the place of WeChat's capsule, in px. */
export function barSpace(): { top: number; right: number } {
  try {
    const capsule = Taro.getMenuButtonBoundingClientRect();
    const { statusBarHeight = 20, windowWidth } = Taro.getWindowInfo();
    return { top: statusBarHeight, right: Math.max(0, windowWidth - capsule.left + 8) };
  } catch {
    return { top: 20, right: 98 };
  }
}
