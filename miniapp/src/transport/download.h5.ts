import { prefs } from '@/features/settings/prefs';
import { saveFile } from '@/platform/device';
import { apiUrl } from './address';
import { freshToken } from './http';

export async function download(path: string, name: string): Promise<boolean> {
  try {
    const token = await freshToken();
    const reply = await fetch(apiUrl(path), { headers: { Authorization: `Bearer ${token ?? ''}`, 'Accept-Language': prefs.get().locale } });
    return reply.ok && (await saveFile(URL.createObjectURL(await reply.blob()), name));
  } catch {
    return false;
  }
}
