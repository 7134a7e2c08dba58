import { ConfigError, loadConfig } from './config';
import { log } from './infra/logger';
import { startService } from './service';

/* A rejected promise nobody waits for is a bug of ours, not a reason to drop everybody's sockets. */
process.on('unhandledRejection', (error) => log().error({ err: error }, 'unhandled rejection'));

async function main(): Promise<void> {
  const service = await startService(loadConfig(process.env));
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      service.stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
      setTimeout(() => process.exit(1), 10_000).unref();
    });
  }
}

main().catch((error: unknown) => {
  const known = error as NodeJS.ErrnoException;
  if (error instanceof ConfigError) process.stderr.write(`${error.message}\n`);
  else if (known.code === 'EADDRINUSE') process.stderr.write(`Port ${(known as { port?: number }).port} is taken. Set PORT to another one, or stop what uses it.\n`);
  else process.stderr.write(`The service could not start: ${known.stack ?? String(error)}\n`);
  process.exit(1);
});
