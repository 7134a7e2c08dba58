import { mongo } from 'mongoose';
import { endStores } from './storesUp';

/** Ends the stores of the run. In a MongoDB of yours, drops the databases the run has made. */
export default async function storesDown(): Promise<void> {
  const running = globalThis.runningTestStores;
  if (!running) return;
  if (!running.mongo.own) await dropTestDatabases(running.mongo.uri);
  await endStores(running);
  globalThis.runningTestStores = undefined;
}

async function dropTestDatabases(uri: string): Promise<void> {
  const client = await mongo.MongoClient.connect(uri);
  const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
  const ours = databases.filter(({ name }) => name.startsWith(`${process.env.TEST_RUN}_`));
  await Promise.all(ours.map(({ name }) => client.db(name).dropDatabase()));
  await client.close();
}
