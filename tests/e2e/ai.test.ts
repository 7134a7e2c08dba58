import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { startModelStub, type ModelStub } from '../support/model';
import { eventually, type Person } from '../support/person';
import { Phone, closeBrowser, type Look } from './support/phone';

/* Needs the built H5 client, as walk.test.ts does. */
let stub: ModelStub;
let cloud: Cloud;
let people: Person[];
let pai: Pai;

const NAMES = ['妈妈', '阿楠', '爸爸', '外婆', '名字正好写满二十个字的这一位朋友真不少'];
/** The engine wants it looked at before it is shown. */
const DOUBTFUL = '信不信我弄死你';
const WORDS = '慢慢来，大家别着急。路上风景好，多看看花和云。累了就歇一歇，再见啦。';

beforeAll(async () => {
  stub = await startModelStub();
  cloud = await givenCloud({ MODEL_BASE_URL: stub.url, MODEL_NAME: 'stand-in' });
});
afterAll(async () => {
  await closeBrowser();
  await cloud.stop();
  await stub.stop();
});
beforeEach(async () => {
  stub.control.reset();
  people = await Promise.all(NAMES.map((name) => cloud.person(name)));
  const [owner, ...others] = people as [Person, ...Person[]];
  pai = await owner.createPai('秋天去杭州', { kind: 'trip' });
  await owner.bring(pai.id, ...others);
});

const opened: Phone[] = [];
afterEach(async () => {
  for (const phone of opened.splice(0)) await phone.close();
});

async function phoneOf(person: Person | undefined, look: Partial<Look> = {}): Promise<Phone> {
  if (!person) throw new Error('nobody');
  const phone = await Phone.open({ locale: 'zh', dark: false, elder: false, ...look });
  opened.push(phone);
  const { token, refreshToken, expiresIn, user } = person.session;
  await phone.keep({ tokens: { token, refreshToken, expiresAt: Date.now() + expiresIn * 1000 }, user, prefs: { elder: phone.look.elder, theme: 'system', locale: phone.look.locale } });
  await phone.page.goto(`${cloud.url}/#/pages/room/index?id=${pai.id}`);
  await phone.settled();
  return phone;
}

const agree = async (phone: Phone): Promise<void> => {
  const yes = phone.page.getByRole('button', { name: /^(好|知道了|OK|Fine)$/ });
  if (await yes.count()) await yes.first().tap();
};

it('five people ask at once: one answer, each named once, on every phone', async () => {
  stub.control.script(() => ({ text: '不着急，慢慢来。', delayMs: 300 }));
  const phones = await Promise.all(people.map((person) => phoneOf(person)));
  for (const phone of phones) await agree(phone);
  await Promise.all(phones.map((phone, i) => phone.say(`@小派 第${'一二三四五'[i]}个问题，怎么走？`)));
  for (const phone of phones) await phone.sees(/慢慢来/);
  await eventually('all five are answered', async () => {
    const said = (await (people[0] as Person).history(pai.id)).filter(({ sender }) => sender.kind === 'ai');
    return said.flatMap(({ askers }) => askers).length === 5 && said.length <= 2;
  });
  await (phones[0] as Phone).page.waitForTimeout(1500);
  const said = (await (people[0] as Person).history(pai.id)).filter(({ sender }) => sender.kind === 'ai');
  const text = said.map((message) => message.text).join('\n');
  for (const name of NAMES) expect(text.split(name)).toHaveLength(2);
  for (const phone of phones) expect(phone.faults).toEqual([]);
}, 90_000);

it.each([
  ['in Chinese', {}, /停/],
  ['in English, dark', { locale: 'en', dark: true }, /Stop/],
  ['in elder size', { elder: true }, /停/],
] as [string, Partial<Look>, RegExp][])('an answer is written before their eyes and stopped by who asked, %s', async (_, look, stop) => {
  stub.control.script(() => ({ text: WORDS.repeat(6), paceMs: 150 }));
  const phone = await phoneOf(people[4], look);
  await agree(phone);
  await phone.say('@小派 你好呀');
  await phone.sees(/慢慢来，大家别着急。路上/);
  await phone.picture('ai writing');
  expect(await phone.wrongs()).toEqual([]);
  await phone.page.getByRole('button', { name: stop }).last().tap();
  await phone.sees(/什么也没发出来|Nothing was sent/);
  await phone.picture('ai stopped');
  expect((await (people[0] as Person).history(pai.id)).filter(({ sender }) => sender.kind === 'ai')).toEqual([]);
}, 60_000);

it.each([
  ['in Chinese', {}, /稍等，正在审核/],
  ['in English, dark', { locale: 'en', dark: true }, /One moment: being looked at/],
  ['in elder size', { elder: true }, /稍等，正在审核/],
] as [string, Partial<Look>, RegExp][])('an answer that is looked at first is shown to who asked, with a line that says so, and to nobody else, %s', async (_, look, line) => {
  stub.control.script(() => ({ text: DOUBTFUL }));
  const [phone, other] = [await phoneOf(people[4], look), await phoneOf(people[1])];
  for (const one of [phone, other]) await agree(one);
  await phone.say('@小派 你好呀');
  await phone.sees(line);
  await phone.settled();
  await phone.picture('ai held');
  expect(await phone.wrongs()).toEqual([]);
  expect(await other.page.getByText(DOUBTFUL).count()).toBe(0);
}, 60_000);

it('two who want something done in one turn get a card each: one on a small phone in elder size, one in the dark', async () => {
  const calls = [{ name: 'draft_reminder', args: { text: '拿快递', when: '明早8点' } }, { name: 'draft_poll', args: { question: '哪天', options: ['周六', '周日'] } }];
  stub.control.script(({ messages }) => (messages.at(-1)?.role === 'tool' ? { text: '都拟好了，等你们确认。' } : { calls }));
  const [owner, , , grandma, long] = people as [Person, Person, Person, Person, Person];
  const phones = [await phoneOf(grandma, { elder: true }), await phoneOf(long, { dark: true })];
  for (const phone of phones) await agree(phone);
  const { id } = await owner.ai(pai.id);
  await Promise.all([grandma.say(pai.id, '@小派 明早8点提醒我拿快递', { mentions: [id] }), long.say(pai.id, '@小派 投个票：周六还是周日', { mentions: [id] })]);
  for (const phone of phones) {
    await phone.page.locator('.prop-go').first().waitFor();
    await phone.settled();
    await phone.picture('ai two cards');
    expect(await phone.wrongs()).toEqual([]);
    expect(await phone.page.locator('.prop-go').count()).toBe(1);
    expect(await phone.page.locator('.prop').count()).toBe(2);
  }
}, 60_000);

it('the receipt says why it spoke and what it cost', async () => {
  stub.control.script(() => ({ text: '不着急，慢慢来。' }));
  const phone = await phoneOf(people[1]);
  await agree(phone);
  await phone.say('@小派 你好呀');
  await phone.sees(/慢慢来/);
  await phone.page.getByRole('button', { name: '为什么说' }).last().tap();
  await phone.page.getByText('叫了它，任何时候都答').waitFor();
  await phone.settled();
  await phone.picture('ai receipt');
  expect(await phone.wrongs()).toEqual([]);
}, 60_000);
