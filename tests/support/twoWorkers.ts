import { cloudEnv } from './cloud';
import { startModelStub, type ModelStub } from './model';
import { startNode, type CloudNode } from './node';

export interface TwoWorkers {
  /** Takes requests and sockets, works on nothing. */
  readonly front: CloudNode;
  /** Down before each test: it is the test that starts them. */
  readonly one: CloudNode;
  readonly two: CloudNode;
  /** What the stand-in for the model says and was sent; as new before each test. */
  readonly model: ModelStub['control'];
}

/** A service in three processes on fresh stores and a stand-in for its model, for the tests of the file that calls this. */
export function twoWorkers(overrides: Record<string, string> = {}): TwoWorkers {
  let stub: ModelStub;
  let front: CloudNode;
  let one: CloudNode;
  let two: CloudNode;
  beforeAll(async () => {
    stub = await startModelStub();
    const env = await cloudEnv({ MODEL_BASE_URL: stub.url, MODEL_NAME: 'some-model', ...overrides });
    front = await startNode({ env: { ...env, ROLES: 'web,realtime' } });
    one = await startNode({ env: { ...env, ROLES: 'worker' }, isDown: true });
    two = await startNode({ env: { ...env, ROLES: 'worker' }, isDown: true });
  }, 90_000);
  afterAll(async () => {
    await front.stop();
    await stub.stop();
  }, 60_000);
  beforeEach(() => stub.control.reset());
  afterEach(async () => void (await Promise.all([one.kill(), two.kill()])));
  return {
    get front() {
      return front;
    },
    get one() {
      return one;
    },
    get two() {
      return two;
    },
    get model() {
      return stub.control;
    },
  };
}
