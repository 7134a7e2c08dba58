import { LRUCache } from 'lru-cache';
import type { MeterReply, WithheldReply } from '@shared/wire/aiRole';
import { DAY, SECOND, dateAt, nowMs } from '../../infra/clock';
import type { Access, AssistantDoc, PaiDoc } from '../../pai';
import { usedToday } from '../budget';
import { reasonFor } from '../present';
import { costOf } from '../price';
import { listTurnTotals, listWithheld, type TurnTotals } from './store';
import { standingOf, voiceOf, WINDOW_DAYS, type Voices } from './voice';

interface Reading {
  voices: Voices;
  turns: ReadonlyMap<string, TurnTotals>;
}

async function count(paiId: string): Promise<Reading> {
  const [voices, turns] = await Promise.all([voiceOf(paiId), listTurnTotals(paiId, dateAt(nowMs() - WINDOW_DAYS * DAY))]);
  return { voices, turns: new Map(turns.map((totals) => [totals.roleId, totals])) };
}

/* Everybody with the page open looks at once: one count a second serves them all. */
const readings = new LRUCache<string, Promise<Reading>>({ max: 1000, ttl: SECOND, perf: { now: nowMs } });

function readingOf(paiId: string): Promise<Reading> {
  const known = readings.get(paiId);
  if (known) return known;
  const counting = count(paiId);
  readings.set(paiId, counting);
  counting.catch(() => readings.delete(paiId));
  return counting;
}

const NO_TURNS = { calls: 0, withheld: 0, input: 0, output: 0 };

async function meterOf(pai: PaiDoc, role: AssistantDoc, { voices, turns }: Reading): Promise<MeterReply['roles'][number]> {
  const { calls, withheld, input, output } = turns.get(role.id) ?? NO_TURNS;
  return {
    id: role.id,
    name: role.name,
    ...standingOf(voices, role),
    capPercent: role.capPercent,
    calls,
    withheld,
    tokens: { input, output },
    cost: costOf({ input, output }),
    dailyTokens: role.dailyTokens,
    usedToday: await usedToday(pai._id, role.id),
  };
}

/** How much of the talk is whose, and what the AI roles used; at most a second old. */
export async function readMeter({ pai }: Access): Promise<MeterReply> {
  const reading = await readingOf(pai._id);
  return { days: WINDOW_DAYS, people: reading.voices.people, roles: await Promise.all(pai.assistants.map((role) => meterOf(pai, role, reading))) };
}

const SHOWN = 100;

/** The latest turns in which an AI role kept silent, and why; not a word of what was said [A3]. */
export async function readWithheld(access: Access): Promise<WithheldReply> {
  const runs = await listWithheld(access.pai._id, SHOWN);
  return {
    turns: runs.map((run) => {
      const seq = run.asks.at(-1)?.seq;
      return { runId: run._id, roleId: run.assistantId, reason: reasonFor(run, access), at: run.createdAt.toISOString(), ...(seq === undefined ? {} : { seq }) };
    }),
  };
}
