import Taro from '@tarojs/taro';

export const HOME = '/pages/home/index';

type Query = Record<string, string | number | undefined>;

/** `/pages/room/index?id=…` */
export function pathOf(page: string, query: Query = {}): string {
  const pairs = Object.keys(query).flatMap((key) => (query[key] === undefined ? [] : [`${key}=${encodeURIComponent(String(query[key]))}`]));
  return `/pages/${page}/index${pairs.length > 0 ? `?${pairs.join('&')}` : ''}`;
}

/** Opens a page over this one. A mini-program holds ten: beyond that the top one is replaced. */
export async function openPage(page: string, query?: Query): Promise<void> {
  const url = pathOf(page, query);
  try {
    await Taro.navigateTo({ url });
  } catch {
    await Taro.redirectTo({ url }).catch(() => undefined);
  }
}

/** Puts a page in the place of this one. */
export const swapPage = async (page: string, query?: Query): Promise<void> => void (await Taro.redirectTo({ url: pathOf(page, query) }).catch(() => undefined));

export const goHome = (): void => void Taro.reLaunch({ url: HOME }).catch(() => undefined);

/** To the page below; to the first page when this one was opened from outside. */
export function goBack(): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack().catch(goHome);
  else goHome();
}

/** Opens a conversation, at a message if one is named. */
export const openRoom = (paiId: string, seq?: number): Promise<void> => openPage('room', { id: paiId, seq });
