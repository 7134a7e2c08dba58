import type { Message } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { eventually, newClientMsgId, type Person } from '../support/person';
import { Phone, closeBrowser, type Look } from './support/phone';

/* Needs the built console. */
const DOUBTFUL = '兼职刷单，日赚三百';
const DESK = { width: 1440, height: 900 };

let cloud: Cloud;
let li: Person;
let mei: Person;
let pai: Pai;

beforeAll(async () => {
  cloud = await givenCloud();
  [li, mei] = await cloud.people('李', '梅');
  pai = await li.createPai('周五饭搭子');
  await li.bring(pai.id, mei);
});
afterAll(async () => {
  await closeBrowser();
  await cloud.stop();
});

async function withheld(): Promise<Message> {
  await mei.say(pai.id, '周五吃什么');
  const { message } = await li.must<{ message: Message }>('POST', `/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), text: DOUBTFUL });
  expect(message.held).toBe(true);
  return message;
}
const seenByMei = async (seq: number): Promise<Message | undefined> => (await mei.history(pai.id)).find((message) => message.seq === seq);

async function desk(look: Look, viewport = DESK): Promise<Phone> {
  const phone = await Phone.open(look, viewport);
  await phone.page.goto(`${cloud.url}/console/#reviews`);
  await phone.page.locator('input[type=password]').fill('console-key-of-tests');
  await phone.page.keyboard.press('Enter');
  return phone;
}

it('an operator decides by the keyboard, takes it back, and decides otherwise', async () => {
  const { seq } = await withheld();
  const phone = await desk({ locale: 'zh', dark: false, elder: false });
  const { page } = phone;
  await page.locator('.said.it', { hasText: DOUBTFUL }).waitFor();
  expect(await page.locator('.said', { hasText: '周五吃什么' }).count()).toBe(1);
  await phone.picture('reviews');
  await page.locator('.rv-item').click();
  await page.keyboard.press('2');
  await page.keyboard.press('Enter');
  await page.getByText('今天清空了').waitFor();
  await page.keyboard.press('z');
  await page.locator('.said.it').waitFor();
  expect((await seenByMei(seq))?.recalledAt).toBeUndefined();
  await page.locator('.rv-item').click();
  await page.keyboard.press('1');
  await page.keyboard.press('Enter');
  // it is sent when it can no longer be taken back
  await eventually('the message is shown', async () => (await seenByMei(seq))?.text === DOUBTFUL, 15_000);
  expect(phone.faults).toEqual([]);
});

it.each<[string, Look, { width: number; height: number }]>([
  ['dark, in English', { locale: 'en', dark: true, elder: false }, DESK],
  ['on a phone', { locale: 'zh', dark: false, elder: false }, { width: 375, height: 812 }],
])('nothing is cut off and everything can be read: %s', async (_name, look, viewport) => {
  await withheld();
  const phone = await desk(look, viewport);
  await phone.page.locator('.said.it').first().waitFor();
  await phone.picture(`reviews ${viewport.width}`);
  expect(await phone.wrongs()).toEqual([]);
});
