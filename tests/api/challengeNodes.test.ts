import { Player, start, SHANGHAI } from '../support/challenge';
import { givenTwoNodes, type TwoNodes } from '../support/node';
import { codeOf } from '../support/person';

jest.setTimeout(90_000); // two processes are bundled and started

let nodes: TwoNodes;
beforeAll(async () => (nodes = await givenTwoNodes()), 90_000);
afterAll(() => nodes.stop(), 30_000);

const today = (): string => new Date().toLocaleDateString('sv-SE', { timeZone: SHANGHAI });

describe('[K1] two nodes', () => {
  it('take one check-in of one person, and everybody’s of several, at the same moment', async () => {
    const people = await Promise.all(['一', '二', '三', '四', '五', '六'].map((name) => nodes.a.person(name)));
    const [owner] = people as [(typeof people)[number]];
    const pai = await owner.createPai('两台机器');
    await owner.bring(pai.id, ...people.slice(1));
    const challenge = await start(owner, pai.id, { start: today(), makeup: { cards: 1, maxAgeDays: 3 } });
    for (const who of people.slice(1)) await new Player(who, challenge).join();
    // each taps twice on each node
    const taps = await Promise.all(people.flatMap((who) => [nodes.a, nodes.b, nodes.a, nodes.b].map(({ url }) => new Player(who.at(url), challenge).checkIn())));
    expect(taps.filter(({ status }) => status === 201)).toHaveLength(people.length);
    expect(new Set(taps.filter(({ status }) => status !== 201).map(codeOf))).toEqual(new Set(['409 challenge/already-done']));
    const { entries } = await new Player(owner, challenge).feed();
    expect(entries.map(({ id }) => Number(id.split('-').pop())).reverse()).toEqual([1, 2, 3, 4, 5, 6]);
    const [a, b] = await Promise.all([nodes.a, nodes.b].map(({ url }) => new Player(owner.at(url), challenge).read()));
    expect([a?.doneToday, b?.doneToday]).toEqual([6, 6]);
  });
});
