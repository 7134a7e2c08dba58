import fs from 'node:fs';
import net from 'node:net';
import { Redis } from 'ioredis';
import type { Say } from './binary';
import { findRedis } from './redisSource';
import type { OwnStore } from './storeProcess';
import { startStore } from './storeProcess';

export interface OwnRedisOptions {
  /** Folder of its log; Redis itself keeps nothing. */
  dataDir: string;
  binDir: string;
  port?: number;
  /** Numbered databases it has (default 16). */
  databases?: number;
  say: Say;
}

/** Starts a Redis on loopback that evicts nothing and writes nothing to disk. */
export async function startOwnRedis({ dataDir, binDir, port, databases = 16, say }: OwnRedisOptions): Promise<OwnStore> {
  const { file, source } = await findRedis(binDir, say);
  fs.mkdirSync(dataDir, { recursive: true });
  return startStore({
    name: 'Redis',
    file,
    source,
    dataDir,
    port,
    args: (chosen) => [
      ...['--port', String(chosen), '--bind', '127.0.0.1', '--databases', String(databases), '--dir', dataDir],
      ...['--maxmemory-policy', 'noeviction', '--save', '', '--appendonly', 'no'],
    ],
    uri: (chosen) => `redis://127.0.0.1:${chosen}`,
    probe: ping,
  });
}

function ping(port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', timeout: 1000 }, () => socket.write('PING\r\n'));
    const end = (error?: Error): void => {
      socket.destroy();
      if (error) reject(error);
      else resolve();
    };
    socket.once('data', (reply) => end(reply.toString().startsWith('+PONG') ? undefined : new Error(reply.toString().trim())));
    socket.once('timeout', () => end(new Error('no answer')));
    socket.once('error', end);
    socket.once('close', () => end(new Error('closed')));
  });
}

/** Version of the Redis at url. Rejects when it does not answer within 5 s. */
export async function redisVersion(url: string): Promise<string> {
  const redis = new Redis(url, { lazyConnect: true, connectTimeout: 5000, maxRetriesPerRequest: 0, retryStrategy: () => null });
  redis.on('error', () => undefined); // the same error rejects connect()
  try {
    await redis.connect();
    return /redis_version:(\S+)/.exec(await redis.info('server'))?.[1] ?? '';
  } finally {
    redis.disconnect();
  }
}
