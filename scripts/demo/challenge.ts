import type { Challenge, Entry } from '@shared/wire/challenge';
import type { Stage } from './play';
import { CHALLENGE, ILL, WAITING, WALKED } from './story/challenge';

const ZONE = 'Asia/Shanghai';
const DAY = 24 * 60 * 60 * 1000;
const day = (ahead: number): string => new Date(Date.now() + ahead * DAY).toLocaleDateString('sv-SE', { timeZone: ZONE });

/** A challenge under way: some have done their today, one is paused, the others still may. */
export async function punchIn({ cast, paiId }: Stage): Promise<void> {
  const { title, days, cards } = CHALLENGE;
  const rules = { title, start: day(0), end: day(days - 1), cadence: { kind: 'daily' }, goal: { kind: 'total', days }, makeup: { cards, maxAgeDays: 3 }, proof: { kind: 'number', unit: '步', min: 6000 } };
  const { challenge } = await cast.fang.call<{ challenge: Challenge }>('POST', `/pais/${paiId}/challenges`, { clientMsgId: 'demo-challenge', rules, zone: ZONE });
  const at = `/pais/${paiId}/challenges/${challenge.id}`;
  for (const who of [...WALKED.map(([one]) => one), ...WAITING, ILL]) await cast[who].call('POST', `${at}/join`, { zone: ZONE });
  for (const [who, amount, text] of WALKED) {
    const { entry } = await cast[who].call<{ entry: Entry }>('POST', `${at}/checkins`, { clientMsgId: 'demo-checkin', zone: ZONE, proof: { amount, ...(text === '' ? {} : { text }) } });
    await cast.lan.call('PUT', `${at}/entries/${entry.id}/reactions`, { emoji: '👍', on: true });
  }
  await cast[ILL].call('POST', `${at}/pauses`, { clientMsgId: 'demo-pause', until: day(1) });
}
