import type { Percentiles, Plan, Result } from './plan';

const whole = (value: number): string => Math.round(value).toLocaleString('en-US');
const ms = ({ p50, p99, max }: Percentiles): string => `p50 ${p50} · p99 ${p99} · max ${max} ms`;
const few = (faults: readonly (string | number)[]): string => (faults.length === 0 ? '0' : `${faults.length}: ${faults.slice(0, 5).join('; ')}`);

/** Whether every promise was kept: acknowledged is stored, shown once, in one order, delivered to all. */
export function isGood(plan: Plan, { verdict, sent, acked, deliveries, closed, refused }: Result): boolean {
  const faults = [...Object.values(verdict).flat(), ...closed, ...refused];
  return faults.length === 0 && acked === sent && deliveries === sent * plan.sockets;
}

/** The figures of a run, a line each. */
export function report(plan: Plan, result: Result): string[] {
  const { verdict, spent, deliveries, tookSeconds } = result;
  return [
    `sent ${whole(result.sent)} · acked ${whole(result.acked)} · delivered ${whole(deliveries)} of ${whole(result.sent * plan.sockets)}`,
    `acked and missing  ${few(verdict.lost)}`,
    `stored twice       ${few(verdict.doubled)}`,
    `holes in the log   ${few(verdict.holes)}`,
    `shown twice or out of order  ${few(verdict.misshown)}`,
    `clients whose timeline differs from the store  ${few(verdict.different)}`,
    `refused            ${few(result.refused)}`,
    `closed early       ${few(result.closed)}`,
    `ack                ${ms(result.ackMs)}`,
    `on screens         ${ms(result.deliveryMs)}`,
    `durable            p50 ≤ ${spent.appendMs.p50} · p99 ≤ ${spent.appendMs.p99} ms of it in the service and the store`,
    `deliveries/s       ${whole(deliveries / tookSeconds)}   (${tookSeconds.toFixed(1)} s; ${(deliveries / Math.max(1, spent.frames)).toFixed(2)} messages a frame)`,
    `service CPU        ${((spent.cpuSeconds * 1e6) / Math.max(1, deliveries)).toFixed(2)} µs a delivered message, ${((100 * spent.cpuSeconds) / tookSeconds).toFixed(0)} % of a core   (clients: ${((100 * result.clientCpuSeconds) / tookSeconds).toFixed(0)} %)`,
    `frames             ${whole(spent.frames)} written, ${whole(spent.dropped)} dropped; ${whole(spent.healed)} messages healed from the store; ${whole(result.syncs)} syncs asked for`,
    `bytes              ${(result.bytes / 2 ** 20).toFixed(0)} MB to clients, ${whole(result.bytes / Math.max(1, deliveries))} a delivered message`,
    `memory             ${spent.residentMb.map((mb) => `${whole(mb)} MB`).join(', ')} resident; event loop lag p99 ${spent.eventLoopP99Ms.join(', ')} ms`,
  ];
}
