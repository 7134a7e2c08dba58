import fs from 'node:fs';
import path from 'node:path';
import type { Message } from '@shared/wire/message';
import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { eventually, type Person } from '../support/person';
import { Phone, closeBrowser, type Look } from './support/phone';

/* Needs the built H5 client, as walk.test.ts does. */
let cloud: Cloud;
let mother: Person;
let father: Person;
let nan: Person;
let pai: Pai;
let said: Message[];

beforeAll(async () => (cloud = await givenCloud()));
afterAll(async () => {
  await closeBrowser();
  await cloud.stop();
});

const TALK: readonly (readonly ['mother' | 'father', string])[] = [
  ['mother', '周六去杭州，坐高铁还是开车？'],
  ['father', '坐高铁吧，8:06 那趟，六个人连座'],
  ['mother', '好，就坐高铁'],
  ['father', '票我来买，周五前买好'],
  ['mother', '上午先去灵隐寺，人少一些'],
  ['father', '下午坐摇橹船，外婆也想坐'],
  ['mother', '摇橹船要排队，早点去码头'],
  ['father', '定了：周六 7:40 虹桥站集合'],
  ['mother', '行，大家别迟到'],
  ['father', '哈哈哈哈'],
  ['mother', '住一晚还是当天回？我想住湖边'],
  ['father', '湖边的房间一晚四百八，人均会超 62 元'],
  ['mother', '那再看看别的，青旅也行'],
  ['father', '我问问酒店能不能加床，周三前回大家'],
  ['mother', '外婆的老年卡记得带上，周五前放进包里'],
  ['father', '带上身份证就行'],
  ['mother', '周日的博物馆要不要预约？'],
  ['father', '[捂脸]'],
];

beforeEach(async () => {
  [mother, father, nan] = await cloud.people('妈妈', '爸爸', '阿楠');
  pai = await mother.createPai('秋天去杭州', { kind: 'trip' });
  await mother.bring(pai.id, father, nan);
  await nan.must('POST', `/pais/${pai.id}/read`, { seq: (await nan.pai(pai.id)).headSeq });
  said = [];
  for (const [who, text] of TALK) said.push(await (who === 'mother' ? mother : father).say(pai.id, text));
});

async function phoneOf(person: Person, look: Look): Promise<Phone> {
  const phone = await Phone.open(look);
  const { token, refreshToken, expiresIn, user } = person.session;
  await phone.keep({ tokens: { token, refreshToken, expiresAt: Date.now() + expiresIn * 1000 }, user, prefs: { elder: look.elder, theme: 'system', locale: look.locale } });
  await phone.page.goto(`${cloud.url}/#/pages/room/index?id=${pai.id}`);
  await phone.settled();
  return phone;
}

const sheet = (phone: Phone) => phone.page.getByRole('dialog');
const ownMessages = async () => (await nan.history(pai.id)).filter(({ sender }) => sender.kind === 'ai');

