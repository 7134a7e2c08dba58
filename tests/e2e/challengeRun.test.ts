import type { Challenge } from '@shared/wire/challenge';
import { callAnew, Player, stand, start } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import type { Person } from '../support/person';
import { closePhones, punchPhone } from './support/challenge';
import { closeBrowser, type Phone } from './support/phone';

/*
 * Twenty-one days of getting up early on a clock that is moved: a journey to Tokyo and one to London, three ill days, three
 * missed ones of which two are made up, and a check-in that is judged, appealed and restored. Needs the built H5 client.
 */
let cloud: Cloud;
let mother: Person;
let nan: Person;
let challenge: Challenge;
let her: Player;
let my: Player;

const DAY = (day: number): string => `2026-11-${String(day).padStart(2, '0')}`;
/** A morning of November in a zone hours ahead of UTC. */
const morning = (day: number, hours = 8): string => `${DAY(day)}T06:40:00+${String(hours).padStart(2, '0')}:00`;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(async () => {
  await closePhones();
  await closeBrowser();
  await cloud.stop();
  stand();
});

const tap = (phone: Phone, name: string | RegExp): Promise<void> => phone.page.getByRole('button', { name }).first().tap();
const shows = (phone: Phone, text: string | RegExp): Promise<void> => phone.page.getByText(text).first().waitFor();

async function open(person: Person, iso: string, zone?: string): Promise<Phone> {
  stand(iso);
  return punchPhone(cloud, person, `id=${challenge.paiId}&c=${challenge.id}`, {}, iso, zone);
}

/** Both check in on days that pass without anything to tell. */
async function plainDays(from: number, to: number, players: readonly Player[], hours = 8): Promise<void> {
  for (let day = from; day <= to; day++) {
    stand(morning(day, hours));
    for (const player of players) expect((await player.checkIn()).status).toBe(201);
  }
}

