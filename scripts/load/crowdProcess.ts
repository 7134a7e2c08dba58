import { setTimeout as sleep } from 'node:timers/promises';
import { check } from '../../tests/support/checker';
import { LoadClient, type Board } from './client';
import { forEach, gatherCrowd } from './crowd';
import { FrameReader } from './frames';
import type { Plan, Result, Told } from './plan';
import { startSpending } from './spent';
import { Tally } from './tally';

/* The clients of a load run, in a process of their own: what they cost is not what the service costs. */

const GRACE_MS = 20_000;
const PING_MS = 30_000;
const TEXTS = ['周六早上九点在南门集合，记得带身份证', '我这边可能晚到十分钟，你们先进去', '收到', '午饭就定那家面馆吧，离地铁口近，人均四十左右', '有人带充电宝吗？我的只剩一格电了', '好的，票我已经买好了，一共六张，回头把钱转我就行', '哈哈哈哈', '下午要是下雨就改去博物馆，上次没看完的那个展还在'];

const tell = (told: Told): void => void process.send?.(told);

const newBoard = (): Board => ({ reader: new FrameReader(), sentAt: new Map(), ackMs: new Tally(), deliveryMs: new Tally(), refused: [], closed: [], deliveries: 0, frames: 0, bytes: 0, syncs: 0, acked: 0 });

/** Sends at the rate asked for, whatever the service does: a slow answer does not slow the next question. */
async function talk(clients: readonly LoadClient[], { rate, seconds }: Plan): Promise<number> {
  const start = performance.now();
  const total = rate * seconds;
  for (let sent = 0; sent < total; ) {
    const due = Math.min(total, Math.floor(((performance.now() - start) * rate) / 1000) + 1);
    for (; sent < due; sent++) {
      const client = clients[Math.floor(Math.random() * clients.length)];
      client?.send(`load-${process.pid}-${sent}`, `${TEXTS[sent % TEXTS.length]} ${sent}`);
    }
    await sleep(Math.max(1, (sent * 1000) / rate - (performance.now() - start)));
  }
  return total;
}

async function untilQuiet(board: Board, sent: number, clients: number): Promise<void> {
  const until = performance.now() + GRACE_MS;
  while (performance.now() < until && (board.acked < sent || board.deliveries < sent * clients)) await sleep(20);
}

async function run(plan: Plan): Promise<Result> {
  const first = plan.nodes[0] ?? '';
  const { paiId, people } = await gatherCrowd(first, plan.sockets);
  tell({ say: `${people.length} people are in the pai` });
  const board = newBoard();
  const clients = people.map((person) => new LoadClient(person, paiId, board));
  await forEach(clients, (client, i) => client.connect(plan.nodes[i % plan.nodes.length] ?? first), 50);
  const pings = setInterval(() => clients.forEach((client) => client.ping()), PING_MS);
  tell({ say: `${clients.length} sockets are open; ${plan.rate} messages a second for ${plan.seconds} s` });
  await sleep(2000); // what joining caused has settled

  Object.assign(board, { frames: 0, bytes: 0, syncs: 0 });
  const spent = await startSpending(plan.nodes);
  const cpu = process.cpuUsage();
  const start = performance.now();
  const sent = await talk(clients, plan);
  await untilQuiet(board, sent, clients.length);
  const tookSeconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  const { frames, bytes, deliveries, syncs, acked, refused, closed } = board;
  const result = { sent, acked, refused, closed: [...closed], deliveries, frames, bytes, syncs, ackMs: board.ackMs.percentiles, deliveryMs: board.deliveryMs.percentiles, tookSeconds, clientCpuSeconds: (user + system) / 1e6, spent: await spent() };
  clearInterval(pings);
  tell({ say: 'joining the logs of the clients with the store' });
  const verdict = await check(plan.mongoUri, paiId, clients);
  for (const client of clients) client.end();
  return { ...result, verdict };
}

process.once('message', (plan: Plan) => {
  run(plan)
    .then((result) => tell({ result }))
    .catch((error: Error) => tell({ failed: error.stack ?? String(error) }))
    .finally(() => process.disconnect());
});
