import { fileUrl } from '../infra/files';
import { wechat } from '../infra/wechat';
import { publicUrl } from '../config';

interface Medium {
  _id: string;
  kind: 'image' | 'voice' | 'file';
  size: number;
}

const WECHAT_BYTES = 10 * 1024 * 1024;

/** Whether WeChat can be asked about a file of somebody. */
export const isCheckable = ({ kind, size }: Medium, openid: string | undefined): boolean => wechat() !== null && openid !== undefined && kind !== 'file' && size <= WECHAT_BYTES;

/** Asks WeChat about a picture or a voice; the id its verdict will carry. Throws WechatError. */
export async function askAboutMedium({ _id, kind }: Medium, openid: string): Promise<string | undefined> {
  const asked = await wechat()?.mediaCheckAsync({ url: publicUrl() + fileUrl(_id), kind: kind === 'voice' ? 'audio' : 'image', openid, scene: 'social' });
  return asked?.traceId;
}
