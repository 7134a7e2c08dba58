import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { mongo } from 'mongoose';
import type { Say } from './binary';
import { findMongod } from './mongodSource';
import type { OwnStore } from './storeProcess';
import { startStore } from './storeProcess';

export interface OwnMongoOptions {
  /** The database files go to <dataDir>/mongo. */
  dataDir: string;
  binDir: string;
  port?: number;
  say: Say;
}

const SET = 'pai';

/** Starts a one-member replica set on loopback and waits until it is primary. */
export async function startOwnMongo({ dataDir, binDir, port, say }: OwnMongoOptions): Promise<OwnStore> {
  const { file, source } = await findMongod(binDir, say);
  const dbPath = path.resolve(dataDir, 'mongo');
  fs.mkdirSync(dbPath, { recursive: true, mode: 0o700 });
  return startStore({
    name: 'MongoDB',
    file,
    source,
    dataDir,
    port,
    args: (chosen) => [
      ...['--dbpath', dbPath, '--port', String(chosen), '--bind_ip', '127.0.0.1', '--nounixsocket', '--replSet', SET],
      ...['--wiredTigerCacheSizeGB', '0.5', '--oplogSize', '256'],
      // there is no other member to hand over to: do not wait for one when asked to stop
      ...['--setParameter', 'shutdownTimeoutMillisForSignaledShutdown=0', '--setParameter', 'diagnosticDataCollectionEnabled=false'],
    ],
    uri: (chosen) => `mongodb://127.0.0.1:${chosen}/pai?replicaSet=${SET}`,
    probe: becomePrimary,
  });
}

async function becomePrimary(port: number): Promise<void> {
  const client = new mongo.MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, { serverSelectionTimeoutMS: 1000, connectTimeoutMS: 1000 });
  try {
    await client.connect();
    const admin = client.db('admin');
    await configure(admin, `127.0.0.1:${port}`);
    for (let waited = 0; !(await admin.command({ hello: 1 })).isWritablePrimary; waited += 30) {
      if (waited > 30_000) throw new Error('no primary was elected');
      await sleep(30);
    }
  } finally {
    await client.close();
  }
}

/** The set's configuration lives in the data and names host and port, so another port than last time needs a new one. */
async function configure(admin: mongo.Db, host: string): Promise<void> {
  const status = await admin.command({ replSetGetStatus: 1 }).catch((error: mongo.MongoServerError) => error);
  if (!(status instanceof Error)) return;
  if (status.codeName === 'NotYetInitialized') {
    await admin.command({ replSetInitiate: { _id: SET, members: [{ _id: 0, host }] } });
  } else if (status.codeName === 'InvalidReplicaSetConfig') {
    const { config } = (await admin.command({ replSetGetConfig: 1 })) as unknown as { config: { version: number; members: { host: string }[] } };
    const [member] = config.members;
    await admin.command({ replSetReconfig: { ...config, version: config.version + 1, members: [{ ...member, host }] }, force: true });
  } else {
    throw status;
  }
}

/** Version of the MongoDB at uri. Rejects when it does not answer within 5 s. */
export async function mongoVersion(uri: string): Promise<string> {
  const client = new mongo.MongoClient(uri, { serverSelectionTimeoutMS: 5000, connectTimeoutMS: 5000 });
  try {
    return String((await client.db('admin').command({ buildInfo: 1 })).version);
  } finally {
    await client.close();
  }
}
