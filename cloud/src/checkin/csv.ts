import type { Entry } from '@shared/wire/challenge';
import type { Locale } from '@shared/wire/errors';
import { offsetAt } from '@shared/domain/zone';
import { MINUTE } from '../infra/clock';
import { accessChallenge } from './access';
import { openBook } from './book';
import { presentEntries } from './feed';
import { listEntries } from './store';

/** A spreadsheet takes a cell that begins so for a formula. */
const FORMULA = /^[\s]*[=+\-@|\t\r]/;

/** One cell: never a formula, quoted where it must be. */
export function cell(value: string | number | undefined): string {
  if (typeof value === 'number') return String(value);
  const safe = value === undefined ? '' : FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const HEAD: Record<Locale, readonly string[]> = {
  zh: ['序号', '成员', '种类', '日期', '记录时间', '完成时间', '时区', '状态', '第几天', '文字', '数量', '地点', '标记', '裁定人', '理由'],
  en: ['No.', 'Member', 'Kind', 'Day', 'Written at', 'Done at', 'Zone', 'State', 'Day no.', 'Text', 'Amount', 'Place', 'Mark', 'Judged by', 'Reason'],
};
const KINDS: Record<Locale, Record<Entry['kind'], string>> = {
  zh: { checkin: '打卡', makeup: '补卡', pause: '暂停', resume: '恢复', zone: '换时区', verdict: '裁定' },
  en: { checkin: 'check-in', makeup: 'make-up', pause: 'pause', resume: 'resume', zone: 'zone change', verdict: 'verdict' },
};
const STATES: Record<Locale, Record<NonNullable<Entry['state']>, string>> = {
  zh: { accepted: '有效', pending: '待确认', rejected: '未通过', 'made-up': '补', paused: '停', off: '不用打', open: '还没打', missed: '没打' },
  en: { accepted: 'accepted', pending: 'pending', rejected: 'rejected', 'made-up': 'made up', paused: 'paused', off: 'off', open: 'open', missed: 'missed' },
};
const MARKS = {
  zh: { makeup: '补', until: (day: string) => `停到 ${day}`, pause: '停', offline: '离线补传', ok: '算', notOk: '不算', left: '已离开', appeal: '申诉' },
  en: { makeup: 'made up', until: (day: string) => `paused until ${day}`, pause: 'paused', offline: 'recorded offline', ok: 'counts', notOk: 'does not count', left: 'has left', appeal: 'appealed' },
};

/** An instant on the clock of a zone, to the minute. */
function clockText(iso: string, zone: string): string {
  const at = Date.parse(iso);
  return new Date(at + offsetAt(zone, at) * MINUTE).toISOString().slice(0, 16).replace('T', ' ');
}

function marksOf({ kind, until, ok, doneAt, member, appeal }: Entry, locale: Locale): string {
  const words = MARKS[locale];
  const judged = ok === undefined ? undefined : ok ? words.ok : words.notOk;
  const paused = kind !== 'pause' ? undefined : until ? words.until(until) : words.pause;
  return [kind === 'makeup' ? words.makeup : undefined, paused, doneAt ? words.offline : undefined, judged, appeal ? words.appeal : undefined, member.left ? words.left : undefined].filter(Boolean).join('; ');
}

function rowOf(entry: Entry, no: number, locale: Locale): (string | number | undefined)[] {
  const { member, kind, day, at, doneAt, zone, state, nth, text, amount, place, by, reason } = entry;
  return [no, member.name, KINDS[locale][kind], day, clockText(at, zone), clockText(doneAt ?? at, zone), zone, state && STATES[locale][state], nth, text, amount, place?.name, marksOf(entry, locale), by?.name, reason];
}

/** The whole ledger as a table for spreadsheets (UTF-8 with a mark, CRLF), the oldest first, make-ups, pauses and verdicts marked. */
export async function exportCsv(userId: string, paiId: string, id: string, locale: Locale): Promise<{ title: string; csv: string }> {
  const access = await accessChallenge(userId, paiId, id);
  const entries = (await listEntries(id, Infinity, Infinity)).reverse();
  const shown = await presentEntries(await openBook(access.doc), access, entries);
  const rows = shown.map((entry, i) => rowOf(entry, i + 1, locale));
  return { title: access.doc.rules.title, csv: `\uFEFF${[HEAD[locale], ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}` };
}
