import mongoose from 'mongoose';
import { log } from './logger';
import { boundOperations } from './mongoPatience';

/*
 * Filters are built only from values zod has checked, never from raw input, so `sanitizeFilter` stays off: with it
 * every operator of ours would have to be marked as trusted.
 */
mongoose.set('strictQuery', 'throw');
mongoose.set('autoIndex', false);
mongoose.set('autoCreate', false);
mongoose.set('bufferCommands', false);

/** How often a primary is looked for at start; while running, a lost store answers 503 after one look. */
const LOOKS_AT_START = 4;
const LOOK_MS = 3000;

async function connect(uri: string, looks: number): Promise<void> {
  const connecting = mongoose.connect(uri, {
    serverSelectionTimeoutMS: LOOK_MS,
    socketTimeoutMS: 10_000,
    maxPoolSize: 40,
    writeConcern: { w: 'majority', journal: true },
    readConcernLevel: 'majority',
  });
  try {
    await connecting;
  } catch (error) {
    if (looks <= 1 || !storeUnreachable(error)) throw error;
    await connect(uri, looks - 1);
  }
}

/** Connects and builds the indexes. Rejects when no primary is found within 12 s. */
export async function openMongo(uri: string): Promise<void> {
  boundOperations(mongoose.mongo.Collection.prototype, mongoose.mongo.AbstractCursor.prototype);
  await connect(uri, LOOKS_AT_START);
  mongoose.connection.on('disconnected', () => log().warn('MongoDB is not reachable'));
  mongoose.connection.on('connected', () => log().info('MongoDB is reachable again'));
  for (const model of Object.values(mongoose.models)) {
    await model.createCollection().catch(ignoreExisting);
    await model.createIndexes();
  }
}

export const closeMongo = (): Promise<void> => mongoose.disconnect();

export const mongoIsUp = async (): Promise<boolean> => {
  const ping = mongoose.connection.db?.admin().ping().then(() => true, () => false);
  return (await ping) ?? false;
};

function ignoreExisting(error: unknown): void {
  if ((error as { code?: number }).code !== 48) throw error;
}

export const DUPLICATE_KEY = 11000;

/** The index a duplicate-key error names, or undefined when the error is another one. */
export function duplicateIndex(error: unknown): string | undefined {
  const known = error as { code?: number; message?: string };
  if (known.code !== DUPLICATE_KEY) return undefined;
  return /index: (\S+)/.exec(known.message ?? '')?.[1] ?? 'unknown';
}

const UNREACHABLE = new Set(['MongoServerSelectionError', 'MongoNetworkError', 'MongoNetworkTimeoutError', 'MongoNotConnectedError', 'MongoTopologyClosedError', 'MongoPoolClearedError', 'MongoWriteConcernError', 'MongooseServerSelectionError', 'PoolClearedOnNetworkError', 'MongoExpiredSessionError', 'StoreSilentError']);
/* Not primary, shutting down, interrupted: the node is going or coming, not the request wrong. */
const TRANSIENT_CODES = new Set([6, 7, 89, 91, 189, 262, 9001, 10107, 11600, 11602, 13435, 13436]);

/* The driver passes on what a socket of a dying server says while it is written to. */
const SOCKET_CODES = new Set(['EPIPE', 'ECONNRESET', 'ECONNREFUSED', 'ETIMEDOUT']);

/** Whether an error says that the store cannot be reached now, as opposed to a bug of ours. */
export function storeUnreachable(error: unknown): boolean {
  const known = error as { name?: string; code?: number | string; message?: string; errorResponse?: unknown };
  // A bulk write that loses its connection: the driver puts the network's error inside one of the server's.
  if (known.errorResponse instanceof Error && storeUnreachable(known.errorResponse)) return true;
  if (UNREACHABLE.has(known.name ?? '') || TRANSIENT_CODES.has(known.code as number) || SOCKET_CODES.has(known.code as string)) return true;
  return known.name === 'MongooseError' && /buffer|connect/i.test(known.message ?? '');
}

/** Bytes of files, kept in MongoDB (GridFS) so that every node has them and one backup holds all. */
export function openBucket(bucketName: string): mongoose.mongo.GridFSBucket {
  const { db } = mongoose.connection;
  if (!db) throw new Error('files are used before the service has started');
  return new mongoose.mongo.GridFSBucket(db, { bucketName, chunkSizeBytes: 512 * 1024 });
}

let epoch = '';

/**
 * Reads which life of the store this is, naming it the first time. After restoring a backup give it a new name
 * (`npm run epoch`): clients then fetch everything again instead of trusting positions that may be reused.
 */
export async function readEpoch(fresh: string): Promise<string> {
  const meta = mongoose.connection.collection<{ _id: string; value: string }>('meta');
  const found = await meta.findOneAndUpdate({ _id: 'epoch' }, { $setOnInsert: { value: fresh } }, { upsert: true, returnDocument: 'after' });
  epoch = found?.value ?? fresh;
  return epoch;
}

export const currentEpoch = (): string => epoch;
