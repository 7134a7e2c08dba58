/** Starts the stand-in for WeChat's servers and prints the settings that point the cloud at it. Ends with Ctrl-C. */
import { startWechatStub, type PushTarget } from '../tests/support/wechat';

const { WECHAT_STUB_PORT, WECHAT_PUSH_URL, WECHAT_PUSH_TOKEN, WECHAT_PUSH_AES_KEY } = process.env;

function portOf(value: string | undefined): number {
  const port = Number(value ?? 8790);
  if (!Number.isInteger(port) || port < 0 || port > 65535) throw new RangeError('WECHAT_STUB_PORT must be a port number, 0 to 65535');
  return port;
}

function pushOf(): PushTarget | undefined {
  if (!WECHAT_PUSH_URL || !WECHAT_PUSH_TOKEN) return undefined;
  return { url: WECHAT_PUSH_URL, token: WECHAT_PUSH_TOKEN, ...(WECHAT_PUSH_AES_KEY ? { aesKey: WECHAT_PUSH_AES_KEY } : {}) };
}

async function main(): Promise<void> {
  const push = pushOf();
  const stub = await startWechatStub({ port: portOf(WECHAT_STUB_PORT), ...(push ? { push } : {}) });
  console.log(`The stand-in for WeChat's servers listens at ${stub.url}. Start the cloud with:

  WECHAT_BASE_URL=${stub.url}
  WECHAT_APP_ID=${stub.appId}
  WECHAT_APP_SECRET=${stub.secret}

A login code for a made-up user (single use, 5 min):  curl '${stub.url}/stub/code?openid=o-alice'
Message push: ${push ? `to ${push.url}` : 'off; set WECHAT_PUSH_URL, WECHAT_PUSH_TOKEN and, for secure mode, WECHAT_PUSH_AES_KEY'}`);
  const stop = (): void => void stub.stop();
  process.once('SIGINT', stop).once('SIGTERM', stop);
}

main().catch((error: NodeJS.ErrnoException) => {
  const why = error.code === 'EADDRINUSE' ? 'its port is taken; set WECHAT_STUB_PORT to another one' : error.message;
  console.error(`The stand-in did not start: ${why}.`);
  process.exitCode = 1;
});
