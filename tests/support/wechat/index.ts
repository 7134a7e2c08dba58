export type { Control } from './control';
export { startWechatStub, type StubOptions, type WechatStub } from './server';
export type { Fault, PushTarget, Verdict } from './state';
