import { HumanMessage, SystemMessage } from '@langchain/core/messages';
import type { CitedMessage } from '../../engine/check';
import { moderate } from '../../engine/moderate';
import { bounded } from '../bounded';
import type { Line, Part } from '../chat';
import { safeName, safeText } from '../chat/untrusted';
import { waysOfSaying } from '../chat/when';
import { maskPii } from '../mask';
import { OFFLINE_NAME } from '../model';
import { draftsIn, judge } from './phrase';
import { systemPrompt, topicsPrompt, type Brief } from './prompt';
import type { Account, AccountTopic, WriteInput, Written } from './types';

/** Topics phrased by one call. */
const BATCH = 4;
const MILLISECONDS = 90_000;
const LONGEST_TEXT = 500;

const shown = (line: Line): Line => ({ ...line, author: safeName(line.author), text: safeText(line.text, LONGEST_TEXT) });

const citedForm = ({ seq, author, text, at }: Line, zone: string): CitedMessage => ({ id: String(seq), author, text, when: waysOfSaying(at, zone), sent: { at, zone } });

const linesOf = (topic: AccountTopic, lines: ReadonlyMap<number, Line>): Line[] =>
  [...new Set(topic.sentences.flatMap(({ cites }) => cites))].sort((a, b) => a - b).flatMap((seq) => lines.get(seq) ?? []);

/** What an AI member may not say, it does not quote either. */
const mayBeSaid = ({ text }: { text: string }): boolean => moderate({ text }).action !== 'block';

/** The engine's account fit to be read: who said each quotation, private numbers hidden. */
function quoted(account: Account, lines: ReadonlyMap<number, Line>): Account {
  const plain = <T extends Part>(part: T): T => ({ ...part, text: maskPii(part.text) });
  const said = (part: Part): Part => {
    const author = lines.get(part.cites[0] ?? 0)?.author;
    return author ? { ...part, text: `${author}：${maskPii(part.text)}` } : plain(part);
  };
  return {
    topics: account.topics.map((topic) => ({ ...topic, title: maskPii(topic.title), sentences: topic.sentences.filter(mayBeSaid).map(said) })).filter(({ sentences }) => sentences.length > 0),
    decisions: account.decisions.filter(mayBeSaid).map(plain),
    todos: account.todos.filter(mayBeSaid).map(plain),
    questions: account.questions.filter(mayBeSaid).map(plain),
  };
}

/** One run of the model over the topics: which are phrased, what it used, what was dropped. */
class Phrasing {
  readonly usage = { input: 0, output: 0 };
  readonly topics: AccountTopic[] = [];
  dropped = 0;

  constructor(
    private readonly input: WriteInput,
    private readonly chat: NonNullable<WriteInput['model']>['chat'],
    private readonly signal: AbortSignal,
  ) {}

  private async ask(briefs: readonly Brief[]): Promise<string> {
    const { self, zone, locale } = this.input;
    const answer = await this.chat.invoke([new SystemMessage(systemPrompt(self)), new HumanMessage(topicsPrompt(briefs, zone, locale))], { signal: this.signal });
    this.usage.input += answer.usage_metadata?.input_tokens ?? 0;
    this.usage.output += answer.usage_metadata?.output_tokens ?? 0;
    return answer.text;
  }

  async phrase(briefs: readonly Brief[], members: readonly string[]): Promise<void> {
    const drafts = draftsIn(await this.ask(briefs));
    if (drafts.size === 0) throw new Error('the model phrased no topic');
    briefs.forEach((brief, i) => {
      const cited = brief.lines.map((line) => citedForm(line, this.input.zone));
      const { topic, dropped } = judge(drafts.get(i + 1), brief, cited, members);
      this.topics.push(topic);
      this.dropped += dropped;
    });
  }
}

/**
 * Writes an account up. The model phrases the topics, some at a time, from the messages they rest on; every sentence it
 * writes is held against those messages. What was decided, is to do and is open stays as people said it. When the model
 * does not answer, the engine's sentences stand from there on. Rejects only when `signal` ends it.
 */
export async function writeRecap(input: WriteInput): Promise<Written> {
  const lines = new Map(input.lines.map(shown).map((line) => [line.seq, line]));
  const account = quoted(input.account, lines);
  const engine: Written = { account, dropped: 0, usage: { input: 0, output: 0 }, model: OFFLINE_NAME, fallback: false };
  if (!input.model || account.topics.length === 0) return engine;
  const members = [...new Set([...input.members.map(safeName), ...[...lines.values()].map(({ author }) => author)])];
  const limit = bounded(input.signal, MILLISECONDS);
  const phrasing = new Phrasing(input, input.model.chat, limit.signal);
  const { topics } = phrasing;
  try {
    while (topics.length < account.topics.length) {
      const briefs = account.topics.slice(topics.length, topics.length + BATCH).map((topic) => ({ topic, lines: linesOf(topic, lines) }));
      await phrasing.phrase(briefs, members);
      input.onProgress?.(topics.length);
    }
  } catch (error) {
    input.signal.throwIfAborted();
    input.onFailure?.('model', error);
  } finally {
    limit.release();
  }
  const isWhole = topics.length === account.topics.length;
  return { account: { ...account, topics: [...topics, ...account.topics.slice(topics.length)] }, dropped: phrasing.dropped, usage: phrasing.usage, model: topics.length > 0 ? input.model.name : OFFLINE_NAME, fallback: !isWhole };
}
