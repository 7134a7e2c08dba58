import Taro from '@tarojs/taro';
import { LIMITS } from '@shared/domain/limits';
import { pickImages } from '@/platform/pick';

const gives = (size: number): void => void jest.mocked(Taro.chooseMedia).mockResolvedValueOnce({ tempFiles: [{ tempFilePath: 'tmp/run.jpg', size }] } as never);
const asked = (): unknown => jest.mocked(Taro.chooseMedia).mock.lastCall?.[0]?.sizeType;

beforeEach(() => jest.mocked(Taro.compressImage).mockReset());

it('a picture is made smaller by WeChat, one that proves something is left as it was taken', async () => {
  gives(4_000_000);
  await pickImages('album');
  expect(asked()).toEqual(['compressed']);
  gives(LIMITS.fileBytes);
  expect(await pickImages('camera', 1, 'original')).toMatchObject([{ ref: 'tmp/run.jpg', size: LIMITS.fileBytes }]);
  expect(asked()).toEqual(['original']);
  expect(Taro.compressImage).not.toHaveBeenCalled();
});

it('one that would be refused for its size is made smaller after all', async () => {
  jest.mocked(Taro.compressImage).mockResolvedValueOnce({ tempFilePath: 'tmp/smaller.jpg' } as never);
  gives(LIMITS.fileBytes + 1);
  expect(await pickImages('album', 1, 'original')).toMatchObject([{ ref: 'tmp/smaller.jpg', size: 0 }]);
  jest.mocked(Taro.compressImage).mockRejectedValueOnce({ errMsg: 'compressImage:fail' });
  gives(LIMITS.fileBytes + 1);
  expect(await pickImages('album', 1, 'original')).toMatchObject([{ ref: 'tmp/run.jpg', size: LIMITS.fileBytes + 1 }]);
});
