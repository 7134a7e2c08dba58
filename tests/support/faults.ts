/**
 * Loaded into a node before the service (`node --import`): makes it fail at an exact point, without a line in the
 * product for it. Everything here works from outside, on the packages the service talks to its stores and sockets with.
 */
import net from 'node:net';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';

export interface Fault {
  /**
   * `before-commit`, `after-commit`, `before-publish`: dies there. `before-ack`: dies with the publish gone and the ack
   * unsent. `lose-publish`: the publish never leaves, nothing else happens. `stand-still`: once, after a change of a
   * document, the whole process does nothing for `seconds`: timers, sockets and all.
   */
  at: 'before-commit' | 'after-commit' | 'before-publish' | 'before-ack' | 'lose-publish' | 'stand-still';
  /** Only when this text goes by: in a message, a publish or an ack. */
  mark: string;
  seconds?: number;
}

type Loose = (this: unknown, ...args: unknown[]) => unknown;

function wrap(target: object, method: string, around: (original: Loose) => Loose): void {
  const slots = target as Record<string, Loose>;
  const original = slots[method];
  if (!original) throw new Error(`there is no ${method} to wrap`);
  slots[method] = around(original);
}

const die = (): never => {
  process.kill(process.pid, 'SIGKILL');
  throw new Error('dead');
};

let stood = false;
function standStill(seconds: number): void {
  if (stood) return;
  stood = true;
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, seconds * 1000);
}

function install({ at, mark, seconds = 40 }: Fault): void {
  const marked = (value: unknown): boolean => (Buffer.isBuffer(value) ? value.includes(mark) : JSON.stringify(value).includes(mark));
  wrap(mongoose.mongo.Collection.prototype, 'insertMany', (original) =>
    async function (...args) {
      const hit = marked(args[0]);
      if (hit && at === 'before-commit') die();
      const result = await original.apply(this, args);
      if (hit && at === 'after-commit') die();
      return result;
    },
  );
  for (const method of ['updateOne', 'findOneAndUpdate']) {
    wrap(mongoose.mongo.Collection.prototype, method, (original) =>
      async function (...args) {
        const result = await original.apply(this, args);
        if (at === 'stand-still' && marked(args.slice(0, 2))) standStill(seconds);
        return result;
      },
    );
  }
  wrap(Redis.prototype, 'publish', (original) =>
    function (...args) {
      if (!marked(args[1]) || (at !== 'before-publish' && at !== 'lose-publish')) return original.apply(this, args);
      return at === 'lose-publish' ? Promise.resolve(0) : die();
    },
  );
  wrap(net.Socket.prototype, 'write', (original) =>
    function (...args) {
      const frame = args[0];
      if (at !== 'before-ack' || !Buffer.isBuffer(frame) || !frame.includes('"type":"acks"') || !marked(frame)) return original.apply(this, args);
      setTimeout(die, 100);
      return true;
    },
  );
}

if (process.env.TEST_FAULT) install(JSON.parse(process.env.TEST_FAULT) as Fault);
