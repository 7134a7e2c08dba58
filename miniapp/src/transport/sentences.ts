import { prefs } from '@/features/settings/prefs';

const SENTENCES = {
  offline: { zh: '网络不通，连上再试', en: 'No connection. Try again once you are online' },
  timeout: { zh: '等太久了，再试一次', en: 'That took too long. Try again' },
  'bad-reply': { zh: '服务没答上来，再试一次', en: 'The service did not answer properly. Try again' },
  'file-gone': { zh: '这个文件在手机里找不到了', en: 'This file is no longer on the device' },
  'signed-out': { zh: '请先登录', en: 'Please sign in' },
} as const;

/** What to tell the reader when the cloud itself could not say it. */
export const faultSentence = (fault: keyof typeof SENTENCES): string => SENTENCES[fault][prefs.get().locale];
