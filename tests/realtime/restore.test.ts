import mongoose from 'mongoose';
import { check, GOOD, storedLog } from '../support/checker';
import { givenTwoNodes, type TwoNodes } from '../support/node';
import { eventually, type Person } from '../support/person';
import { Phone } from '../support/socket';

let nodes: TwoNodes;
beforeAll(async () => (nodes = await givenTwoNodes()), 60_000);
afterAll(() => nodes.stop());

/** The store goes back to how it was at a position, under running nodes, and says so as `npm run epoch` does. */
async function restore(mongoUri: string, paiId: string, upTo: number): Promise<void> {
  const connection = await mongoose.createConnection(mongoUri).asPromise();
  await connection.collection('messages').deleteMany({ paiId, seq: { $gt: upTo } });
  await connection.collection<{ _id: string; value: string }>('meta').updateOne({ _id: 'epoch' }, { $set: { value: 'a-new-life' } });
  await connection.close();
}

it('[R2] [L1] after a backup was restored positions go on without a hole, and every client starts over', async () => {
  const mongo = nodes.env.MONGODB_URI as string;
  const people: [Person, Person] = [await nodes.a.person('李雷'), await nodes.a.person('韩梅')];
  const { id: paiId } = await people[0].createPai();
  await people[0].bring(paiId, people[1]);
  const phones = [await new Phone(people[0], [nodes.a.url]).start(paiId), await new Phone(people[1], [nodes.b.url]).start(paiId)];
  try {
    const [li, mei] = phones as [Phone, Phone];
    for (let i = 0; i < 30; i++) li.say(paiId, `备份之后 ${i}`);
    await eventually('all there', () => mei.timeline(paiId).messages.filter(({ text }) => text.startsWith('备份')).length === 30);
    await restore(mongo, paiId, 10);
    await eventually('both came again', () => phones.every((phone) => phone.timeline(paiId).epoch === 'a-new-life'), 12_000);
    for (const phone of phones) {
      phone.acks.clear(); // of the life that is gone
      phone.say(paiId, '新的一页');
    }
    await eventually('both said it', () => phones.every(({ waiting }) => waiting === 0));
    expect((await storedLog(mongo, paiId)).map(({ seq }) => seq)).toEqual(Array.from({ length: 12 }, (_, i) => i + 1));
    await eventually('both show it', () => phones.every((phone) => phone.timeline(paiId).cursor === 12));
    expect(await check(mongo, paiId, phones)).toEqual(GOOD);
  } finally {
    for (const phone of phones) phone.end();
  }
}, 40_000);
