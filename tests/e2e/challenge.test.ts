import type { Challenge } from '@shared/wire/challenge';
import type { Pai } from '@shared/wire/pai';
import { Player, stand, start, type GivenRules } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import { eventually, type Person } from '../support/person';
import { phonePhoto } from '../support/media';
import { closePhones, punchPhone } from './support/challenge';
import { closeBrowser, type Look, type Phone } from './support/phone';

/* Needs the built H5 client, as walk.test.ts does. */
let cloud: Cloud;
let mother: Person;
let me: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(async () => {
  await closeBrowser();
  await cloud.stop();
});
const NOW = '2026-11-23T19:30:00+08:00';
beforeEach(async () => {
  stand('2026-11-05T09:00:00+08:00');
  [mother, me] = await cloud.people('妈妈', '阿楠');
  pai = await mother.createPai('一家人', { kind: 'family' });
  await mother.bring(pai.id, me);
});
afterEach(async () => {
  await closePhones();
  stand();
});

const RULES: GivenRules = { title: '饭后走 6000 步', start: '2026-11-06', end: '2026-11-26', goal: { kind: 'total', days: 21 }, makeup: { cards: 2, maxAgeDays: 3 }, window: { from: '00:00', to: '22:00' }, proof: { kind: 'tap' } };

const path = (challenge: Challenge, view?: string): string => `id=${pai.id}&c=${challenge.id}${view ? `&view=${view}` : ''}`;
const tap = (phone: Phone, name: string | RegExp): Promise<void> => phone.page.getByRole('button', { name }).last().tap();
const shows = (phone: Phone, text: string | RegExp): Promise<void> => phone.page.getByText(text).last().waitFor();

/** Both take part; the days of November are lived as given: x done, a gap not. */
async function lived(rules: Partial<GivenRules>, mine: string, hers: string): Promise<{ challenge: Challenge; my: Player; her: Player }> {
  const challenge = await start(mother, pai.id, { ...RULES, ...rules });
  const [her, my] = [new Player(mother, challenge), new Player(me, challenge)];
  await my.join();
  for (let day = 6; day < 6 + Math.max(mine.length, hers.length); day++) {
    const date = `2026-11-${String(day).padStart(2, '0')}`;
    stand(`${date}T08:10:00+08:00`);
    if (hers[day - 6] === 'x') await her.checkIn({ proof: { text: day % 2 ? '沿河走了一圈，桂花还有一点香' : '雨天，在商场里走的' } });
    stand(`${date}T19:00:00+08:00`);
    if (mine[day - 6] === 'x') await my.checkIn();
    if (mine[day - 6] === 'p') await my.write('pauses', { until: `2026-11-${String(day + 1).padStart(2, '0')}` });
    if (mine[day - 6] === 'm') {
      stand(`2026-11-${String(day + 1).padStart(2, '0')}T07:00:00+08:00`);
      await my.makeUp(date);
    }
  }
  stand(NOW);
  await my.read();
  return { challenge, my, her };
}

const DAYS = ['xxxx xxxp xxmxxxx', 'xxxxxxxxxxxxxxxxxx'] as const;

/* In the page: days of the calendar that take less than 44 px of a finger, a pixel for rounding aside. */
const SMALL_DAYS = `[...document.querySelectorAll('.hm')].flatMap((day) => {
  const { x, y, width, height } = day.getBoundingClientRect();
  const [left, top] = [x + width / 2, y + height / 2];
  const off = [[-21, 0], [21, 0], [0, -21], [0, 21]].some(([dx, dy]) => top + dy < innerHeight && document.elementFromPoint(left + dx, top + dy)?.closest('.hm') !== day);
  return off ? [day.textContent] : [];
})`;

it.each([
  { locale: 'zh', dark: false, elder: false },
  { locale: 'zh', dark: true, elder: false },
  { locale: 'zh', dark: false, elder: true },
  { locale: 'en', dark: true, elder: true },
  { locale: 'en', dark: false, elder: false },
] as const)('the pages of challenges fit every look: %o', async (look: Look) => {
  const { challenge } = await lived({}, ...DAYS);
  const day = await punchPhone(cloud, me, path(challenge), look, NOW);
  await day.picture('challenge');
  const faults = await day.wrongs();
  if (look.elder) {
    await tap(day, /看日历|Calendar/);
    await day.page.locator('.heat').scrollIntoViewIfNeeded();
    await day.settled();
    await day.picture('challenge open');
    faults.push(...(await day.wrongs()));
  }
  expect(await day.page.locator('.hm').count()).toBe(21);
  expect(await day.page.evaluate(SMALL_DAYS)).toEqual([]);
  const sheets: [string, RegExp][] = [['day', /11 月 10 日|10 Nov/], ['remind', /提醒我|Remind/]];
  for (const [name, button] of sheets) {
    await day.page.getByRole('button', { name: button }).first().tap();
    await day.settled();
    await day.picture(`challenge ${name}`);
    faults.push(...(await day.wrongs()));
    await tap(day, /^关闭$|^Close$/);
  }
  for (const view of ['list', 'new', 'edit', 'history']) {
    const page = await punchPhone(cloud, mother, view === 'list' ? `id=${pai.id}` : path(challenge, view), look, NOW);
    await page.picture(`challenge ${view}`);
    faults.push(...(await page.wrongs()));
    await page.page.evaluate("document.querySelector('.pg-body').scrollTo(0, 700)");
    await page.picture(`challenge ${view} below`);
  }
  expect(faults).toEqual([]);
}, 120_000);

