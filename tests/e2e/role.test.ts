import sharp from 'sharp';
import type { AiRole, MemoryFact, RolesReply } from '@shared/wire/aiRole';
import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { eventually, type Person } from '../support/person';
import { Phone, closeBrowser, type Look } from './support/phone';

jest.setTimeout(120_000);

/* Needs the built H5 client, as walk.test.ts does. */
let cloud: Cloud;
let lin: Person;
let nan: Person;
let pai: Pai;
let aiId: string;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(async () => {
  await closeBrowser();
  await cloud.stop();
});

beforeEach(async () => {
  [lin, nan] = await cloud.people('林静', '阿楠');
  pai = await lin.createPai('秋天去杭州', { kind: 'trip' });
  await lin.bring(pai.id, nan);
  aiId = (await lin.ai(pai.id)).id;
  await lin.must('PUT', `/pais/${pai.id}/roles/${aiId}`, { quiet: null, capPercent: 30 });
  for (let i = 0; i < 14; i++) await (i % 2 ? nan : lin).say(pai.id, ['周六早上八点半从南门出发', '好的，我带三副登山杖和两把伞', '路上先去灵隐寺，人少一些，再去湖边走走', '外婆也想坐摇橹船，早点去码头排队'][i % 4] as string);
});

const PLAIN: Look = { locale: 'zh', dark: false, elder: false };

async function phoneOf(person: Person, page: string, look: Look = PLAIN): Promise<Phone> {
  const phone = await Phone.open(look);
  const { token, refreshToken, expiresIn, user } = person.session;
  await phone.keep({ tokens: { token, refreshToken, expiresAt: Date.now() + expiresIn * 1000 }, user, prefs: { elder: look.elder, theme: 'system', locale: look.locale } });
  await go(phone, page);
  return phone;
}

async function go(phone: Phone, page: string): Promise<void> {
  await phone.page.goto(`${cloud.url}/#/pages/${page}/index?id=${pai.id}`);
  await phone.page.reload();
  await phone.settled();
}

const roleOf = async () => (await lin.must<RolesReply>('GET', `/pais/${pai.id}/roles`)).roles[0];
const aiSaid = async (): Promise<string[]> => (await lin.history(pai.id)).filter(({ sender }) => sender.kind === 'ai').map(({ text }) => text);
const button = (phone: Phone, name: string | RegExp) => phone.page.getByRole('button', { name });

it('an owner changes the role, tries it out, sees the effect, and goes back', async () => {
  const phone = await phoneOf(lin, 'role');
  const tried = phone.page.getByText('不开口', { exact: true });
  await button(phone, '试试').tap();
  await tried.waitFor();
  expect(await phone.page.getByText('没人叫它；「帮一把」才会答').isVisible()).toBe(true);
  await phone.picture('role tried');
  await phone.page.getByRole('radio', { name: '帮一把' }).tap();
  await eventually('the mode is changed', async () => (await roleOf())?.mode === 'helpful');
  await button(phone, '试试').tap();
  await phone.page.getByText('会开口', { exact: true }).first().waitFor();
  expect(await phone.page.getByText('没问谁，它答得上来').isVisible()).toBe(true);
  expect(await aiSaid()).toEqual([]);

  await nan.say(pai.id, '几点出发来着？');
  await eventually('an answer nobody called for', async () => (await aiSaid()).some((text) => text.includes('八点半')), 15_000);

  await phone.page.getByRole('radio', { name: '关', exact: true }).tap();
  await eventually('it is off', async () => (await roleOf())?.mode === 'off');
  const before = (await aiSaid()).length;
  await nan.say(pai.id, '@小派 几点出发？', { mentions: [aiId] });
  await phone.page.waitForTimeout(1500);
  expect((await aiSaid()).length).toBe(before);

  await phone.page.getByText('改动记录').tap();
  await button(phone, /回到这一版 第 1 版/).tap();
  await eventually('it is as it was', async () => (await roleOf())?.mode === 'called');
  await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
  await phone.page.getByRole('radio', { name: '叫了才说', checked: true }).waitFor();
  expect(await phone.wrongs()).toEqual([]);
  await phone.close();
});

