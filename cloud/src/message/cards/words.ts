import type { Act } from '@shared/wire/card';
import type { Rules } from '@shared/wire/challengeRules';

/** All words of a challenge's rules that people will read. */
export const wordsOfRules = ({ title, proof, teams }: Rules): string => [title, ...(proof.kind === 'number' ? [proof.unit] : []), ...(teams ?? []).map(({ name }) => name)].join('\n');

/** All words of an act that people will read: what is judged before it is shown. */
export function wordsOfAct(act: Act): string {
  if (act.act === 'poll') return [act.poll.question, ...act.poll.options].join('\n');
  if (act.act === 'challenge') return wordsOfRules(act.challenge.rules);
  if (act.act === 'itinerary') return [act.itinerary.title, act.itinerary.city ?? ''].join('\n');
  if (act.act === 'itineraryEdit') return [act.change.title, ...act.change.lines].join('\n');
  if (act.act === 'checkinReminder') return act.reminder.challenges.map(({ title }) => title).join('\n');
  if (act.act === 'checkinPause') return act.pause.challenges.map(({ title }) => title).join('\n');
  return act.act === 'reminder' ? act.reminder.text : act.fact.text;
}
