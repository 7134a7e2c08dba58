import { start, Player } from '../support/challenge';
import { givenCloud, type Cloud } from '../support/cloud';
import { eventually, wait } from '../support/person';
import { SocketClient } from '../support/socket';

let cloud: Cloud;
beforeAll(async () => (cloud = await givenCloud()));
afterAll(() => cloud.stop());

it('[N1] those who have the pai open are told of a challenge, at most once a second; the others are not', async () => {
  const [owner, li, mei] = await cloud.people('派主', '李', '梅');
  const pai = await owner.createPai('早起团');
  await owner.bring(pai.id, li, mei);
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const challenge = await start(owner, pai.id, { start: today });
  await wait(1100);
  const [viewer, elsewhere] = [new SocketClient(li), new SocketClient(mei)];
  await Promise.all([viewer.connect(), elsewhere.connect()]);
  viewer.raw({ type: 'open', paiId: pai.id });
  await wait(200);
  const players = [owner, li, mei].map((who) => new Player(who, challenge));
  for (const player of players) await player.join();
  await Promise.all(players.map((player) => player.checkIn()));
  const heard = (client: SocketClient): unknown[] => client.events.filter(({ type }) => type === 'challenge.changed');
  await eventually('the news', () => heard(viewer).length > 0);
  await wait(1300);
  expect(heard(viewer)).toEqual(Array.from({ length: heard(viewer).length }, () => ({ type: 'challenge.changed', paiId: pai.id, challengeId: challenge.id })));
  expect(heard(viewer).length).toBeLessThanOrEqual(3);
  expect(heard(elsewhere)).toEqual([]);
  viewer.close();
  elsewhere.close();
});
