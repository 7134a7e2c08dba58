import { mongo } from 'mongoose';
import { newId } from '../cloud/src/infra/ids';
import { runScript } from './runScript';
import { readDotEnv } from './start/settings';
import { dataFolder, lockData, startMongo } from './stores';

/*
 * npm run epoch: after a backup was restored. Positions in the logs may be given out a second time from now on, so the store's life
 * gets a new name; clients see it within seconds and fetch everything again. A store of your own (MONGODB_URI) may be in use.
 */
runScript('epoch', async () => {
  readDotEnv();
  const dataDir = dataFolder();
  const lock = process.env.MONGODB_URI ? undefined : lockData(dataDir);
  const store = await startMongo({ dataDir });
  const client = await mongo.MongoClient.connect(store.uri);
  try {
    const meta = client.db().collection<{ _id: string; value: string }>('meta');
    const value = newId();
    await meta.updateOne({ _id: 'epoch' }, { $set: { value } }, { upsert: true, writeConcern: { w: 'majority' } });
    console.log(`The store has a new epoch, ${value}. Clients fetch everything again when they next connect.`);
  } finally {
    await client.close();
    await store.stop();
    lock?.release();
  }
});
