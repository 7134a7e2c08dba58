export { startModelStub, type ModelStub } from './server';
export type { RecordedRequest, Script } from './control';
export { textOf, tokensOf, type Fault, type RequestBody, type StubTurn } from './wire';
