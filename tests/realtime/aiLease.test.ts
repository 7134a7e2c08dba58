import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import { AiPai } from '../support/aiPai';
import { eventually, wait } from '../support/person';
import { twoWorkers } from '../support/twoWorkers';

/** How long the faulty worker does nothing at all: longer than any lease. */
const STILL_SECONDS = 40;

const world = twoWorkers({ MODEL_TIMEOUT_SECONDS: '60' });
beforeEach(() => world.model.script([{ text: '不客气。' }]));

interface Asked {
  pai: AiPai;
  ask: Message;
}

async function ask(): Promise<Asked> {
  const pai = await AiPai.of(await world.front.person('林静'));
  return { pai, ask: await pai.call(pai.owner, '你好呀') };
}

const runOf = ({ pai, ask }: Asked): Promise<Run | undefined> => pai.run(ask);
const reaches = (turn: Asked, state: Run['state'], ms: number): Promise<Run> =>
  eventually(`the run is ${state}`, async () => {
    const run = await runOf(turn);
    return run?.state === state ? run : undefined;
  }, ms);

describe('[A2] a worker loses its run', () => {
  it('it stands still for 40 s with the turn in its hands: another answers within seconds, and it stays one answer when it wakes', async () => {
    await world.one.restart({ at: 'stand-still', mark: '"state":"running","lease"', seconds: STILL_SECONDS });
    const turn = await ask();
    const still = Date.now();
    await reaches(turn, 'running', 10_000);
    await wait(1500);
    expect((await runOf(turn))?.state).toBe('running');
    await world.two.restart();
    const run = await reaches(turn, 'done', 10_000);
    expect(Date.now() - still).toBeLessThan(STILL_SECONDS * 1000);
    await wait(Math.max(0, still + (STILL_SECONDS + 4) * 1000 - Date.now()));
    expect((await turn.pai.answers()).map(({ seq }) => seq)).toEqual([run.answerSeq]);
    expect(await runOf(turn)).toEqual(run);
  }, 90_000);

  it('[A1] it stands still right before it speaks while the role is turned off: nothing is said, not even when it wakes', async () => {
    await world.one.restart({ at: 'stand-still', mark: 'speakUntil":"', seconds: 12 });
    const turn = await ask();
    await eventually('it is about to speak', () => world.model.requests.length > 0, 15_000);
    await wait(300);
    const began = Date.now();
    await turn.pai.set({ mode: 'off' });
    expect(Date.now() - began).toBeLessThan(5000);
    expect(await runOf(turn)).toMatchObject({ state: 'withheld', reason: 'off' });
    await wait(13_000);
    expect(await turn.pai.answers()).toEqual([]);
  }, 60_000);

  it('it is killed in the middle of thinking: the ask is answered within 10 s', async () => {
    await Promise.all([world.one.restart(), world.two.restart()]);
    world.model.failAlways({ kind: 'hang' });
    // one of each, so that whichever is killed had work
    const turns = [await ask(), await ask(), await ask(), await ask()];
    await eventually('all are worked on', () => world.model.requests.length >= turns.length, 15_000);
    await Promise.all([world.one.kill(), world.two.kill()]);
    world.model.reset();
    world.model.script([{ text: '不客气。' }]);
    await world.two.restart();
    await Promise.all(turns.map((turn) => reaches(turn, 'done', 10_000)));
    await wait(1000);
    for (const turn of turns) expect(await turn.pai.answers()).toHaveLength(1);
  }, 60_000);
});
