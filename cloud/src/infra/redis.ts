import { Redis } from 'ioredis';
import { log } from './logger';

interface Connections {
  /** Plain commands. */
  commands: Redis;
  /** Publishing only: pipelined automatically, which would slow single request paths down. */
  publisher: Redis;
  subscriber: Redis;
}

let connections: Connections | undefined;

function open(url: string, name: string, options: { enableAutoPipelining?: boolean; autoResubscribe?: boolean; retries: number }): Redis {
  const redis = new Redis(url, {
    connectionName: name,
    enableAutoPipelining: options.enableAutoPipelining ?? false,
    autoResubscribe: options.autoResubscribe ?? true,
    maxRetriesPerRequest: options.retries,
    enableOfflineQueue: true,
    connectTimeout: 3000,
    commandTimeout: 3000,
    retryStrategy: (attempt) => Math.min(50 * attempt, 1000),
  });
  redis.on('error', (error: Error) => log().warn({ connection: name, reason: error.message }, 'Redis is not reachable'));
  return redis;
}

/** Opens the three connections; rejects when Redis does not answer within 10 s. */
export async function openRedis(url: string): Promise<void> {
  connections = {
    commands: open(url, 'commands', { retries: 1 }),
    publisher: open(url, 'publisher', { retries: 1, enableAutoPipelining: true }),
    // The bus knows what it wants to hear and asks again itself.
    subscriber: open(url, 'subscriber', { retries: 1, autoResubscribe: false }),
  };
  await connections.commands.ping();
}

function opened(): Connections {
  if (!connections) throw new Error('Redis is used before the service has started');
  return connections;
}

export const redis = (): Redis => opened().commands;
export const publisher = (): Redis => opened().publisher;
export const subscriber = (): Redis => opened().subscriber;

export async function closeRedis(): Promise<void> {
  const open = connections;
  connections = undefined;
  for (const redis of Object.values(open ?? {}) as Redis[]) redis.disconnect();
}

export const redisIsUp = async (): Promise<boolean> => (await redis().ping().catch(() => '')) === 'PONG';

/** 64 partitions from the first day, so that channels and keys can move to a cluster slot by slot. */
export function partition(id: string): string {
  let hash = 2166136261;
  for (let i = 0; i < id.length; i++) hash = Math.imul(hash ^ id.charCodeAt(i), 16777619);
  return `{${(hash >>> 0) % 64}}`;
}
