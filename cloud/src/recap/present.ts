import type { Recap } from '@shared/wire/recap';
import { listStanding, type MessageDoc, type Reader } from '../message';
import { listUnreadable } from '../pai';
import type { RecapDoc, ToldDoc } from './model';
import { without } from './without';

type Sentence = Recap['decisions'][number];

/**
 * A kept recap as a member may see it now. Sentences resting on messages recalled since, or by people who hid from the AI
 * since, are gone and counted; those from before the member may read are not shown at all. What was edited since is marked.
 */
export async function presentRecap(recap: RecapDoc, reader: Reader): Promise<Recap> {
  const [standing, hidden] = await Promise.all([listStanding(reader, recap.cited.map(({ seq }) => seq)), listUnreadable(recap.paiId)]);
  const bySeq = new Map(standing.filter(({ senderId }) => !hidden.includes(senderId)).map((doc) => [doc.seq, doc]));
  const { told: readable } = without(recap.told, (seq) => seq < reader.me.fromSeq);
  const { told, gone } = without(readable, (seq) => !bySeq.has(seq));
  return { ...sentencesOf(told, bySeq, recap.madeAt), ...countsOf(recap), gone: recap.gone + gone };
}

const countsOf = ({ fromSeq, toSeq, messages, leftOut, model, fallback, madeAt }: RecapDoc) => ({ fromSeq, toSeq, messages, leftOut, model, fallback, madeAt: madeAt.toISOString() });

function sentencesOf(told: ToldDoc, bySeq: ReadonlyMap<number, MessageDoc>, madeAt: Date): Pick<Recap, 'topics' | 'decisions' | 'todos' | 'questions'> {
  const isStale = (seq: number): boolean => (bySeq.get(seq)?.editedAt ?? madeAt) > madeAt;
  const sentence = ({ text, cites }: Sentence): Sentence => ({ text, cites, ...(cites.some(isStale) ? { stale: true } : {}) });
  return {
    topics: told.topics.map((topic) => ({ ...topic, sentences: topic.sentences.map(sentence) })),
    decisions: told.decisions.map(sentence),
    todos: told.todos.map(({ owner, due, dueAt, ...said }) => ({ ...sentence(said), ...(owner ? { owner } : {}), ...(due ? { due } : {}), ...(dueAt ? { dueAt: dueAt.toISOString() } : {}) })),
    questions: told.questions.map(sentence),
  };
}
