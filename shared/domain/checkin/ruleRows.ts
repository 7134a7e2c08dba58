import type { CardRow } from '../../wire/card';
import type { Rules } from '../../wire/challengeRules';

const cadenceText = ({ cadence }: Rules): string => (cadence.kind === 'perWeek' ? `perWeek:${cadence.n}` : cadence.kind === 'rrule' ? cadence.rrule : cadence.kind);

function proofText({ proof }: Rules): string {
  if (proof.kind === 'text') return `text:${proof.minWords}`;
  return proof.kind === 'number' ? `number:${proof.min ?? ''}:${proof.unit}` : proof.kind;
}

/** What a card shows of rules, in words a client says in its reader's language: see `CardRow`. */
export function rowsOfRules(rules: Rules): CardRow[] {
  const { title, start, end, window, goal, makeup, teams = [] } = rules;
  return [
    { field: 'title', value: title },
    { field: 'cadence', value: cadenceText(rules) },
    { field: 'window', value: window ? `${window.from}-${window.to}` : '' },
    { field: 'days', value: `${start}/${end ?? ''}` },
    ...(goal ? [{ field: 'goal' as const, value: `${goal.kind}:${goal.days}` }] : []),
    { field: 'makeup', value: makeup ? `${makeup.cards}:${makeup.maxAgeDays}` : '0' },
    { field: 'proof', value: proofText(rules) },
    ...(teams.length > 0 ? [{ field: 'teams' as const, value: teams.map(({ name, members }) => `${name}:${members.length}`).join('\n') }] : []),
  ];
}
