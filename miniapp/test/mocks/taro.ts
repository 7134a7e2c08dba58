import { useEffect } from 'react';

/* The parts of Taro the client uses, for jsdom: storage is real (in memory), everything else records its calls. */

const stored = new Map<string, unknown>();

const Taro = {
  getStorageSync: (key: string): unknown => (stored.has(key) ? JSON.parse(stored.get(key) as string) : ''),
  setStorageSync: (key: string, value: unknown): void => void stored.set(key, JSON.stringify(value)),
  removeStorageSync: (key: string): void => void stored.delete(key),
  getStorageInfoSync: () => ({ keys: Array.from(stored.keys()), currentSize: 0, limitSize: 10_240 }),
  clearStorageSync: (): void => stored.clear(),

  request: jest.fn(),
  uploadFile: jest.fn(),
  downloadFile: jest.fn(),
  connectSocket: jest.fn(() => new Promise(() => undefined)),
  login: jest.fn(() => Promise.resolve({ code: 'code' })),

  getAppBaseInfo: () => ({ language: 'zh_CN', fontSizeSetting: 16, theme: 'light' }),
  getWindowInfo: () => ({ windowWidth: 375, windowHeight: 812, statusBarHeight: 44, safeArea: { bottom: 778 } }),
  getMenuButtonBoundingClientRect: () => ({ left: 281, top: 48, right: 368, bottom: 80, width: 87, height: 32 }),
  getSystemInfoSync: () => ({ windowWidth: 375, windowHeight: 812, statusBarHeight: 44 }),
  getEnv: () => 'WEAPP',
  onThemeChange: jest.fn(),
  onAppShow: jest.fn(),
  offAppShow: jest.fn(),
  onAppHide: jest.fn(),
  offAppHide: jest.fn(),
  onNetworkStatusChange: jest.fn(),
  offNetworkStatusChange: jest.fn(),
  onKeyboardHeightChange: jest.fn(),
  offKeyboardHeightChange: jest.fn(),
  nextTick: (next: () => void): void => void setTimeout(next, 0),

  navigateTo: jest.fn(() => Promise.resolve()),
  redirectTo: jest.fn(() => Promise.resolve()),
  reLaunch: jest.fn(() => Promise.resolve()),
  navigateBack: jest.fn(() => Promise.resolve()),
  getCurrentPages: jest.fn(() => [{}]),
  setNavigationBarTitle: jest.fn(() => Promise.resolve()),
  setClipboardData: jest.fn(() => Promise.resolve()),
  hideToast: jest.fn(),
  vibrateShort: jest.fn(() => Promise.resolve()),
  previewImage: jest.fn(() => Promise.resolve()),
  chooseMedia: jest.fn(),
  compressImage: jest.fn(),
  chooseMessageFile: jest.fn(),
  getImageInfo: jest.fn(() => Promise.resolve({ width: 100, height: 50 })),
  getFileSystemManager: () => ({
    saveFile: ({ tempFilePath, success }: { tempFilePath: string; success(r: { savedFilePath: string }): void }) => success({ savedFilePath: `kept/${tempFilePath}` }),
    removeSavedFile: jest.fn(),
    access: ({ success }: { success(): void }) => success(),
  }),
  getUserCryptoManager: () => ({
    getRandomValues: ({ length, success }: { length: number; success(r: { randomValues: ArrayBuffer }): void }) => success({ randomValues: new Uint8Array(length).fill(7).buffer }),
  }),
  createSelectorQuery: jest.fn(),
  getRecorderManager: jest.fn(() => ({ onStart: jest.fn(), onStop: jest.fn(), onError: jest.fn(), start: jest.fn(), stop: jest.fn() })),
  createInnerAudioContext: jest.fn(() => ({ onEnded: jest.fn(), onStop: jest.fn(), onError: jest.fn(), play: jest.fn(), stop: jest.fn(), destroy: jest.fn() })),
};

export const useRouter = jest.fn((): { params: Record<string, string>; path: string } => ({ params: {}, path: '' }));
export const useLoad = (run: (params: Record<string, string>) => void): void => useEffect(() => run(useRouter().params), []);
export const useReady = (run: () => void): void => useEffect(run, []);
export const useDidShow = (run: () => void): void => useEffect(run, []);
export const useDidHide = jest.fn();
export const useUnload = (run: () => void): void => useEffect(() => run, []);
export const usePullDownRefresh = jest.fn();
export const useShareAppMessage = jest.fn();
export const useShareTimeline = jest.fn();
export const getCurrentInstance = () => ({ router: { params: {} } });
export const nextTick = Taro.nextTick;

export default Taro;
