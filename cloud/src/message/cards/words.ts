import type { Act } from '@shared/wire/card';

/** All words of an act that people will read: what is judged before it is shown. */
export function wordsOfAct(act: Act): string {
  if (act.act === 'poll') return [act.poll.question, ...act.poll.options].join('\n');
  return act.act === 'reminder' ? act.reminder.text : act.fact.text;
}
