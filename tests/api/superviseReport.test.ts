import type { WeekReport } from '@shared/wire/challenge';
import { Player, stand, start } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';

let cloud: Cloud;
beforeAll(async () => (cloud = await givenCloud({ ROLES: 'web' })));
afterAll(() => cloud.stop());
afterEach(() => stand());

const report = async (player: Player): Promise<WeekReport | null> => (await player.call<{ report: WeekReport | null }>('GET', '/report')).body.report;

it('a week is told by what stands in the ledger, each line with its entries, and who did nothing is not named', async () => {
  stand('2026-11-02T07:00:00+08:00');
  const [owner, li, wang] = await cloud.people('派主', '李', '王');
  const pai = await owner.createPai('晨跑团');
  await owner.bring(pai.id, li, wang);
  const challenge = await start(owner, pai.id, { title: '晨跑', start: '2026-11-02', proof: { kind: 'number', unit: '公里' }, makeup: { cards: 2, maxAgeDays: 7 } });
  const [one, other] = [new Player(owner, challenge), new Player(li, challenge)];
  await other.join();
  await new Player(wang, challenge).join();
  expect(await report(one)).toBeNull();
  const ids: Record<string, string[]> = { 派主: [], 李: [] };
  for (const day of ['02', '03', '04']) {
    stand(`2026-11-${day}T07:30:00+08:00`);
    ids['派主']?.push((await one.checkIn({ proof: { amount: 5.1 } })).body.entry.id);
  }
  ids['李']?.push((await other.checkIn({ proof: { amount: 3 } })).body.entry.id);
  const rejected = await one.write('verdicts', { memberId: li.id, day: '2026-11-04', ok: false });
  expect(rejected.status).toBe(201);
  stand('2026-11-05T07:30:00+08:00');
  ids['李']?.splice(0, 1, (await other.checkIn({ proof: { amount: 3 } })).body.entry.id);
  expect(await report(one)).toEqual({
    from: '2026-11-02',
    to: '2026-11-05',
    aiMade: false,
    lines: [
      { text: '这一周 2 个人打了 4 次卡', entryIds: expect.arrayContaining([...(ids['派主'] ?? []), ...(ids['李'] ?? [])]) as string[] },
      { text: '派主打了 3 天，连续 3', entryIds: ids['派主'] },
      { text: '李打了 1 天', entryIds: ids['李'] },
      { text: '一共 18.3 公里', entryIds: expect.arrayContaining([...(ids['派主'] ?? []), ...(ids['李'] ?? [])]) as string[] },
    ],
  });
  stand('2026-11-09T07:00:00+08:00');
  expect(await report(one)).toBeNull();
});
