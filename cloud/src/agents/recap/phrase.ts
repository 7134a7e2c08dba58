import { checkable, grounded, type CitedMessage } from '../../engine/check';
import { moderate } from '../../engine/moderate';
import type { Part } from '../chat';
import { sentencesSaid } from '../chat/parse';
import type { Brief } from './prompt';
import type { AccountTopic } from './types';

const LONGEST_TITLE = 24;
const MOST_SENTENCES = 4;
const HEADING = /^\s*#+\s*(\d+)\s*[.、:：)\-—]*\s*(.*)$/;

interface Draft {
  title: string;
  sentences: Part[];
}

/** What a model wrote, by the number of the topic. */
export function draftsIn(text: string): Map<number, Draft> {
  const drafts = new Map<number, Draft>();
  let draft: Draft | undefined;
  for (const line of text.split('\n')) {
    const heading = HEADING.exec(line);
    if (heading) {
      draft = { title: (heading[2] ?? '').trim(), sentences: [] };
      drafts.set(Number(heading[1]), draft);
    } else draft?.sentences.push(...sentencesSaid(line).map(({ text: said, cites }) => ({ text: said, cites })));
  }
  return drafts;
}

interface Judged {
  topic: AccountTopic;
  dropped: number;
}

function acceptTitle(title: string, topic: AccountTopic, cited: readonly CitedMessage[], members: readonly string[]): string {
  if (title === '' || [...title].length > LONGEST_TITLE) return topic.title;
  const stands = !checkable(title, members) || grounded({ text: title, cites: cited.map(({ id }) => id) }, cited, members).ok;
  return stands ? title : topic.title;
}

/**
 * A topic as the model phrased it, with only the sentences whose messages hold what they say. Where one was dropped the
 * engine's sentences on the messages nothing is left about come back; where none stands, all of them.
 */
export function judge(draft: Draft | undefined, { topic }: Brief, cited: readonly CitedMessage[], members: readonly string[]): Judged {
  if (!draft) return { topic, dropped: 0 };
  const standing = draft.sentences.filter(({ text, cites }) => grounded({ text, cites: cites.map(String) }, cited, members).ok && moderate({ text }).action !== 'block').slice(0, MOST_SENTENCES);
  const dropped = Math.max(0, Math.min(draft.sentences.length, MOST_SENTENCES) - standing.length);
  if (standing.length === 0) return { topic, dropped };
  const covered = new Set(standing.flatMap(({ cites }) => cites));
  const lost = dropped > 0 ? topic.sentences.filter(({ cites }) => !cites.some((seq) => covered.has(seq))) : [];
  return { topic: { ...topic, title: acceptTitle(draft.title, topic, cited, members), sentences: [...standing, ...lost] }, dropped };
}
