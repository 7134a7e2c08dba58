import { makeTarget } from './build/fresh';
import { TARGETS } from './build/targets';
import { runScript, since } from './runScript';
import { SetupError } from './setupError';

/* npm run build:<name>: makes one of the outputs, whether it is stale or not. */
runScript('build', async () => {
  const name = process.argv[2] ?? '';
  if (!(name in TARGETS)) throw new SetupError(`There is no build "${name}".`, [`one of ${Object.keys(TARGETS).join(', ')}`]);
  const target = TARGETS[name as keyof typeof TARGETS];
  const start = Date.now();
  await makeTarget(target, { always: true });
  console.log(`${name} built into ${target.output}  ${since(start)}`);
});
