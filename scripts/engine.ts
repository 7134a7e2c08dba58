import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { answerLine } from './engine/answer';
import { VERBS, isVerb } from './engine/verbs';

/* npm run -s engine -- <verb>: JSON lines in, one JSON line out for each, in order. */

async function answerAll(verb: keyof typeof VERBS): Promise<void> {
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    if (!process.stdout.write(answerLine(VERBS[verb], line) + '\n')) await once(process.stdout, 'drain');
  }
}

/** A reader that has seen enough (`| head`) is no error. */
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const [verb = '', ...rest] = process.argv.slice(2);
if (!isVerb(verb) || rest.length > 0) {
  process.stderr.write(`usage: npm run -s engine -- <${Object.keys(VERBS).join('|')}>  (JSON lines on standard input)\n`);
  process.exitCode = 2;
} else {
  await answerAll(verb);
}
