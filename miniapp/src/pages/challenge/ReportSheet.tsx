import { useEffect, useState } from 'react';
import { View } from '@tarojs/components';
import { weekdayOf } from '@shared/domain/civil';
import { dayNumber } from '@shared/domain/checkin/plan';
import type { Challenge, Entry, WeekReport } from '@shared/wire/challenge';
import * as api from '@/features/challenge/api';
import { dayWords } from '@/features/challenge/say';
import { usePunchT, type SpeakPunch } from '@/features/challenge/words';
import { weekdayName } from '@/i18n/time';
import { Cell, List } from '@/ui/List';
import { Sheet } from '@/ui/Sheet';
import { Tag } from '@/ui/Small';
import { FailedState, SkeletonRows } from '@/ui/States';

/** Entries of the ledger, read from its end until all are there. */
async function entriesOf(at: api.At, ids: readonly string[]): Promise<Entry[]> {
  const found: Entry[] = [];
  let before: string | undefined;
  do {
    const page = await api.listEntries(at, { before, limit: 100 });
    found.push(...page.entries.filter(({ id }) => ids.includes(id)));
    before = page.next;
  } while (found.length < ids.length && before !== undefined);
  return found;
}

/** Who checked in on which days of the week, one line each. */
function daysOf(entries: readonly Entry[], t: SpeakPunch): string[] {
  const people = new Map<string, { name: string; days: string[] }>();
  for (const { member, day, kind } of [...entries].sort((a, b) => (a.day < b.day ? -1 : 1))) {
    const weekday = weekdayName(weekdayOf(dayNumber(day)), t.locale);
    const { name, days } = people.get(member.id) ?? { name: member.name, days: [] };
    people.set(member.id, { name, days: [...days, kind === 'makeup' ? t('report.made-up', { day: weekday }) : weekday] });
  }
  return Array.from(people.values(), ({ name, days }) => t('report.source', { name, days: days.join(t.locale === 'zh' ? '、' : ', ') }));
}

function Line({ at, line: { text, entryIds } }: { at: api.At; line: WeekReport['lines'][number] }) {
  const t = usePunchT();
  const [rests, setRests] = useState<readonly string[]>();
  const show = (): void => (rests ? setRests(undefined) : void entriesOf(at, entryIds).then((entries) => setRests(daysOf(entries, t)), () => setRests([t('report.failed')])));
  const note = rests ? rests.map((one, i) => <View key={i}>{one}</View>) : t('report.rests', { n: entryIds.length });
  return <Cell title={text} note={note} go={false} onTap={show} />;
}

/** The week, each line as exact as the ledger, with the check-ins it was counted from. */
export function ReportSheet({ challenge: { paiId, id }, onClose }: { challenge: Challenge; onClose(): void }) {
  const t = usePunchT();
  const at = { paiId, id };
  const [report, setReport] = useState<WeekReport | null>();
  const [failed, setFailed] = useState(false);
  const load = (): void => {
    setFailed(false);
    api.getReport(at).then((reply) => setReport(reply.report), () => setFailed(true));
  };
  useEffect(load, [paiId, id]);
  return (
    <Sheet title={t('report.title')} onClose={onClose}>
      {failed && <FailedState kind="tint" title={t('report.failed')} onRetry={load} />}
      {report === undefined && !failed && <SkeletonRows rows={2} face={24} label={t('report.title')} />}
      {report === null && <View className="t14 soft">{t('report.none')}</View>}
      {report && (
        <>
          <View className="ru-head">
            <View className="t14 soft grow">{report.from === report.to ? dayWords(report.to, t) : t('report.span', { from: dayWords(report.from, t), to: dayWords(report.to, t) })}</View>
            {report.aiMade && <Tag kind="ai">{t('report.ai')}</Tag>}
          </View>
          <List>
            {report.lines.map((line) => (
              <Line key={line.text} at={at} line={line} />
            ))}
          </List>
        </>
      )}
    </Sheet>
  );
}
