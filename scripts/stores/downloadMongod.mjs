// Runs as a process of its own, so that a download that stands still can be ended. usage: node downloadMongod.mjs FOLDER
import { MongoBinary } from 'mongodb-memory-server-core';

process.stdout.write(await MongoBinary.getPath({ downloadDir: process.argv[2] }));
