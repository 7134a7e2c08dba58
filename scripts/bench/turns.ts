import type { ServerEvent } from '@shared/wire/event';
import type { Measure } from '../../tests/evals/measure';
import { startModelStub } from '../../tests/support/model';
import { Person, eventually } from '../../tests/support/person';
import { givenSocket, type SocketClient } from '../../tests/support/socket';
import { startAll, type Stage } from '../load/stage';

const TURNS = 40;
const WORDS = '慢慢来，大家别着急。路上风景好，多看看花和云。累了就歇一歇，再见啦。';

const nowMs = (): number => performance.timeOrigin + performance.now();
const quantile = (sorted: readonly number[], q: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))] ?? NaN;

/** Notes when the first delta of a turn reaches a socket. */
class Watch {
  firstAt: number | undefined;

  constructor({ events }: SocketClient) {
    const push = events.push.bind(events);
    events.push = (...added: ServerEvent[]): number => {
      if (added.some(({ type }) => type === 'run.delta')) this.firstAt ??= nowMs();
      return push(...added);
    };
  }
}

/**
 * What a turn adds to its model: the time from the model's first word to the first words at a socket, by a stand-in
 * model that speaks slowly, one pai, one turn after the other.
 */
export async function benchTurns(stage: Stage): Promise<Measure[]> {
  const stub = await startModelStub();
  stage.ending.add(() => stub.stop());
  stub.control.script(() => ({ text: WORDS, paceMs: 30, delayMs: 100 }));
  const { urls } = await startAll(stage, 1, { MODEL_BASE_URL: stub.url, MODEL_NAME: 'stand-in' });
  const person = await Person.guest(urls[0] as string, '林静');
  const { id: paiId } = await person.createPai();
  const ai = await person.ai(paiId);
  const socket = await givenSocket(person, paiId);
  socket.raw({ type: 'open', paiId });
  const watch = new Watch(socket);
  const added: number[] = [];
  for (let i = 0; i < TURNS; i++) {
    watch.firstAt = undefined;
    const said = (await person.say(paiId, `@${ai.name} 你好呀`, { mentions: [ai.id] })).seq;
    await eventually('the answer', () => socket.timeline(paiId).messages.some(({ seq, sender }) => seq > said && sender.kind === 'ai'), 20_000);
    const first = stub.control.requests.at(-1)?.firstWordAt;
    if (watch.firstAt === undefined || first === undefined) throw new Error('a turn did not stream');
    added.push(watch.firstAt - first);
  }
  socket.close();
  added.sort((a, b) => a - b);
  return [
    { name: 'first words − the model’s, p50, ms', figure: quantile(added, 0.5), bar: 40, lowerIsBetter: true },
    { name: 'first words − the model’s, p95, ms', figure: quantile(added, 0.95), bar: 40, lowerIsBetter: true },
  ];
}
