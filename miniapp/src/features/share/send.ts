import Taro from '@tarojs/taro';
import { t } from '@/i18n';
import { isH5, isWeapp } from '@/platform/env';
import { copyText, saveFile } from '@/platform/device';
import { toast } from '@/ui/toast';

/** Copies and says so. */
export async function copy(text: string): Promise<void> {
  toast((await copyText(text)) ? t('common.copied') : t('common.copyFailed'));
}

/** Whether the browser has a share panel of its own. */
export const canShare = (): boolean => isH5 && typeof navigator.share === 'function';

/** Opens the browser's share panel; without one, or when it fails, the address is copied. */
export async function shareLink(title: string, url: string): Promise<void> {
  if (!canShare()) return copy(url);
  try {
    await navigator.share({ title, text: title, url });
  } catch (fault) {
    if ((fault as { name?: string } | null)?.name !== 'AbortError') await copy(url);
  }
}

/** Puts a drawn picture into the album, or among the downloads. */
export async function savePicture(file: string, name: string): Promise<void> {
  if (!isWeapp) {
    toast((await saveFile(file, name)) ? t('invite.posterSaved') : t('invite.posterFailed'));
    return;
  }
  try {
    await Taro.saveImageToPhotosAlbum({ filePath: file });
    toast(t('invite.posterSaved'));
  } catch (fault) {
    const said = String((fault as { errMsg?: string } | null)?.errMsg ?? '');
    if (/cancel/.test(said)) return;
    toast(/auth|deny|permission/i.test(said) ? t('invite.posterDenied') : t('invite.posterFailed'));
  }
}
