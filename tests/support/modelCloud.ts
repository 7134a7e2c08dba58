import { givenCloud, type Cloud } from './cloud';
import { startModelStub, type ModelStub } from './model';

export interface ModelCloud {
  readonly cloud: Cloud;
  /** What the stand-in for the model says and was sent; as new before each test. */
  readonly model: ModelStub['control'];
}

/** The whole service and a stand-in for its model, from before the first test of the file that calls this to after its last. */
export function modelCloud(overrides: Record<string, string> = {}): ModelCloud {
  let stub: ModelStub;
  let cloud: Cloud;
  beforeAll(async () => {
    stub = await startModelStub();
    cloud = await givenCloud({ MODEL_BASE_URL: stub.url, MODEL_NAME: 'some-model', ...overrides });
  });
  afterAll(async () => {
    await cloud.stop();
    await stub.stop();
  });
  beforeEach(() => stub.control.reset());
  return {
    get cloud() {
      return cloud;
    },
    get model() {
      return stub.control;
    },
  };
}
