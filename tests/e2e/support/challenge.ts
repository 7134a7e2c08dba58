import type { Cloud } from '../../support/cloud';
import { Person } from '../../support/person';
import { Phone, type Look } from './phone';

const opened: Phone[] = [];

/** Opens a page of challenges on somebody's phone; its clock stands at `iso` where one is given. */
export async function punchPhone(cloud: Cloud, person: Person, query: string, look: Partial<Look> = {}, iso?: string, zone?: string): Promise<Phone> {
  const phone = await Phone.open({ locale: 'zh', dark: false, elder: false, ...look }, undefined, zone);
  opened.push(phone);
  if (iso !== undefined) await phone.page.clock.setFixedTime(new Date(iso));
  // the service's clock was moved: what was signed in before has run out
  person.session = (await Person.guest(person.base, person.user.nickname, person.device)).session;
  const { token, refreshToken, user } = person.session;
  await phone.keep({ tokens: { token, refreshToken, expiresAt: Date.parse('2099-01-01') }, user, prefs: { elder: phone.look.elder, theme: 'system', locale: phone.look.locale } });
  await phone.page.goto(`${cloud.url}/#/pages/challenge/index?${query}`);
  await phone.settled();
  return phone;
}

export async function closePhones(): Promise<void> {
  for (const phone of opened.splice(0)) await phone.close();
}
