import { asksIfSettled, isSettling, looksAnswered } from './asked';
import { ranked } from './rank';
import { relevant } from './relevant';

export interface AnswerLine {
  text: string;
  author: string;
  /** Seconds. */
  at: number;
  seq: number;
  /** Seq of the message it quotes. */
  replyTo?: number | undefined;
}

const NEAR_SECONDS = 600;
/** How a line's own score reaches the lines after it, less with each line between. */
interface Lending {
  share: number;
  fade: number;
  lines: number;
}
/** What was said in answer to the same question, asked before. */
const TO_ANSWERS: Lending = { share: 0.6, fade: 0.85, lines: 4 };
/** What settled a matter: it may name nothing of it. */
const TO_SETTLING: Lending = { share: 1.2, fade: 0.95, lines: 10 };
/** Who asked the same before is no answer. */
const QUESTION = 0.5;
/** What is much less fitting than the best is not worth saying. */
const WORTH = 0.45;

/** Whether a text asks, and does not say after its question what `query` is after. */
function asksOnly(query: string, text: string): boolean {
  const said = text.split(/[？?]/).at(-1) ?? '';
  return /[？?]|(?:吗|呢)[\s~。]*$/.test(text) && !looksAnswered(query, said);
}

class Scoring<T extends AnswerLine> {
  private readonly about: Set<T>;
  private readonly own: Map<number, number>;
  private readonly values = new Map<T, number>();

  constructor(
    private readonly query: string,
    private readonly lines: readonly T[],
  ) {
    this.about = new Set(relevant(lines, query));
    this.own = new Map(ranked(query, lines.map(({ seq, text }) => ({ id: String(seq), text }))).map(({ id, score }) => [Number(id), score]));
    for (const line of this.about) this.raise(line, this.ownOf(line) * (this.isQuestion(line) ? QUESTION : 1));
    const asksSettled = asksIfSettled(query);
    lines.forEach((line, i) => {
      if (!this.about.has(line)) return;
      if (this.isQuestion(line)) this.lend(line, i, TO_ANSWERS, (other) => this.answers(other, line));
      if (asksSettled) this.lend(line, i, TO_SETTLING, (other) => isSettling(other.text));
    });
  }

  valueOf(line: T): number {
    return this.values.get(line) ?? 0;
  }

  private isQuestion({ text }: T): boolean {
    return asksOnly(this.query, text);
  }

  private ownOf({ seq }: T): number {
    return this.own.get(seq) ?? 0;
  }

  private raise(line: T, value: number): void {
    this.values.set(line, Math.max(this.valueOf(line), value));
  }

  private answers(line: T, asked: T): boolean {
    if (line.replyTo === asked.seq) return true;
    return line.author !== asked.author && (this.about.has(line) || looksAnswered(this.query, line.text) || isSettling(line.text));
  }

  private lend(from: T, at: number, { share, fade, lines }: Lending, fits: (line: T) => boolean): void {
    this.lines.slice(at + 1).forEach((line, k) => {
      const near = k < lines && line.at - from.at <= NEAR_SECONDS;
      if ((near || line.replyTo === from.seq) && !this.isQuestion(line) && fits(line)) this.raise(line, this.ownOf(from) * share * fade ** Math.min(k, lines));
    });
  }
}

/**
 * The lines that answer a question best, best first: those that share most with it, what was said in answer to the same
 * question earlier, and, where it asks whether something is settled, the words that settled it.
 */
export function answersTo<T extends AnswerLine>(query: string, lines: readonly T[], limit: number): T[] {
  const scoring = new Scoring(query, lines);
  const worth = Math.max(0, ...lines.map((line) => scoring.valueOf(line))) * WORTH;
  return lines
    .filter((line) => scoring.valueOf(line) > 0 && scoring.valueOf(line) >= worth)
    .sort((a, b) => scoring.valueOf(b) - scoring.valueOf(a) || b.at - a.at)
    .slice(0, limit);
}
