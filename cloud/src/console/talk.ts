import { SHARE_BARS, type Overview } from '@shared/wire/console';
import { HOUR, dateAt, nowMs } from '../infra/clock';
import type { Said } from './store';

/** The last 24 clock hours by who spoke, quiet ones too. */
export function perHour(said: readonly Said[], first: number): Overview['messagesPerHour'] {
  const hours = Array.from({ length: 24 }, (_, i) => ({ hour: dateAt(first + i * HOUR).toISOString(), people: 0, ai: 0 }));
  for (const one of said) {
    const hour = hours[(one.hour - first) / HOUR];
    if (!hour) continue;
    hour.people += one.people;
    hour.ai += one.ai;
  }
  return hours;
}

/** Pais where a person spoke within the last hour. */
export function countTalking(said: readonly Said[]): number {
  const since = nowMs() - HOUR;
  return new Set(said.filter((one) => one.lastByPerson >= since).map((one) => one.paiId)).size;
}

/** Pais by the AI member's share of their messages: one bar for each percent, the last for the rest. */
export function shareBars(said: readonly Said[]): number[] {
  const pais = new Map<string, { ai: number; all: number }>();
  for (const { paiId, people, ai } of said) {
    const sum = pais.get(paiId) ?? { ai: 0, all: 0 };
    pais.set(paiId, { ai: sum.ai + ai, all: sum.all + people + ai });
  }
  const bars = Array.from({ length: SHARE_BARS }, () => 0);
  for (const { ai, all } of pais.values()) {
    const bar = Math.min(SHARE_BARS - 1, Math.floor((100 * ai) / all));
    bars[bar] = (bars[bar] ?? 0) + 1;
  }
  return bars;
}
