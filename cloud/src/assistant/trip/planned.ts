import { findUser } from '../../account';
import type { Locale } from '../../agents';
import { markTold, rowsOfTrip, type Planned } from '../../itinerary';
import { DAY, dateAt, nowMs } from '../../infra/clock';
import type { CardDoc } from '../../message';
import { languageOf } from '../recap/people';
import { guideOf, speakOfTrip } from './speak';

type Told = Planned['told'];

const SAYS: Record<Locale, { done: (told: Told) => string; day: (n: number, names: readonly string[]) => string; unmet: (unmet: readonly string[]) => string }> = {
  zh: {
    done: ({ title, cost, perHead }) => `「${title}」排好了，一共 ¥${cost}，人均 ¥${perHead}。`,
    day: (n, names) => `\n第 ${n} 天：${names.join(' → ')}。`,
    unmet: (unmet) => `\n没排下：${unmet.map((text) => `「${text}」`).join('、')}，原因在行程里。`,
  },
  en: {
    done: ({ title, cost, perHead }) => `“${title}” is planned: ¥${cost} in all, ¥${perHead} each.`,
    day: (n, names) => `\nDay ${n}: ${names.join(' → ')}.`,
    unmet: (unmet) => `\nNot met: ${unmet.map((text) => `“${text}”`).join(', ')}. Why is on its page.`,
  },
};

function cardOf({ told, by }: Planned, rows: CardDoc['rows']): CardDoc {
  const { id, title, city, days, startOn, version } = told;
  return { id: `${id}-v${version}`, act: { act: 'itinerary', itinerary: { id, title, ...(city ? { city } : {}), ...(days ? { days } : {}), ...(startOn ? { startOn } : {}) } }, rows, state: 'confirmed', mayConfirm: [], by: { id: by.id, name: by.name }, expiresAt: dateAt(nowMs() + DAY) };
}

/** Tells a pai that the plan somebody ordered is there: what it costs, where it goes, what it leaves out. */
export async function tellPlanned(planned: Planned): Promise<void> {
  const { pai, told, by } = planned;
  const role = guideOf(pai);
  if (!role) return;
  const locale = languageOf(role, (await findUser(by.id))?.locale ?? 'zh');
  const says = SAYS[locale];
  const card = cardOf(planned, []);
  const content = card.act.act === 'itinerary' ? card.act.itinerary : undefined;
  const rows = content ? (await rowsOfTrip(content)).map(([field, value]) => ({ field, value })) : [];
  const texts = [says.done(told), ...told.stops.map((names, i) => says.day(i + 1, names)), ...(told.unmet.length > 0 ? [says.unmet(told.unmet)] : [])];
  const seq = await speakOfTrip({ pai, role, runId: `trip-${told.id}-${told.version}`, reason: 'planned', parts: texts.map((text) => ({ text, cites: [] })), sources: [], asker: { id: by.id, name: by.name }, card: { ...card, rows } });
  if (seq !== undefined) await markTold(told.id, seq);
}
