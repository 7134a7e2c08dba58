export { eventLine, messageLine, type Batch, type Line } from './batch';
export { publishBatch, publishDelta, publishUser, type UserNews } from './bus';
export { Gateway } from './gateway';
export type { Membership, RealtimePorts, Sent, SocketCaller } from './ports';
export { listPresent } from './presence';
