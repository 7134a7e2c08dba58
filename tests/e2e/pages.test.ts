import type { Pai } from '@shared/wire/pai';
import { givenCloud, type Cloud } from '../support/cloud';
import { eventually, type Person } from '../support/person';
import { Phone, closeBrowser, type Look } from './support/phone';

/* Needs the built H5 client, as walk.test.ts does. */
let cloud: Cloud;
let owner: Person;
let pai: Pai;
let link: string;

const LONG = '这是一个很长很长的派名字占满二十个字才罢休';

beforeAll(async () => {
  cloud = await givenCloud();
  const people = await Promise.all(['林静', '名字正好写满二十个字的这一位朋友真不少', 'Wolfeschlegelstein-B', '🦊🦊🦊'].map((name) => cloud.person(name)));
  owner = people[0] as Person;
  pai = await owner.createPai(LONG.slice(0, 20), { kind: 'family' });
  await owner.bring(pai.id, ...people.slice(1));
  await owner.must('PATCH', `/pais/${pai.id}`, { announcement: '周六早上八点半南门集合，带水和伞，下雨就改到周日，改的话前一天晚上九点前在这里说', intro: '一家人的日常' });
  for (let i = 0; i < 12; i++) await (people[i % 4] as Person).say(pai.id, i % 3 === 0 ? '好' : `第 ${i} 句：https://example.com/a/very/long/path/without/any/break/that/does/not/fit 周六去香山爬山，门票六十元`);
  await owner.say(pai.id, '@小派 总结一下', { mentions: [(await owner.ai(pai.id)).id] });
  await eventually('an answer', async () => (await owner.history(pai.id)).some(({ sender }) => sender.kind === 'ai'));
  await (await cloud.person('想进来的人')).must('POST', '/pais/join', { number: pai.number });
  link = (await owner.must<{ url: string }>('POST', `/pais/${pai.id}/invites`, {})).url;
});
afterAll(async () => {
  await closeBrowser();
  await cloud.stop();
});

const LOOKS: [string, Look][] = [
  ['in Chinese', { locale: 'zh', dark: false, elder: false }],
  ['in English, dark', { locale: 'en', dark: true, elder: false }],
  ['in Chinese, elder size, dark', { locale: 'zh', dark: true, elder: true }],
  ['in English, elder size', { locale: 'en', dark: false, elder: true }],
];

/* Name, address, and what must be there to be read. */
const PAGES: [string, () => string, RegExp][] = [
  ['home', () => 'pages/home/index', /很长很长的派名字/],
  ['new pai', () => 'pages/create/index', /一家人|Family/],
  ['room', () => `pages/room/index?id=${pai.id}`, /AI 生成|AI-made/],
  ['members', () => `pages/members/index?id=${pai.id}`, /想进来的人/],
  ['settings', () => `pages/settings/index?id=${pai.id}`, /一家人的日常/],
  ['invitation', () => `pages/invite/index?id=${pai.id}`, /很长很长的派名字/],
  ['search', () => `pages/search/index?id=${pai.id}`, /搜说过的话|Search/],
  ['search everywhere', () => 'pages/search/index', /搜说过的话|Search/],
  ['me', () => 'pages/me/index', /林静/],
  ['terms', () => 'pages/legal/index?doc=terms', /用户协议|Terms/],
];

/** Signs the pai's owner in on a phone: what the owner's own device key does. */
async function ownersPhone(look: Look, viewport?: { width: number; height: number }): Promise<Phone> {
  const phone = await Phone.open(look, viewport);
  const { token, refreshToken, expiresIn, user } = owner.session;
  await phone.keep({ tokens: { token, refreshToken, expiresAt: Date.now() + expiresIn * 1000 }, user, prefs: { elder: look.elder, theme: 'system', locale: look.locale } });
  return phone;
}

describe.each(LOOKS)('%s', (_, look) => {
  let phone: Phone;
  beforeAll(async () => (phone = await ownersPhone(look)));
  afterAll(() => phone.close());

  it.each(PAGES)('%s reads well', async (page, path, content) => {
    await phone.page.goto(`${cloud.url}/#/${path()}`);
    await phone.page.reload();
    await phone.settled();
    expect(await phone.page.evaluate('document.body.innerText')).toMatch(content);
    await phone.picture(page);
    expect(await phone.wrongs()).toEqual([]);
  });

  it('an invitation reads well to a stranger, and so does one that leads nowhere', async () => {
    const stranger = await Phone.open(look);
    await stranger.keep({ prefs: { elder: look.elder, theme: 'system', locale: look.locale } });
    const NOWHERE = 'landing ended';
    for (const [page, url] of [['landing', link], [NOWHERE, `${link.slice(0, -6)}AAAAAA`]] as const) {
      await stranger.page.goto(url);
      await stranger.settled();
      await stranger.picture(page);
      // the browser itself reports an invitation that is not found
      expect(await stranger.wrongs()).toEqual(page === NOWHERE ? [expect.stringContaining('404')] : []);
    }
    await stranger.close();
  });
});

describe.each([false, true])('on a wide window, dark: %s', (dark) => {
  it('list and room stand side by side and read well', async () => {
    const phone = await ownersPhone({ locale: 'zh', dark, elder: false }, { width: 1280, height: 800 });
    await phone.page.goto(cloud.url);
    await phone.page.getByRole('button', { name: new RegExp(LONG.slice(0, 12)) }).first().tap();
    await phone.composer.waitFor();
    await phone.settled();
    expect(await phone.page.getByRole('link', { name: phone.word('me'), exact: true }).isVisible()).toBe(true);
    expect(await phone.wrongs()).toEqual([]);
    await phone.close();
  });
});
