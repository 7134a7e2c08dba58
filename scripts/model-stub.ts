import { startModelStub } from '../tests/support/model';

/* npm run model-stub [-- port]: an OpenAI-compatible endpoint that reads back what it was asked, for trying things out. */

const DEFAULT_PORT = 8791;

const port = Number(process.argv[2] ?? DEFAULT_PORT);
if (!Number.isInteger(port) || port < 0 || port > 65535) {
  process.stderr.write('usage: npm run model-stub [-- <port>]\n');
  process.exit(2);
}

const stub = await startModelStub({ port });
/* First the recap tool, then a sentence for each of the first messages it brought, cited. */
stub.control.script((body) => {
  const tool = body.messages.findLast(({ role }) => role === 'tool');
  if (tool === undefined && body.tools?.some((t) => t.function.name === 'recap')) return { calls: [{ name: 'recap', args: {} }] };
  const rows = String(tool?.content ?? '').matchAll(/\{"n":(\d+),"from":"([^"]*)","sent":"[^"]*","text":"((?:[^"\\]|\\.)*)"/g);
  const said = [...rows].slice(0, 3).map(([, n, from, text]) => `${from}说：“${JSON.parse(`"${text}"`) as string}”[${n}]`);
  return { text: said.length > 0 ? said.join('\n') : '我在。' };
});

process.stdout.write(`MODEL_BASE_URL=${stub.url}\nMODEL_NAME=stub\nMODEL_KEY=stub\n`);
const end = (): void => void stub.stop().then(() => process.exit(0));
process.on('SIGINT', end);
process.on('SIGTERM', end);
