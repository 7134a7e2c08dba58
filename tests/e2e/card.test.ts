import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { cardAt, makeByHand, pollAct, proposed, reminderAct } from '../support/cards';
import { eventually, type Person } from '../support/person';
import { Phone, closeBrowser, type Look } from './support/phone';

/* Needs the built H5 client, as walk.test.ts does. */
let cloud: Cloud;
let mother: Person;
let nan: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(async () => {
  await closeBrowser();
  await cloud.stop();
});
beforeEach(async () => {
  [mother, nan] = await cloud.people('妈妈', '阿楠');
  pai = await mother.createPai('秋天去杭州', { kind: 'trip' });
  await mother.bring(pai.id, nan);
});

const opened: Phone[] = [];
afterEach(async () => {
  for (const phone of opened.splice(0)) await phone.close();
});

async function phoneOf(person: Person, look: Partial<Look> = {}, page = `/pages/room/index?id=${pai.id}`): Promise<Phone> {
  const phone = await Phone.open({ locale: 'zh', dark: false, elder: false, ...look });
  opened.push(phone);
  const { token, refreshToken, expiresIn, user } = person.session;
  await phone.keep({ tokens: { token, refreshToken, expiresAt: Date.now() + expiresIn * 1000 }, user, prefs: { elder: phone.look.elder, theme: 'system', locale: phone.look.locale } });
  await phone.page.goto(`${cloud.url}/#${page}`);
  await phone.settled();
  return phone;
}

const tapButton = (phone: Phone, name: string | RegExp): Promise<void> => phone.page.getByRole('button', { name }).last().tap();

it('a reminder asked of the AI is confirmed, shown with its time and taken back', async () => {
  const phone = await phoneOf(nan);
  await phone.say(`@小派 明早8点提醒大家带伞`);
  await phone.sees('定时提醒');
  await phone.sees('明天 08:00');
  await phone.settled();
  await phone.picture('card reminder open');
  expect(await phone.wrongs()).toEqual([]);
  await tapButton(phone, '设好');
  await phone.sees('阿楠设的');
  await phone.settled();
  await phone.picture('card reminder set');
  expect(await phone.wrongs()).toEqual([]);
  expect((await nan.must<{ messages: unknown[] }>('GET', `/pais/${pai.id}/reminders`)).messages).toHaveLength(1);
  await tapButton(phone, /^撤销 4:/);
  await phone.sees(/撤销了：提醒「带伞」/);
  expect((await nan.must<{ messages: unknown[] }>('GET', `/pais/${pai.id}/reminders`)).messages).toEqual([]);
}, 60_000);

it('a poll asked of the AI is changed, started, and voted in from two phones', async () => {
  const [one, other] = await Promise.all([phoneOf(nan), phoneOf(mother)]);
  await one.say('@小派 投个票：周六还是周日');
  await one.sees('发起投票');
  await one.picture('card poll open');
  await tapButton(one, '改一改');
  await one.page.getByRole('textbox', { name: '选项 2' }).fill('周日下午');
  await one.settled();
  await one.picture('card poll form');
  expect(await one.wrongs()).toEqual([]);
  await tapButton(one, '改好了');
  await one.sees('周六、周日下午');
  await tapButton(one, '发起');
  await one.page.getByRole('radio', { name: /^周六/ }).tap();
  await other.page.getByRole('radio', { name: /^周日下午/ }).tap();
  await one.sees('2 人投了');
  await tapButton(one, '看谁投了');
  await one.sees('妈妈');
  await one.settled();
  await one.picture('card poll voted');
  expect(await one.wrongs()).toEqual([]);
  await other.page.getByRole('radio', { name: /^周六/ }).tap();
  await eventually('the changed vote', async () => (await one.page.getByRole('radio', { name: '周六，2 票，你投了' }).count()) === 1);
  await tapButton(one, '结束投票');
  await one.page.getByRole('alertdialog').getByRole('button', { name: '结束投票' }).tap();
  await other.sees('投票结束了');
}, 60_000);

it('somebody else’s draft shows who may confirm it, and no buttons', async () => {
  await proposed(mother, pai.id, pollAct());
  const phone = await phoneOf(nan);
  await phone.sees('妈妈、派主和管理员可以确认');
  expect(await phone.page.getByRole('button', { name: '发起' }).count()).toBe(0);
}, 60_000);

it('a reminder is made by hand from the panel', async () => {
  await makeByHand(mother, pai.id, reminderAct(26 * 3600_000, { text: '退房' }));
  const phone = await phoneOf(nan);
  await phone.tap('more');
  await tapButton(phone, '提醒');
  await phone.page.getByRole('button', { name: /退房/ }).waitFor();
  await phone.page.getByRole('textbox', { name: '提醒什么' }).fill('外婆吃药');
  await phone.page.getByLabel('几点').fill('23:59');
  await tapButton(phone, '每天');
  await phone.settled();
  await phone.picture('card reminder form');
  expect(await phone.wrongs()).toEqual([]);
  await tapButton(phone, '设好');
  // an hour before midnight the form begins with tomorrow
  await phone.sees(/下次 (?:今|明)天 23:59 · 每天/);
  const [{ seq }] = (await nan.must<{ messages: [{ seq: number }] }>('GET', `/pais/${pai.id}/reminders`)).messages;
  expect((await cardAt(nan, pai.id, seq))?.act).toMatchObject({ reminder: { text: '外婆吃药', rrule: 'FREQ=DAILY', zone: 'Asia/Shanghai' } });
}, 60_000);

it.each([
  { locale: 'zh', dark: true, elder: false },
  { locale: 'zh', dark: false, elder: true },
  { locale: 'en', dark: true, elder: true },
  { locale: 'en', dark: false, elder: false },
] as const)('cards and their page fit every look: %o', async (look) => {
  await makeByHand(mother, pai.id, pollAct({ question: '国庆去哪儿玩比较合适？', options: ['杭州西湖边住一晚', '苏州', 'A place with a rather long name'], many: true, closesAt: new Date(Date.now() + 26 * 3600_000).toISOString() }));
  await makeByHand(nan, pai.id, reminderAct(3600_000, { rrule: 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR' }));
  const { seq } = await nan.say(pai.id, '周五下午三点交周报');
  const draft = await proposed(nan, pai.id, reminderAct(3600_000, { text: '交周报，别忘了附上上周的数据', rrule: 'FREQ=MONTHLY;BYMONTHDAY=-1' }), seq);
  await nan.must('POST', `/pais/${pai.id}/read`, { seq: draft });
  const room = await phoneOf(nan, look);
  await room.picture('card room');
  expect(await room.wrongs()).toEqual([]);
  const form = await phoneOf(nan, look, `/pages/card/index?id=${pai.id}&seq=${draft}`);
  await form.picture('card form');
  expect(await form.wrongs()).toEqual([]);
}, 90_000);
