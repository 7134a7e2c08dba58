import type { ToldDoc } from './model';

/** A recap without the sentences that rest on messages that are gone, and how many those are. A topic without sentences goes too. */
export function without(told: ToldDoc, isGone: (seq: number) => boolean): { told: ToldDoc; gone: number } {
  let gone = 0;
  const left = <T extends { cites: number[] }>(sentences: readonly T[]): T[] =>
    sentences.filter(({ cites }) => {
      const isLeft = !cites.some(isGone);
      if (!isLeft) gone++;
      return isLeft;
    });
  const topics = told.topics.map((topic) => ({ ...topic, sentences: left(topic.sentences) })).filter(({ sentences }) => sentences.length > 0);
  return { told: { topics, decisions: left(told.decisions), todos: left(told.todos), questions: left(told.questions) }, gone };
}
