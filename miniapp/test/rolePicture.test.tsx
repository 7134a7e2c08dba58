import Taro, { useRouter } from '@tarojs/taro';
import { act, fireEvent, render, screen } from '@testing-library/react';
import type { AiRole } from '@shared/wire/aiRole';
import { session } from '@/features/account/session';
import { takePai } from '@/features/pai/store';
import type { LocalFile } from '@/platform/localFile';
import { pickImages } from '@/platform/pick';
import * as api from '@/transport/api';
import { ApiError } from '@/transport/errors';
import { uploadFile } from '@/transport/upload';
import RolePage from '../src/pages/role';
import { aPai } from './support/pai';

jest.mock('@/transport/api');
jest.mock('@/transport/upload');
jest.mock('@/platform/pick');
const cloud = api as jest.Mocked<typeof api>;
const pick = pickImages as jest.MockedFunction<typeof pickImages>;
const upload = uploadFile as jest.MockedFunction<typeof uploadFile>;
const wechat = { canIUse: jest.fn(), cropImage: jest.fn() };
Object.assign(Taro, wechat);

const ROLE: AiRole = { id: 'ai1', template: 'general', version: 3, name: '小派', emoji: '🌿', manner: '', skills: [], mode: 'called', quiet: null, capPercent: 10, dailyTokens: 0, language: 'auto', digest: null };
const PICKED: LocalFile = { ref: 'tmp/wide.jpg', kind: 'image', name: 'wide.jpg', size: 9 };

const press = (element: HTMLElement): Promise<void> =>
  act(async () => {
    fireEvent.click(element);
  });

const haveRole = (role: AiRole) => cloud.listRoles.mockResolvedValue({ roles: [role], mayEdit: true, zone: 'Asia/Shanghai', model: 'local' });

async function openFace(role: Partial<AiRole> = {}): Promise<void> {
  haveRole({ ...ROLE, ...role });
  await act(async () => void render(<RolePage />));
  await press(screen.getByText('名字和头像'));
}
const pictures = (): (string | null)[] => Array.from(document.querySelectorAll('.ai-mark img')).map((img) => img.getAttribute('src'));

beforeEach(() => {
  jest.resetAllMocks();
  (useRouter as jest.Mock).mockReturnValue({ params: { id: 'pai1' } });
  for (const go of [Taro.navigateTo, Taro.setNavigationBarTitle] as jest.Mock[]) go.mockResolvedValue(undefined);
  (Taro.getCurrentPages as jest.Mock).mockReturnValue([{}]);
  session.set({ phase: 'in', user: { id: 'u1', nickname: '林静', guest: true, showOnInvites: false, locale: 'zh', createdAt: '' } });
  takePai(aPai({}, { role: 'owner' }));
  cloud.getMeter.mockReturnValue(new Promise(() => undefined));
  cloud.putRole.mockImplementation(async (_pai, _role, { avatarFileId }) => {
    const role = { ...ROLE, version: 4, ...(avatarFileId ? { avatar: `/files/${avatarFileId}`, avatarCheck: 'pending' as const } : {}) };
    haveRole(role);
    return { role };
  });
  pick.mockResolvedValue([PICKED]);
  upload.mockResolvedValue({ id: 'file1', kind: 'image', name: '', size: 9, mime: 'image/jpeg', url: '' });
  wechat.canIUse.mockReturnValue(true);
  wechat.cropImage.mockResolvedValue({ tempFilePath: 'tmp/square.jpg' });
});

it('a picture is cut square, taken at once, and said to be looked at', async () => {
  await openFace();
  await press(screen.getByText('选一张图片'));
  expect(wechat.cropImage).toHaveBeenCalledWith({ src: 'tmp/wide.jpg', cropScale: '1:1' });
  expect(upload.mock.calls[0]?.[0].ref).toBe('tmp/square.jpg');
  expect(cloud.putRole).toHaveBeenCalledWith('pai1', 'ai1', { avatarFileId: 'file1' });
  expect(pictures()).toEqual(['/files/file1', '/files/file1']);
  expect(screen.getByText(/图片正在检查/)).toBeTruthy();
});

it('thinking better of it changes nothing; an old WeChat that cannot cut sends it as it is', async () => {
  wechat.cropImage.mockRejectedValueOnce({ errMsg: 'cropImage:fail cancel' });
  await openFace();
  await press(screen.getByText('选一张图片'));
  pick.mockResolvedValueOnce([]);
  await press(screen.getByText('选一张图片'));
  expect(upload).not.toHaveBeenCalled();
  wechat.canIUse.mockReturnValue(false);
  await press(screen.getByText('选一张图片'));
  expect(upload.mock.calls[0]?.[0].ref).toBe('tmp/wide.jpg');
});

it('why one was refused is said, by the cloud at once or by WeChat later', async () => {
  upload.mockRejectedValueOnce(new ApiError('file/too-many-pixels', '这张图片的尺寸太大，请缩小后再发'));
  await openFace({ avatarCheck: 'refused' });
  expect(screen.getByText(/没有通过检查/)).toBeTruthy();
  await press(screen.getByText('选一张图片'));
  expect(screen.getByText('这张图片的尺寸太大，请缩小后再发')).toBeTruthy();
  expect(cloud.putRole).not.toHaveBeenCalled();
});

it('an icon takes the picture’s place when it is saved, the one it had before too', async () => {
  await openFace({ avatar: '/files/old' });
  expect(pictures()).toEqual(['/files/old', '/files/old']);
  await press(screen.getByText('🌿'));
  expect(pictures()).toEqual(['/files/old']);
  await press(screen.getByText('保存'));
  expect(cloud.putRole).toHaveBeenCalledWith('pai1', 'ai1', { name: '小派', emoji: '🌿', avatarFileId: null });
});

it('a new name leaves the picture', async () => {
  await openFace({ avatar: '/files/old' });
  await press(screen.getByText('保存'));
  expect(cloud.putRole).toHaveBeenCalledWith('pai1', 'ai1', { name: '小派', emoji: '🌿' });
});

it('what cannot be loaded gives way to the icon', async () => {
  await openFace({ avatar: '/files/gone' });
  await act(async () => document.querySelectorAll('.ai-mark img').forEach((img) => fireEvent.error(img)));
  expect(pictures()).toEqual([]);
  expect(screen.getAllByText('🌿', { selector: '.ai-mark *' })).toHaveLength(2);
});