it('one tap checks in, a picture is added afterwards, and the other sees both and answers', async () => {
  const { challenge } = await lived({}, ...DAYS);
  const [mine, hers] = await Promise.all([punchPhone(cloud, me, path(challenge), {}, NOW), punchPhone(cloud, mother, path(challenge), {}, NOW)]);
  await tap(mine, /打卡.*今天到 22:00/);
  await shows(mine, '已打 19:30');
  await shows(hers, '阿楠');
  const [chooser] = await Promise.all([mine.page.waitForEvent('filechooser'), tap(mine, /已打 19:30/).then(() => tap(mine, '选一张照片'))]);
  await chooser.setFiles({ name: 'walk.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto(640, 480) });
  await mine.page.getByRole('img', { name: '选好的照片' }).waitFor();
  await mine.picture('challenge add');
  expect(await mine.wrongs()).toEqual([]);
  await tap(mine, '添上');
  await hers.page.getByRole('button', { name: '阿楠的照片' }).waitFor();
  await hers.page.getByRole('button', { name: '回一个表情' }).first().tap();
  await tap(hers, '💪');
  await mine.page.getByRole('button', { name: '💪，1 人' }).waitFor();
  await mine.page.evaluate("document.querySelector('.pg-body').scrollTo(0, 2000)");
  await mine.picture('challenge feed');
  expect(await mine.wrongs()).toEqual([]);
  await tap(mine, '更多');
  await tap(mine, '一周小结');
  await tap(mine, /这一周 2 个人打了 2 次卡/);
  await shows(mine, '妈妈：周一');
  await mine.picture('challenge report');
  expect(await mine.wrongs()).toEqual([]);
}, 90_000);

it('without a network a check-in is kept, shows as to be sent, and lands once, for when it was made', async () => {
  const { challenge, my } = await lived({}, ...DAYS);
  const phone = await punchPhone(cloud, me, path(challenge), {}, NOW);
  await phone.offline(true);
  await tap(phone, /打卡.*今天到 22:00/);
  await shows(phone, '记下了，连上网就交');
  await shows(phone, '1 次打卡待同步');
  await phone.picture('challenge offline');
  expect(await phone.page.getByText('15', { exact: true }).count()).toBeGreaterThan(0);
  stand('2026-11-23T23:40:00+08:00');
  await phone.page.clock.setFixedTime(new Date('2026-11-23T23:40:00+08:00'));
  await phone.offline(false);
  await shows(phone, '已打 19:30');
  await eventually('nothing waits any more', async () => (await phone.page.getByText('待同步').count()) === 0);
  const written = (await my.feed()).entries.filter((one) => one.member.id === me.id && one.day >= '2026-11-23');
  expect(written).toMatchObject([{ doneAt: '2026-11-23T11:30:00.000Z', day: '2026-11-23', state: 'accepted' }]);
}, 90_000);

it.each(['2026-11-23T02:30:00+08:00', '2026-11-24T23:30:00+08:00'])('a phone whose clock shows %s checks in by the clock of the cloud', async (wrong) => {
  const { challenge, my } = await lived({}, ...DAYS);
  const phone = await punchPhone(cloud, me, path(challenge), {}, wrong);
  await tap(phone, /打卡.*今天到 22:00/);
  await shows(phone, '已打 19:30');
  expect((await my.read()).mine).toMatchObject({ button: 'done', today: '2026-11-23' });
  expect(await phone.wrongs()).toEqual([]);
}, 60_000);

it('somebody who is not in the pai is told so', async () => {
  const { challenge } = await lived({}, '', '');
  const phone = await punchPhone(cloud, await cloud.person('路人'), path(challenge), {}, NOW);
  await shows(phone, '找不到这个派，或者你不在里面');
}, 60_000);

it('rules are written by hand and read back; what is proved by a number is asked for', async () => {
  stand(NOW);
  const phone = await punchPhone(cloud, me, `id=${pai.id}`, {}, NOW);
  await tap(phone, '发起打卡');
  await phone.page.getByRole('textbox', { name: '打什么卡' }).fill('一起跑步');
  await tap(phone, '一个数');
  await phone.page.getByRole('textbox', { name: '单位，比如 公里、步、页' }).fill('公里');
  await phone.page.getByRole('spinbutton', { name: '每次至少' }).or(phone.page.getByRole('textbox', { name: '每次至少' })).fill('5');
  await shows(phone, /每天打卡，从 11 月 23 日 到 12 月 13 日。一共打满 21 天就达成。每次至少 5 公里。漏了能补 2 次/);
  await tap(phone, '发起');
  await tap(phone, /打卡.*填公里数/);
  await phone.page.getByRole('textbox', { name: '这次多少公里' }).fill('4');
  expect(await phone.page.getByRole('button', { name: '打卡', exact: true }).getAttribute('aria-disabled')).toBe('true');
  await phone.page.getByRole('textbox', { name: '这次多少公里' }).fill('5.2');
  await phone.picture('challenge number');
  await phone.page.getByRole('button', { name: '打卡', exact: true }).tap();
  await shows(phone, '5.2 公里');
  await shows(phone, '已打 19:30');
  expect(await phone.wrongs()).toEqual([]);
}, 90_000);
