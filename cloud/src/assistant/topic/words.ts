import type { Locale } from '../../agents';
import { config } from '../../config';
import { DAY, dateAt, zoned } from '../../infra/clock';
import type { PartDoc } from '../../message';
import type { Lead } from './leads';

const NEAR: Record<Locale, Readonly<Record<number, string>>> = {
  zh: { [-2]: '前天', [-1]: '昨天', 0: '今天', 1: '明天', 2: '后天' },
  en: { [-1]: 'yesterday', 0: 'today', 1: 'tomorrow' },
};

/** A day as people call it, seen from another: 昨天, 后天, 11月3日. */
function dayName(ms: number, at: number, locale: Locale): string {
  const zone = config().TIME_ZONE;
  const [day, today] = [ms, at].map((instant) => zoned(dateAt(instant), zone).day) as [string, string];
  const near = NEAR[locale][Math.round((Date.parse(day) - Date.parse(today)) / DAY)];
  return near ?? new Intl.DateTimeFormat(locale === 'zh' ? 'zh-CN' : 'en-GB', { timeZone: zone, day: 'numeric', month: 'long' }).format(ms);
}

type Sentence = (lead: Lead, day: (ms: number) => string) => string;

const other = ({ owner, by }: Lead): string | undefined => (owner === by ? undefined : owner);

/* Only what was said and when; the question that ends it takes nothing for granted. */
const SENTENCES: Record<Locale, Record<Lead['kind'], Sentence>> = {
  zh: {
    due: (lead, day) => `${lead.by}${day(lead.saidAt)}说「${lead.text}」，${day(lead.when ?? 0)}就到了。${other(lead) ? `${other(lead)}，` : ''}进展怎么样了？`,
    ahead: (lead, day) => `${lead.by}${day(lead.saidAt)}提的「${lead.text}」就在${day(lead.when ?? 0)}，还差什么没准备好？`,
    memory: (lead, day) => `大家让记着的「${lead.text}」就在${day(lead.when ?? 0)}，要准备点什么吗？`,
    question: (lead, day) => `${lead.by}${day(lead.saidAt)}问「${lead.text}」，还没人答。大家怎么说？`,
    decided: (lead, day) => `${lead.by}${day(lead.saidAt)}提的「${lead.text}」定了。接下来先做哪一步？`,
  },
  en: {
    due: (lead, day) => `${lead.by} said ${day(lead.saidAt)}: “${lead.text}”. That is due ${day(lead.when ?? 0)}. ${other(lead) ? `${other(lead)}, how` : 'How'} is it going?`,
    ahead: (lead, day) => `${lead.by} proposed ${day(lead.saidAt)}: “${lead.text}”. That is ${day(lead.when ?? 0)}. What is still missing?`,
    memory: (lead, day) => `To keep in mind: “${lead.text}”. That is ${day(lead.when ?? 0)}. Is there anything to prepare?`,
    question: (lead, day) => `${lead.by} asked ${day(lead.saidAt)}: “${lead.text}”, and nobody has answered. What do you think?`,
    decided: (lead, day) => `${lead.by} proposed ${day(lead.saidAt)}: “${lead.text}”, and it was settled. What is the first step?`,
  },
};

const HEAD: Record<Locale, string> = { zh: '好一会儿没人说话了。', en: 'It has been quiet for a while. ' };

/** How a host takes something up, at an instant (ms). The first part stays when a message it rests on is recalled. */
export const wordsOf = (lead: Lead, at: number, locale: Locale): PartDoc[] => [
  { text: HEAD[locale], cites: [] },
  { text: SENTENCES[locale][lead.kind](lead, (ms) => dayName(ms, at, locale)), cites: lead.cites },
];
