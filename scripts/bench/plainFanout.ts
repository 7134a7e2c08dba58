import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { WebSocket } from 'ws';
import type { Stage } from '../load/stage';

export interface Crowd {
  sockets: number;
  rate: number;
  seconds: number;
}

const TEXT = '午饭就定那家面馆吧，离地铁口近，人均四十左右';

async function cpuSeconds(server: ChildProcess): Promise<number> {
  const told = once(server, 'message');
  server.send('cpu');
  const [{ cpu }] = (await told) as [{ cpu: NodeJS.CpuUsage }];
  return (cpu.user + cpu.system) / 1e6;
}

/** CPU time in µs that a bare `ws` broadcast spends on a delivered message. */
export async function plainFanout({ ending }: Stage, { sockets, rate, seconds }: Crowd): Promise<number> {
  const server = fork(path.resolve('scripts/bench/plainServer.ts'), { execArgv: ['--import', 'tsx'] });
  ending.add(() => void server.kill('SIGKILL'));
  const [{ port }] = (await once(server, 'message')) as [{ port: number }];
  let deliveries = 0;
  const clients = Array.from({ length: sockets }, () => new WebSocket(`ws://127.0.0.1:${port}`, { perMessageDeflate: false }));
  await Promise.all(clients.map((client) => once(client, 'open')));
  for (const client of clients) client.on('message', () => void (deliveries += 1));
  const before = await cpuSeconds(server);
  for (let sent = 0; sent < rate * seconds; sent++) {
    clients[sent % sockets]?.send(JSON.stringify({ type: 'send', clientMsgId: String(sent), text: TEXT }));
    await sleep(1000 / rate);
  }
  while (deliveries < rate * seconds * sockets) await sleep(20);
  const spent = (await cpuSeconds(server)) - before;
  for (const client of clients) client.terminate();
  server.disconnect();
  return (spent * 1e6) / deliveries;
}
