import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import sharp from 'sharp';
import { givenCloud, type Cloud } from '../support/cloud';
import { eventually } from '../support/person';
import { Phone, closeBrowser, type Look } from './support/phone';

/* Needs the built H5 client: `npm test` builds it first, `npm run build:h5` does it alone. */
let cloud: Cloud;
let picture: string;

beforeAll(async () => {
  cloud = await givenCloud();
  picture = path.join(os.tmpdir(), `pai-e2e-${randomBytes(4).toString('hex')}.jpg`);
  await sharp({ create: { width: 800, height: 600, channels: 3, background: '#3a7' } }).jpeg().toFile(picture);
});
afterAll(async () => {
  fs.rmSync(picture, { force: true });
  await closeBrowser();
  await cloud.stop();
});

const LOOKS: [string, Look][] = [
  ['in Chinese', { locale: 'zh', dark: false, elder: false }],
  ['in English, dark', { locale: 'en', dark: true, elder: false }],
  ['in Chinese, elder size on a narrow phone', { locale: 'zh', dark: false, elder: true }],
  ['in English, elder size, dark', { locale: 'en', dark: true, elder: true }],
];

async function arrive(look: Look): Promise<Phone> {
  const phone = await Phone.open(look);
  await phone.page.goto(cloud.url);
  if (look.elder) {
    await phone.page.getByRole('link', { name: phone.word('me'), exact: true }).tap();
    await phone.page.getByRole('switch', { name: phone.word('elder') }).tap();
    await phone.page.getByRole('link', { name: phone.word('pais'), exact: true }).tap();
  }
  return phone;
}

/* Gathered over the whole walk, so that one fault does not hide the next. */
let unfit: string[] = [];
beforeEach(() => (unfit = []));

async function fit(phone: Phone, where: string): Promise<void> {
  for (const fault of await phone.unfit()) unfit.push(`${where}: ${fault}`);
  const over = await phone.overflow();
  if (over > 0) unfit.push(`${where}: the page is ${over} px too wide`);
}

async function createAndShare(lin: Phone): Promise<string> {
  await fit(lin, 'home');
  await lin.button('newPai').tap();
  await lin.page.getByRole('radio', { name: lin.word('trip') }).tap();
  await fit(lin, 'create');
  await lin.tap('build');
  await lin.name('林静');
  await lin.tap('copyLink');
  await fit(lin, 'invitation');
  const link = await lin.clipboard();
  await lin.tap('enter');
  return link;
}

async function join(nan: Phone, link: string): Promise<void> {
  await nan.page.goto(link);
  await nan.button('join').waitFor();
  await fit(nan, 'landing');
  await nan.tap('join');
  await nan.name('阿楠');
}

async function talk(lin: Phone, nan: Phone): Promise<void> {
  await lin.say('周六去香山爬山怎么样？早上八点半南门集合');
  await nan.sees('周六去香山爬山怎么样？早上八点半南门集合');
  await nan.say('好啊，我带三副登山杖');
  await lin.sees('好啊，我带三副登山杖');
  await lin.say('门票我来买，一共六十元，周五前买好');
  await nan.sees('门票我来买，一共六十元，周五前买好');
  await fit(nan, 'room');
}

async function sendPicture(nan: Phone, lin: Phone): Promise<void> {
  await nan.tap('more');
  const [chooser] = await Promise.all([nan.page.waitForEvent('filechooser'), nan.tap('album')]);
  await chooser.setFiles(picture);
  const shown = lin.log.getByRole('button', { name: /阿楠发的照片|Picture from 阿楠/ }).locator('img').last();
  await eventually('the picture is drawn', () => shown.evaluate((image: unknown) => (image as { naturalWidth: number }).naturalWidth > 0));
}

async function askTheAi(lin: Phone, nan: Phone): Promise<void> {
  await lin.composer.fill('@');
  await lin.page.getByRole('option', { name: '小派' }).tap();
  await lin.composer.fill(`${await lin.composer.inputValue()}总结一下`);
  await lin.tap('send');
  for (const phone of [lin, nan]) await phone.log.getByText(/AI 生成|AI-made/).last().waitFor();
  await fit(lin, 'answer');
  const source = lin.log.getByRole('button', { name: /来源 1：|Source 1: / }).first();
  await source.tap();
  await lin.log.locator('.flash').waitFor({ state: 'attached' });
}

async function recall(lin: Phone, nan: Phone): Promise<void> {
  await lin.say('这句说错了');
  await nan.sees('这句说错了');
  await lin.press(lin.log.getByText('这句说错了'));
  await fit(lin, 'message menu');
  await lin.tap('recall');
  await nan.log.getByText(/林静撤回了一条消息|林静 recalled a message/).waitFor();
  for (const phone of [lin, nan]) expect(await phone.log.getByText('这句说错了').count()).toBe(0);
}

async function goOfflineAndBack(lin: Phone, nan: Phone): Promise<void> {
  await nan.offline(true);
  await lin.say('你在路上了吗？');
  await nan.composer.fill('在地铁里写的');
  await nan.tap('send');
  await nan.page.getByText(/网断了|Offline/).first().waitFor();
  await fit(nan, 'offline');
  await nan.offline(false);
  await lin.sees('在地铁里写的');
  await nan.sees('你在路上了吗？');
  for (const phone of [lin, nan]) {
    expect(await phone.log.getByText('在地铁里写的').count()).toBe(1);
    expect(await phone.log.getByText('你在路上了吗？').count()).toBe(1);
  }
}

describe.each(LOOKS)('two people %s', (_, look) => {
  it('create, share, join, talk, send a picture, ask the AI, recall, lose the network and come back', async () => {
    const [lin, nan] = await Promise.all([arrive(look), Phone.open(look)]);
    const link = await createAndShare(lin);
    await join(nan, link);
    await talk(lin, nan);
    await sendPicture(nan, lin);
    await askTheAi(lin, nan);
    await recall(lin, nan);
    await goOfflineAndBack(lin, nan);
    expect([...unfit, ...lin.faults, ...nan.faults]).toEqual([]);
    await Promise.all([lin.close(), nan.close()]);
  }, 90_000);
});
