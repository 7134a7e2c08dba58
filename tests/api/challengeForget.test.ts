import type { Pai } from '@shared/wire/pai';
import { accountGone } from '../../cloud/src/account';
import { dropProofFile, eraseChallenges } from '../../cloud/src/checkin';
import { cell } from '../../cloud/src/checkin/csv';
import { ChallengeModel, EntryModel } from '../../cloud/src/checkin/model';
import { Player, start, type GivenRules } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import { pngOf } from '../support/media';
import { codeOf, type Person } from '../support/person';

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

async function given(rules: Partial<GivenRules> = {}): Promise<[Player, Player]> {
  const challenge = await start(owner, pai.id, { start: today(), ...rules });
  const player = new Player(li, challenge);
  await player.join();
  return [new Player(owner, challenge), player];
}

const picture = async (who: Person): Promise<string> => (await who.upload(await pngOf(40, 30), 'image')).body.file.id;

describe('[X1] who leaves the pai', () => {
  it('takes part no more; the entries stay, marked', async () => {
    const [mine, theirs] = await given();
    await theirs.checkIn({ proof: { text: '跑了' } });
    await li.must('POST', `/pais/${pai.id}/leave`, {});
    expect(codeOf(await theirs.checkIn())).toBe('404 pai/not-found');
    expect(await mine.read()).toMatchObject({ members: 1, doneToday: 0, byTotal: [{ id: owner.id }] });
    expect((await mine.feed()).entries).toMatchObject([{ text: '跑了', member: { id: li.id, name: '李', left: true } }]);
    await owner.bring(pai.id, li);
    expect((await theirs.read()).mine.joined).toBe(false);
  });
});

describe('[X2] a deleted account', () => {
  it('leaves bare lines: no word, picture, place, figure, reaction or name', async () => {
    const [mine, theirs] = await given();
    const fileId = await picture(li);
    await theirs.checkIn({ proof: { text: '跑了', amount: 5, fileId, place: { name: '西湖', lat: 30, lon: 120 } } });
    const { entry } = (await mine.checkIn()).body;
    await li.call('PUT', `${mine.path}/entries/${entry.id}/reactions`, { emoji: '👍', on: true });
    await accountGone.tell({ userId: li.id });
    const shown = (await mine.feed()).entries;
    expect(shown.map(({ member, text, amount, file, place, reactions }) => [member.left, text, amount, file, place, reactions])).toEqual([
      [undefined, undefined, undefined, undefined, undefined, undefined],
      [true, undefined, undefined, undefined, undefined, undefined],
    ]);
    expect(JSON.stringify(await EntryModel.find({ userId: li.id }).lean())).not.toMatch(/跑了|西湖/);
  });
});

describe('[X3] a pai that is gone', () => {
  it('takes its challenges, entries and files along', async () => {
    const [, theirs] = await given();
    const { entry } = (await theirs.checkIn({ proof: { fileId: await picture(li) } })).body;
    await eraseChallenges(pai.id);
    expect([await EntryModel.countDocuments({ paiId: pai.id }), await ChallengeModel.countDocuments({ paiId: pai.id })]).toEqual([0, 0]);
    expect((await fetch(cloud.url + (entry.file?.url ?? ''))).status).toBe(404);
  });
});

describe('[X4] a picture WeChat refuses', () => {
  it('is taken off, the check-in stays', async () => {
    const [mine, theirs] = await given();
    const { entry } = (await theirs.checkIn()).body;
    const fileId = await picture(li);
    await theirs.do(`entries/${entry.id}/proof`, { proof: { fileId } });
    await dropProofFile(mine.challenge.id, fileId);
    expect((await mine.feed()).entries[0]).toMatchObject({ state: 'accepted' });
    expect((await mine.feed()).entries[0]?.file).toBeUndefined();
  });
});

it('[X5] a challenge of another pai is not there, whoever asks', async () => {
  const [, theirs] = await given();
  const far = await owner.createPai('别处');
  const other = new Player(owner, { id: theirs.challenge.id, paiId: far.id });
  const answers = [await other.call('GET', ''), await other.checkIn(), await other.do('close'), await other.join(), await other.call('GET', '/entries'), await other.call('GET', '/export.csv')];
  expect(answers.map(codeOf)).toEqual(Array(6).fill('404 challenge/not-found'));
});

describe('[E1] the export', () => {
  const csvOf = async (who: Person, { path }: Player, language = 'zh'): Promise<string> => {
    const response = await fetch(`${cloud.url}/api${path}/export.csv`, { headers: { authorization: `Bearer ${who.session.token}`, 'accept-language': language } });
    expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    return Buffer.from(await response.arrayBuffer()).toString('utf8');
  };

  it('has the mark of UTF-8, a row an entry, and no formula in it', async () => {
    const [mine, theirs] = await given();
    await theirs.checkIn({ proof: { text: '=HYPERLINK("http://a.cn","点我"),\n第二行' } });
    await mine.write('pauses', { until: today() });
    await mine.write('verdicts', { memberId: li.id, day: today(), ok: false, reason: '再拍一张' });
    const csv = await csvOf(owner, mine);
    expect(csv.startsWith('\uFEFF序号,成员,种类,日期')).toBe(true);
    expect(csv).toContain(`"'=HYPERLINK(""http://a.cn"",""点我""),\n第二行"`);
    expect(csv).toMatch(/派主,暂停,.*停到 \d{4}-\d\d-\d\d/);
    expect(csv).toMatch(/李,裁定,.*不算,派主,再拍一张/);
    expect(await csvOf(li, theirs, 'en')).toMatch(/^\uFEFFNo\.,Member,Kind/);
  });

  it.each([['=1+1', "'=1+1"], ['+86', "'+86"], ['-2', "'-2"], ['@a', "'@a"], ['\t=1', "'\t=1"], [' =1', "' =1"], ['a"b', '"a""b"'], ['普通', '普通'], [-3, '-3'], [undefined, '']])('writes %j as %j', (value, written) => {
    expect(cell(value)).toBe(written);
  });
});