it('the cap, quiet hours, skills and the manner are set by hand; a name that passes for a relative is refused with the reason', async () => {
  const phone = await phoneOf(lin, 'role');
  await phone.page.getByRole('slider').fill('12');
  await eventually('the cap is set', async () => (await roleOf())?.capPercent === 12);
  await phone.page.getByRole('switch', { name: '安静时段' }).tap();
  await button(phone, /改时段/).tap();
  await phone.page.getByRole('textbox', { name: '从' }).fill('21:30');
  await button(phone, '好了').tap();
  await eventually('quiet hours are set', async () => (await roleOf())?.quiet?.from === '21:30');
  await phone.page.getByRole('switch', { name: '拟投票' }).tap();
  await eventually('a skill is gone', async () => !(await roleOf())?.skills.includes('poll'));
  await button(phone, /说话方式/).tap();
  await phone.page.getByRole('textbox', { name: '说话方式' }).fill('像列车员一样准');
  await button(phone, '保存').tap();
  await eventually('the manner is set', async () => (await roleOf())?.manner === '像列车员一样准');
  await button(phone, /名字和头像/).tap();
  await phone.page.getByRole('textbox', { name: /名字/ }).fill('妈妈');
  await button(phone, '保存').tap();
  await phone.page.getByText(/不扮演亲人/).waitFor();
  expect((await roleOf())?.name).toBe('小派');
  await phone.close();
});

it('an owner gives it a picture, which everybody sees, and takes it off for an icon; what is none is refused with the reason', async () => {
  const phone = await phoneOf(lin, 'role');
  const pick = async (name: string, mimeType: string, buffer: Buffer): Promise<void> => {
    const [chooser] = await Promise.all([phone.page.waitForEvent('filechooser'), button(phone, '选一张图片').tap()]);
    await chooser.setFiles({ name, mimeType, buffer });
  };
  await button(phone, /名字和头像/).tap();
  await pick('face.png', 'image/png', Buffer.from('<script>alert(1)</script>'));
  await phone.page.getByText(/不支持这种图片/).waitFor();
  expect(phone.faults.splice(0).filter((fault) => !fault.includes('415'))).toEqual([]);
  await pick('face.png', 'image/png', await fox());
  await button(phone, '不用图片').waitFor();
  const url = (await roleOf())?.avatar ?? '';
  expect(await sharp(Buffer.from(await (await fetch(cloud.url + url)).arrayBuffer())).metadata()).toMatchObject({ width: 360, height: 360 });
  const drawn = (on: Phone) => on.page.locator(`.ai-mark img[src*="${url.split('?')[0]}"]`).filter({ visible: true });
  await eventually('it is drawn', async () => (await drawn(phone).count()) > 1);
  await phone.picture('role picture');
  expect(await phone.wrongs()).toEqual([]);

  await nan.say(pai.id, '@小派 几点出发？', { mentions: [aiId] });
  await eventually('an answer', async () => (await aiSaid()).length > 0, 15_000);
  const member = await phoneOf(nan, 'room');
  await member.page.getByRole('group', { name: /小派/ }).last().waitFor();
  await eventually('the bubble and what was told of the AI wear it', async () => (await drawn(member).count()) === 2);
  await member.picture('room picture');
  await button(member, /为什么|为何/).last().tap();
  await member.page.getByRole('dialog').waitFor();
  expect(await drawn(member).count()).toBe(3);
  await member.picture('receipt picture');
  await member.page.getByRole('dialog').getByRole('button', { name: '关闭' }).tap();
  await member.composer.fill('@');
  await member.page.getByRole('listbox').waitFor();
  await eventually('the one who may be meant wears it', async () => (await drawn(member).count()) === 3);
  await member.picture('mention picture');

  await phone.page.getByRole('radio', { name: '🧭' }).tap();
  await button(phone, '保存').tap();
  await phone.page.getByRole('dialog').waitFor({ state: 'detached' });
  await eventually('the icon is its face again, on every phone', async () => (await drawn(phone).count()) + (await drawn(member).count()) === 0);
  expect(await roleOf()).toMatchObject({ emoji: '🧭' });
  await Promise.all([phone.close(), member.close()]);
});

it('a member is told who processes what is read, hides from the AI, and is left out', async () => {
  const phone = await phoneOf(nan, 'room');
  const told = phone.page.getByRole('region', { name: 'AI 会读什么' });
  await told.waitFor();
  expect(await told.textContent()).toContain('本机引擎');
  await phone.picture('consent');
  expect(await phone.wrongs()).toEqual([]);
  await button(phone, '不让它读我').tap();
  await told.waitFor({ state: 'detached' });
  await eventually('the choice is kept', async () => (await nan.pai(pai.id)).mine.aiMayRead === false);
  await lin.say(pai.id, '@小派 谁带登山杖？', { mentions: [aiId] });
  await eventually('an answer', async () => (await aiSaid()).length > 0, 15_000);
  expect((await aiSaid()).join('')).not.toContain('三副');
  await phone.page.reload();
  await phone.settled();
  expect(await told.isVisible()).toBe(false);
  await go(phone, 'settings');
  expect(await phone.page.getByRole('switch', { name: 'AI 可以读我说的话' }).getAttribute('aria-checked')).toBe('false');
  await phone.close();
});

