import type { Entry } from '@shared/wire/challenge';
import sharp from 'sharp';
import { Player, stand, start, type GivenRules } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import { heicWithExifOf, photoTaken, pngOf } from '../support/media';
import { codeOf, type Person } from '../support/person';

let cloud: Cloud;
let owner: Person;
let li: Person;
let wang: Person;
let paiId: string;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
beforeEach(async () => {
  [owner, li, wang] = await cloud.people('派主', '李', '王');
  paiId = (await owner.createPai('早起团')).id;
  await owner.bring(paiId, li, wang);
});

const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

async function players(rules: Partial<GivenRules>): Promise<{ boss: Player; one: Player; other: Player }> {
  const challenge = await start(owner, paiId, { start: today(), ...rules });
  const [boss, one, other] = [owner, li, wang].map((who) => new Player(who, challenge)) as [Player, Player, Player];
  for (const player of [one, other]) await player.join();
  return { boss, one, other };
}

const scene = (shift: number): Promise<Buffer> =>
  sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="320" height="240"><rect width="320" height="240" fill="#bde"/><circle cx="${60 + shift}" cy="${80 + shift / 3}" r="50" fill="#fc3"/><rect x="${200 - shift}" y="${shift}" width="90" height="150" fill="#253"/></svg>`)).png().toBuffer();

const shoot = async (player: Player, picture: Buffer): Promise<Entry> => {
  const fileId = (await player.who.upload(picture, 'image', { name: 'run.png' })).body.file.id;
  return (await player.checkIn({ proof: { fileId } })).body.entry;
};
const adviceFor = async (player: Player, entryId: string): Promise<Entry['advice']> => (await player.feed()).entries.find(({ id }) => id === entryId)?.advice;

it('a picture that looks like an earlier one counts, and those who judge see which', async () => {
  const { boss, one, other } = await players({ proof: { kind: 'picture' } });
  const first = await shoot(one, await scene(0));
  const again = await shoot(other, await sharp(await scene(0)).resize(200).jpeg({ quality: 40 }).toBuffer());
  const fresh = await shoot(boss, await scene(110));
  expect(again.state).toBe('accepted');
  expect(await adviceFor(boss, again.id)).toEqual([{ kind: 'same-picture', note: '和之前的一张照片很像', entryId: first.id }]);
  expect(await adviceFor(other, again.id)).toHaveLength(1);
  expect(await adviceFor(one, again.id)).toBeUndefined();
  expect([await adviceFor(boss, first.id), await adviceFor(boss, fresh.id)]).toEqual([undefined, undefined]);
});

it('words that stood there before are noted, words of one’s own are not', async () => {
  const { boss, one, other } = await players({ proof: { kind: 'text', minWords: 5 } });
  const text = '今天沿着河跑了五公里，风很大，看到了一只白鹭。';
  const first = (await one.checkIn({ proof: { text } })).body.entry;
  const copied = (await other.checkIn({ proof: { text: `${text}！` } })).body.entry;
  const own = (await boss.checkIn({ proof: { text: '早上下雨，在楼道里爬了二十层楼梯，出了一身汗。' } })).body.entry;
  expect(await adviceFor(boss, copied.id)).toEqual([{ kind: 'copied', note: '和之前写的几乎一样', entryId: first.id }]);
  expect([await adviceFor(boss, first.id), await adviceFor(boss, own.id)]).toEqual([undefined, undefined]);
});

describe('the time in a picture', () => {
  const NOW = '2026-11-26T08:00:00+08:00';
  afterEach(() => stand());
  async function proved(picture: Buffer, rules: Partial<GivenRules> = {}, now = NOW, zone?: string): Promise<{ state: Entry['state']; advice: Entry['advice'] }> {
    stand('2026-11-23T08:00:00+08:00');
    const { boss, one } = await players({ proof: { kind: 'picture' }, start: '2026-11-23', ...rules });
    stand(now);
    await one.read();
    const fileId = (await one.who.upload(picture, 'image', { name: 'run.jpg' })).body.file.id;
    const reply = await one.checkIn({ proof: { fileId }, ...(zone ? { zone } : {}) });
    expect(codeOf(reply)).toBe('201');
    const { entry } = reply.body;
    return { state: entry.state, advice: await adviceFor(boss, entry.id) };
  }

  it('of another day is said to those who judge; it counts all the same', async () => {
    expect(await proved(await photoTaken('2026:11:20 08:12:03', '+08:00'))).toEqual({ state: 'accepted', advice: [{ kind: 'old-picture', note: '照片里的时间是 11 月 20 日，不是打卡那天', takenOn: '2026-11-20' }] });
    expect((await proved(await photoTaken('2019:11:26 08:00:00'))).advice).toMatchObject([{ note: expect.stringContaining('2019 年 11 月 26 日'), takenOn: '2019-11-26' }]);
    expect((await proved(await heicWithExifOf(await photoTaken('2026:11:21 23:59:59')))).advice).toMatchObject([{ takenOn: '2026-11-21' }]);
  });

  it.each<[string, () => Promise<Buffer>]>([
    ['of today', () => photoTaken('2026:11:26 00:00:00')],
    ['of today by another clock', () => photoTaken('2026:11:25 18:30:00', '-05:00')],
    ['that is none', () => photoTaken('0000:00:00 00:00:00')],
    ['that was not written', () => pngOf(64, 48)],
  ])('%s says nothing', async (_, picture) => {
    expect((await proved(await picture())).advice).toBeUndefined();
  });

  it('without an offset is by the member’s clock, with one what that clock showed then', async () => {
    const late = '2026-11-26T23:30:00-05:00';
    expect((await proved(await photoTaken('2026:11:26 23:20:00'), {}, late, 'America/New_York')).advice).toBeUndefined();
    expect((await proved(await photoTaken('2026:11:27 12:20:00', '+08:00'), {}, late, 'America/New_York')).advice).toBeUndefined();
    expect((await proved(await photoTaken('2026:11:26 12:20:00', '+08:00'), {}, late, 'America/New_York')).advice).toMatchObject([{ takenOn: '2026-11-25' }]);
  });

  it('[C2] past midnight belongs to the evening before', async () => {
    const rules = { window: { from: '22:00', to: '02:00' } };
    for (const taken of ['2026:11:25 23:10:00', '2026:11:26 00:20:00']) expect((await proved(await photoTaken(taken), rules, '2026-11-26T00:30:00+08:00')).advice).toBeUndefined();
    expect((await proved(await photoTaken('2026:11:24 23:10:00'), rules, '2026-11-26T00:30:00+08:00')).advice).toMatchObject([{ takenOn: '2026-11-24' }]);
  });
});

it('what is added later is looked at as well, and is what later ones are held against', async () => {
  const { boss, one, other } = await players({});
  const text = '今天沿着河跑了五公里，风很大，看到了一只白鹭。';
  const [first, second, third] = [await one.checkIn(), await other.checkIn(), await boss.checkIn({ proof: { text } })].map(({ body }) => body.entry) as [Entry, Entry, Entry];
  const add = async (player: Player, { id }: Entry, proof: object): Promise<void> => expect((await player.do(`entries/${id}/proof`, { proof })).status).toBe(200);
  const pictureOf = async (player: Player, bytes: Buffer): Promise<string> => (await player.who.upload(bytes, 'image', { name: 'run.png' })).body.file.id;
  await add(one, first, { text: `${text}！` });
  await add(one, first, { fileId: await pictureOf(one, await scene(0)) });
  await add(other, second, { fileId: await pictureOf(other, await sharp(await scene(0)).resize(200).jpeg({ quality: 40 }).toBuffer()) });
  expect(await adviceFor(boss, first.id)).toEqual([{ kind: 'copied', note: '和之前写的几乎一样', entryId: third.id }]);
  expect(await adviceFor(boss, second.id)).toEqual([{ kind: 'same-picture', note: '和之前的一张照片很像', entryId: first.id }]);
  await add(other, second, { text: `早上好！${text}` });
  expect((await adviceFor(boss, second.id))?.map(({ kind }) => kind)).toEqual(['same-picture', 'copied']);
  expect(await adviceFor(boss, third.id)).toBeUndefined();
});
