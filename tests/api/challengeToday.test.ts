import type { OpenToday } from '@shared/wire/challenge';
import { callAnew, Player, stand, start } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import type { Person } from '../support/person';

let cloud: Cloud;
let owner: Person;
let li: Person;

beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());
beforeEach(async () => {
  stand('2026-11-02T09:00:00+08:00');
  [owner, li] = await cloud.people('派主', '李');
});
afterEach(() => stand());

const titles = async (who: Person): Promise<string[]> => (await callAnew<OpenToday>(who, 'GET', '/challenges/today')).body.open.map(({ title }) => title);

it('what is open today is told over all pais, what closes first before the rest, to those who take part', async () => {
  const [one, other] = [await owner.createPai('早起团'), await owner.createPai('读书会')];
  await owner.bring(one.id, li);
  const run = await start(owner, one.id, { title: '跑步', start: '2026-11-02', window: { from: '06:00', to: '22:00' } });
  await start(owner, other.id, { title: '读书', start: '2026-11-02', window: { from: '06:00', to: '10:00' } });
  await start(owner, one.id, { title: '晚上', start: '2026-11-02', window: { from: '20:00', to: '22:00' } });
  await start(owner, one.id, { title: '随时', start: '2026-11-02' });
  expect(await titles(owner)).toEqual(['读书', '跑步', '随时']);
  expect(await titles(li)).toEqual([]);
  const [mine, his] = [new Player(owner, run), new Player(li, run)];
  await his.join();
  expect(await titles(li)).toEqual(['跑步']);
  await mine.checkIn();
  expect(await titles(owner)).toEqual(['读书', '随时']);
  stand('2026-11-02T20:30:00+08:00');
  expect(await titles(owner)).toEqual(['晚上', '随时']);
});

it('nothing is open in a pai one has left, in a pause, or in a challenge that was closed', async () => {
  const pai = await owner.createPai('早起团');
  await owner.bring(pai.id, li);
  const [a, b] = [await start(owner, pai.id, { title: '一', start: '2026-11-02' }), await start(owner, pai.id, { title: '二', start: '2026-11-02' })];
  for (const challenge of [a, b]) await new Player(li, challenge).join();
  expect((await titles(li)).sort()).toEqual(['一', '二']);
  await new Player(li, a).write('pauses');
  await new Player(owner, b).do('close');
  expect(await titles(li)).toEqual([]);
  expect(await titles(owner)).toEqual(['一']);
  await new Player(li, a).write('resume');
  expect(await titles(li)).toEqual(['一']);
  await li.must('POST', `/pais/${pai.id}/leave`, {});
  expect(await titles(li)).toEqual([]);
});