it('what the AI keeps in mind is seen, corrected, followed to its message and forgotten', async () => {
  const { seq } = await nan.say(pai.id, '我不吃辣');
  const keep = (who: Person, text: string, at?: number) => who.must<{ fact: MemoryFact }>('POST', `/pais/${pai.id}/ai/memory`, { text, seq: at });
  await keep(nan, '阿楠不吃辣', seq);
  await keep(lin, '集合在南门');
  const facts = async (): Promise<string[]> => (await lin.must<{ facts: MemoryFact[] }>('GET', `/pais/${pai.id}/ai/memory`)).facts.map(({ text }) => text);
  const phone = await phoneOf(nan, 'role/memory');
  await phone.picture('memory');
  expect(await phone.wrongs()).toEqual([]);
  expect(await button(phone, '改这一条 集合在南门').count()).toBe(0);
  await button(phone, '改这一条 阿楠不吃辣').tap();
  await phone.page.getByRole('textbox').fill('阿楠对花生过敏');
  await button(phone, '保存').tap();
  await phone.page.getByText(/病情和身体状况不让它记/).waitFor();
  await phone.page.getByRole('textbox').fill('阿楠不吃花生');
  await button(phone, '保存').tap();
  await eventually('it is corrected', async () => (await facts()).includes('阿楠不吃花生'));
  await button(phone, /看原话/).tap();
  await phone.sees('我不吃辣');
  await phone.page.goBack();
  await button(phone, '忘掉关于我的').tap();
  await phone.page.getByRole('alertdialog').getByRole('button', { name: '忘掉', exact: true }).tap();
  await eventually('it is forgotten', async () => (await facts()).join() === '集合在南门');
  await phone.close();
});

/** A picture wider than high. */
const fox = (): Promise<Buffer> =>
  sharp(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#f6c58f"/><path d="M200 90l60 60h120l60-60v120a120 120 0 0 1-240 0z" fill="#c65a21"/><circle cx="270" cy="210" r="14"/><circle cx="370" cy="210" r="14"/></svg>')).png().toBuffer();

const LOOKS: [string, Look][] = [
  ['in Chinese', PLAIN],
  ['in English, dark', { locale: 'en', dark: true, elder: false }],
  ['in Chinese, elder size', { locale: 'zh', dark: false, elder: true }],
  ['in English, elder size, dark', { locale: 'en', dark: true, elder: true }],
];

describe.each(LOOKS)('%s', (_, look) => {
  it('the pages read well, for the owner and for a member, on and off', async () => {
    const { role } = await lin.must<{ role: AiRole }>('POST', `/pais/${pai.id}/roles`, { template: 'trip' });
    await lin.must('PUT', `/pais/${pai.id}/roles/${role.id}`, { avatarFileId: (await lin.upload(await fox(), 'image')).body.file.id });
    await nan.must('POST', `/pais/${pai.id}/ai/memory`, { text: '阿楠不吃辣，也不吃香菜、折耳根和任何需要剥皮的东西', seq: 3 });
    const owner = await phoneOf(lin, 'role', look);
    await owner.picture('role owner');
    expect(await owner.wrongs()).toEqual([]);
    await owner.page.evaluate("document.querySelector('.pg-body').scrollTo(0, 1e6)");
    await owner.picture('role owner end');
    await owner.page.getByRole('radio').first().tap();
    await owner.settled();
    await owner.picture('role off');
    expect(await owner.wrongs()).toEqual([]);
    await owner.page.getByText(look.locale === 'zh' ? '名字和头像' : 'Name and face').tap();
    await owner.page.getByRole('dialog').waitFor();
    await owner.settled();
    await owner.picture('role face');
    expect(await owner.wrongs()).toEqual([]);
    for (const page of ['members', 'settings', 'role/memory', 'room']) {
      await go(owner, page);
      await owner.picture(`owner ${page.replace('/', ' ')}`);
      expect(await owner.wrongs()).toEqual([]);
    }
    await owner.close();
    const member = await phoneOf(nan, 'role', look);
    await member.picture('role member');
    expect(await member.wrongs()).toEqual([]);
    await member.close();
  });
});