it('21 days with travel, illness, make-ups and a dispute come out the same on the phone, in the ranking and in the export', async () => {
  stand('2026-11-01T20:00:00+08:00');
  [mother, nan] = await cloud.people('妈妈', '阿楠');
  const pai = await mother.createPai('早起团');
  await mother.bring(pai.id, nan);
  challenge = await start(mother, pai.id, { title: '早起', start: DAY(2), end: DAY(22), window: { from: '06:00', to: '08:00' }, goal: { kind: 'total', days: 18 }, makeup: { cards: 2, maxAgeDays: 3 } });
  her = new Player(mother, challenge);
  my = new Player(nan, challenge);

  // day 1: he joins and checks in with one tap each; outside the hours the button says when it opens
  const first = await open(nan, morning(2));
  await shows(first, /每天 06:00–08:00打卡，从 11 月 2 日 到 11 月 22 日/);
  await tap(first, /^加入/);
  await tap(first, /^打卡/);
  await shows(first, '已打 06:40');
  await her.checkIn();
  const evening = await open(nan, `${DAY(3)}T20:00:00+08:00`);
  await shows(evening, /明天 06:00 开始/);
  await tap(evening, /11 月 3 日/);
  await tap(evening, '补这一天');
  await evening.page.getByRole('dialog', { name: '补 11 月 3 日' }).getByRole('button', { name: '补这一天' }).tap();
  await shows(evening, '补卡还剩 1 次');
  await closePhones();

  // a journey to Tokyo: the check-in moves his clock there, an hour earlier than at home
  await plainDays(4, 5, [her, my]);
  const tokyo = await open(nan, morning(6, 9), 'Asia/Tokyo');
  await shows(tokyo, '现在按Shanghai的时间算');
  await tap(tokyo, '换成这里的');
  await tap(tokyo, /^打卡/);
  await shows(tokyo, '已打 06:40');
  stand(morning(6));
  await her.checkIn();
  await closePhones();
  stand(morning(7, 9));
  await new Player(nan, challenge, 'Asia/Tokyo').checkIn();
  stand(morning(7));
  await her.checkIn();

  // ill from the 8th to the 10th: paused, back by checking in
  const ill = await open(nan, morning(8));
  await tap(ill, '换成这里的');
  await tap(ill, '更多');
  await ill.page.getByRole('button', { name: /^停几天/ }).tap();
  await ill.page.getByRole('button', { name: '停下', exact: true }).tap();
  await shows(ill, '停着');
  expect(await ill.wrongs()).toEqual([]);
  await closePhones();
  await plainDays(8, 10, [her]);
  await plainDays(11, 12, [her, my]);

  await plainDays(13, 13, [her]);

  // missed the 13th, made up from London on the 14th; the 15th is missed and there is no card left for it
  stand('2026-11-14T07:00:00+08:00');
  await her.checkIn();
  const london = new Player(nan, challenge, 'Europe/London');
  stand('2026-11-14T06:30:00+00:00');
  expect((await london.checkIn()).status).toBe(201);
  expect((await london.makeUp(DAY(13))).status).toBe(201);
  stand(morning(15));
  await her.checkIn();
  const back = await open(nan, `${DAY(16)}T06:30:00+08:00`);
  await tap(back, '换成这里的');
  await tap(back, /^打卡/);
  await shows(back, '已打 06:30');
  await tap(back, /11 月 15 日/);
  await shows(back, '补卡用完了，这天就空着吧');
  await closePhones();
  await her.checkIn();

  // a dispute: she judges the 17th, he appeals in one tap, she restores it
  await plainDays(17, 17, [her, my]);
  const judge = await open(mother, `${DAY(17)}T09:00:00+08:00`);
  await judge.page.locator('.fd', { hasText: '阿楠' }).first().getByRole('button', { name: '回一个表情' }).tap();
  await tap(judge, '这次不算…');
  await judge.page.getByRole('textbox').fill('照片是昨天的');
  await tap(judge, '不算');
  await judge.page.getByRole('button', { name: '算', exact: true }).first().waitFor();
  const disputed = await open(nan, `${DAY(17)}T09:10:00+08:00`);
  await shows(disputed, /不算/);
  await tap(disputed, '申诉');
  await shows(disputed, '申诉了，等人看');
  await judge.page.getByText('阿楠请大家再看看').waitFor();
  await judge.page.getByRole('button', { name: '算', exact: true }).first().tap();
  await disputed.page.getByText('申诉了，等人看').waitFor({ state: 'detached' }).catch(() => undefined);
  expect(await judge.wrongs()).toEqual([]);
  await closePhones();
  await plainDays(18, 22, [her, my]);

  // the end, on the phone, in the ranking, in the table
  const end = await open(nan, `${DAY(23)}T09:00:00+08:00`);
  await shows(end, '结束了');
  await end.picture('challenge end');
  expect(await end.wrongs()).toEqual([]);
  const told = await my.read();
  const states = told.mine.days.map(({ state }) => state).join(' ');
  expect(states).toBe(`accepted made-up ${'accepted '.repeat(4)}${'paused '.repeat(3)}accepted accepted made-up accepted missed ${'accepted '.repeat(7)}`.trim());
  expect(told.mine).toMatchObject({ total: 17, streak: 7, best: 10, cardsLeft: 0, done: false, button: 'ended' });
  expect(told.byTotal.map(({ name, value, makeups }) => [name, value, makeups])).toEqual([['妈妈', 20, 0], ['阿楠', 17, 2]]);
  const { entries } = await my.feed('?limit=100');
  expect(entries.filter(({ kind, member }) => kind === 'zone' && member.id === nan.id).map(({ zone }) => zone).reverse()).toEqual(['Asia/Tokyo', 'Asia/Shanghai', 'Europe/London', 'Asia/Shanghai']);
  const table = await fetch(`${cloud.url}/api${my.path}/export.csv`, { headers: { authorization: `Bearer ${nan.session.token}` } });
  const csv = await table.text();
  expect(csv.split('\r\n').filter((line) => /,补卡,/.test(line))).toHaveLength(2);
  expect(csv).toMatch(/申诉/);
  expect((await callAnew(nan, 'GET', my.path)).status).toBe(200);
}, 180_000);
