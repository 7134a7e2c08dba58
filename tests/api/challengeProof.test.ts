import type { Entry } from '@shared/wire/challenge';
import type { Pai } from '@shared/wire/pai';
import { Player, start, type GivenRules } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import { pngOf } from '../support/media';
import { codeOf, newClientMsgId, type Person } from '../support/person';

let cloud: Cloud;
let owner: Person;
let li: Person;
let pai: Pai;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
beforeEach(async () => {
  [owner, li] = await cloud.people('派主', '李');
  pai = await owner.createPai('早起团');
  await owner.bring(pai.id, li);
});

const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

async function given(rules: Partial<GivenRules> = {}): Promise<Player> {
  const player = new Player(li, await start(owner, pai.id, { start: today(), ...rules }));
  await player.join();
  return player;
}

const uploaded = async (who: Person): Promise<string> => (await who.upload(await pngOf(40, 30), 'image', { name: 'run.jpg' })).body.file.id;
const refusal = async (player: Player, proof?: object): Promise<unknown[]> => {
  const { error } = (await player.checkIn(proof ? { proof } : {})).body;
  return [error?.code, error?.field, error?.message];
};

describe('[P1] what a check-in must bring', () => {
  it('text: so many words, Chinese by the character, others by the word', async () => {
    const player = await given({ proof: { kind: 'text', minWords: 6 } });
    expect(await refusal(player)).toEqual(['challenge/proof-text', 'proof.text', '至少写 6 个字，现在有 0 个']);
    expect(await refusal(player, { text: '今天 ran 5km!!!!!!' })).toEqual(['challenge/proof-text', 'proof.text', '至少写 6 个字，现在有 4 个']);
    expect((await player.checkIn({ proof: { text: '今天早上 ran 5km' } })).body.entry).toMatchObject({ text: '今天早上 ran 5km', state: 'accepted' });
  });

  it('a number with its unit, and at least so much', async () => {
    const player = await given({ proof: { kind: 'number', unit: '公里', min: 5 } });
    expect(await refusal(player)).toEqual(['challenge/proof-number', 'proof.amount', '填上这次是多少公里']);
    expect(await refusal(player, { amount: 4.9 })).toEqual(['challenge/proof-less', 'proof.amount', '至少要 5 公里']);
    expect((await player.checkIn({ proof: { amount: 5 } })).body.entry.amount).toBe(5);
  });

  it('a place', async () => {
    const player = await given({ proof: { kind: 'place' } });
    expect((await refusal(player)).slice(0, 2)).toEqual(['challenge/proof-place', 'proof.place']);
    expect((await player.checkIn({ proof: { place: { name: '西湖', lat: 30.25, lon: 120.15 } } })).body.entry.place?.name).toBe('西湖');
  });

  it('a picture: one’s own, of that kind, and not used for anything else', async () => {
    const player = await given({ proof: { kind: 'picture' } });
    expect((await refusal(player)).slice(0, 2)).toEqual(['challenge/proof-picture', 'proof.fileId']);
    expect((await refusal(player, { fileId: await uploaded(owner) })).slice(0, 2)).toEqual(['file/not-found', 'fileId']);
    const sent = await uploaded(li);
    await li.must('POST', `/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), fileId: sent });
    expect((await refusal(player, { fileId: sent }))[0]).toBe('file/not-found');
    const { body: doc } = await li.upload(Buffer.from('不是图'));
    expect((await refusal(player, { fileId: doc.file.id }))[0]).toBe('file/not-found');
    const { entry } = (await player.checkIn({ proof: { fileId: await uploaded(li), text: '沿河' } })).body;
    expect((await fetch(cloud.url + (entry.file?.url ?? ''))).status).toBe(200);
  });

  it('a picture of a check-in that is refused can be used again', async () => {
    const player = await given({ proof: { kind: 'picture' } });
    await player.checkIn({ proof: { fileId: await uploaded(li) } });
    const fileId = await uploaded(li);
    expect((await refusal(player, { fileId }))[0]).toBe('challenge/already-done');
    expect((await li.post(`/pais/${pai.id}/messages`, { clientMsgId: newClientMsgId(), fileId })).status).toBe(201);
  });
});

describe('[P2] what people will read', () => {
  it('is judged first', async () => {
    const player = await given();
    expect((await refusal(player, { text: '你们这群废物垃圾，滚出去去死吧' })).slice(0, 2)).toEqual(['text/unsafe', 'proof.text']);
    expect((await player.read()).mine.total).toBe(0);
  });

  it('is not written by who is muted: a tap is', async () => {
    const player = await given();
    await owner.must('PATCH', `/pais/${pai.id}/members/${li.id}`, { mutedMinutes: 5 });
    expect([(await refusal(player, { text: '跑了' }))[0], codeOf(await player.checkIn())]).toEqual(['member/muted', '201']);
  });
});

describe('[P3] beside an entry', () => {
  const add = (player: Player, entry: Entry, proof: object) => player.do<{ entry: Entry }>(`entries/${entry.id}/proof`, { proof });

  it('what is not there yet can be added, what is there is not replaced', async () => {
    const player = await given();
    const { entry } = (await player.checkIn({ proof: { text: '第一版' } })).body;
    expect((await add(player, entry, { text: '第二版' })).body.error?.code).toBe('challenge/proof-there');
    const pictures = await Promise.all([uploaded(li), uploaded(li)]);
    const added = await Promise.all(pictures.map((fileId) => add(player, entry, { fileId })));
    expect(added.map(codeOf).sort()).toEqual(['200', '409 challenge/proof-there']);
    const shown = (await player.feed()).entries[0];
    expect([shown?.text, pictures.includes(shown?.file?.id ?? '')]).toEqual(['第一版', true]);
  });

  it('only one’s own', async () => {
    const player = await given();
    const { entry } = (await player.checkIn()).body;
    expect(codeOf(await add(new Player(owner, player.challenge), entry, { amount: 1 }))).toBe('403 challenge/not-your-entry');
  });

  it('reactions count each person once, and go again', async () => {
    const player = await given();
    const { entry } = (await player.checkIn()).body;
    const react = (who: Person, emoji: string, on: boolean) => who.call<{ entry: Entry }>('PUT', `${player.path}/entries/${entry.id}/reactions`, { emoji, on });
    await Promise.all([react(owner, '👍', true), react(owner, '👍', true), react(li, '👍', true), react(li, '🎉', true)]);
    expect((await player.feed()).entries[0]?.reactions).toEqual(expect.arrayContaining([{ emoji: '👍', userIds: expect.arrayContaining([owner.id, li.id]) as string[] }, { emoji: '🎉', userIds: [li.id] }]));
    expect((await react(li, '🎉', false)).body.entry.reactions?.map(({ emoji, userIds }) => [emoji, userIds.length])).toEqual([['👍', 2]]);
  });
});

it('[P4] the heat of a day is how much it was beside one’s own most', async () => {
  const player = await given({ proof: { kind: 'number', unit: 'km' } });
  const { challenge } = (await player.checkIn({ proof: { amount: 5 } })).body;
  expect(challenge.mine.days.at(-1)).toMatchObject({ state: 'accepted', level: 3 });
});

describe('[F1] the feed', () => {
  it('is paged, the newest first, of all or of one', async () => {
    const player = await given();
    await new Player(owner, player.challenge).checkIn();
    await player.checkIn();
    for (let i = 0; i < 2; i++) {
      await player.write('pauses');
      await player.write('resume');
    }
    const first = await player.feed('?limit=4');
    const rest = await player.feed(`?limit=4&before=${first.next}`);
    expect([...first.entries, ...rest.entries].map(({ kind }) => kind)).toEqual(['resume', 'pause', 'resume', 'pause', 'checkin', 'checkin']);
    expect([rest.next, (await player.feed(`?member=${owner.id}`)).entries.length]).toEqual([undefined, 1]);
  });
});