describe('a member who missed something', () => {
  it('opens a recap for themselves, and from it the message a sentence rests on', async () => {
    const phone = await phoneOf(nan, { locale: 'zh', dark: false, elder: false });
    await phone.picture('unread-line');
    await phone.page.getByRole('button', { name: '看看错过了什么' }).tap();
    await sheet(phone).getByRole('heading', { name: '你错过的' }).waitFor();
    await sheet(phone).getByText('只有你看得到').waitFor();
    await sheet(phone).getByText('7:40 虹桥站集合').first().waitFor();
    await phone.picture('recap');
    expect(await phone.wrongs()).toEqual([]);
    await sheet(phone).getByRole('button', { name: '来源 1', exact: true }).first().tap();
    const source = phone.page.locator('.msg-flash, .flash').first();
    await source.waitFor();
    await phone.page.waitForTimeout(400);
    await phone.picture('recap-source');
    const [message, over] = [await source.boundingBox(), await sheet(phone).boundingBox()];
    expect((message?.y ?? 0) + 20).toBeLessThan(over?.y ?? 0);
    expect(await ownMessages()).toEqual([]);
    await phone.close();
  });

  it('sees a sentence go with its message', async () => {
    const phone = await phoneOf(nan, { locale: 'zh', dark: false, elder: false });
    await phone.page.getByRole('button', { name: '看看错过了什么' }).tap();
    await sheet(phone).getByText('7:40 虹桥站集合').first().waitFor();
    await father.must('DELETE', `/pais/${pai.id}/messages/${said[7]?.seq}`);
    await sheet(phone).getByText(/句随原话撤了/).waitFor();
    await eventually('the sentence is gone', async () => (await sheet(phone).getByText('7:40 虹桥站集合').count()) === 0);
    await phone.picture('recap-gone');
    await phone.close();
  });

  it('chooses another stretch, makes a reminder of a to-do and posts the recap', async () => {
    const phone = await phoneOf(nan, { locale: 'zh', dark: false, elder: false });
    await phone.page.getByRole('button', { name: '回顾', exact: true }).tap();
    await sheet(phone).getByRole('button', { name: '今天', exact: true }).tap();
    await sheet(phone).getByText('7:40 虹桥站集合').first().waitFor();
    await phone.picture('recap-today');
    await sheet(phone).getByRole('button', { name: /票我来买.*设提醒或投票/ }).tap();
    await phone.picture('recap-todo');
    await phone.page.getByRole('button', { name: /提醒大家/ }).first().tap();
    await eventually('a reminder', async () => (await nan.history(pai.id)).some(({ card }) => card?.act.act === 'reminder'));
    await sheet(phone).getByRole('button', { name: '发到派里' }).tap();
    await phone.page.getByRole('button', { name: '发', exact: true }).tap();
    const [posted] = await eventually('the recap is in the log', async () => ((await ownMessages()).length > 0 ? ownMessages() : undefined));
    expect(posted?.text).toContain('虹桥站集合');
    await phone.page.goto(`${cloud.url}/#/pages/room/index?id=${pai.id}&seq=${posted?.seq}`);
    await phone.page.reload();
    await phone.sees('回顾了 18 条消息');
    await phone.settled();
    await phone.picture('recap-posted');
    await phone.close();
  });

  it('keeps the recap as text and as a picture, each labelled', async () => {
    const phone = await phoneOf(nan, { locale: 'zh', dark: false, elder: false });
    await phone.page.getByRole('button', { name: '看看错过了什么' }).tap();
    await sheet(phone).getByRole('button', { name: '复制文字' }).tap();
    expect(await phone.clipboard()).toMatch(/^【AI 生成】你错过的[^]*7:40 虹桥站集合/);
    const [download] = await Promise.all([phone.page.waitForEvent('download'), sheet(phone).getByRole('button', { name: '存成图' }).tap()]);
    const picture = fs.readFileSync(await download.path());
    expect(picture.subarray(1, 4).toString()).toBe('PNG');
    expect(picture.toString('latin1')).toContain('tEXtAIGC\0{"Label":"1"');
    if (process.env.SCREENS) fs.writeFileSync(path.join(process.env.SCREENS, 'recap-picture.png'), picture);
    await phone.close();
  });

  it.each([
    ['on a small phone in large type', { locale: 'zh', dark: false, elder: true }],
    ['in English, dark', { locale: 'en', dark: true, elder: false }],
    ['in English, large type, dark', { locale: 'en', dark: true, elder: true }],
  ] as [string, Look][])('reads it %s', async (_, look) => {
    const phone = await phoneOf(nan, look);
    await phone.page.getByRole('button', { name: look.locale === 'zh' ? '看看错过了什么' : 'See what you missed' }).tap();
    await sheet(phone).getByText('7:40 虹桥站集合').first().waitFor();
    await phone.picture('recap');
    expect(await phone.wrongs()).toEqual([]);
    await phone.close();
  });
});
