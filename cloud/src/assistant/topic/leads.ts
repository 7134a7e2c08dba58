import { DAY, HOUR } from '../../infra/clock';
import type { MessageDoc } from '../../message';
import type { TodoDoc, ToldDoc } from '../../recap';
import type { KnownFact } from '../memory';
import { spansIn, type Span } from '../spansIn';

/** Something of the pai worth taking up again, in its own words, with the messages it rests on. */
export interface Lead {
  kind: 'due' | 'ahead' | 'memory' | 'question' | 'decided';
  text: string;
  cites: number[];
  /** Who said it, and when (ms). */
  by: string;
  saidAt: number;
  /** Of what has a time: when it is (ms). */
  when?: number;
  /** Of a to-do: who is to do it. */
  owner?: string;
}

/** How near a to-do and anything else with a time must be, and how long what has none is worth taking up. */
const DUE = 36 * HOUR;
const AHEAD = 2 * DAY;
const RECENT = 3 * DAY;
/** Characters of what is quoted whole; longer is no cue. */
const SHORTEST = 4;
const LONGEST = 60;

/** Small talk, with nothing to settle: whether people have eaten, slept, seen the match. */
const CHAT = /^(?:你们?|您|大家|都|有人|[，,\s])*(?:吃|喝|睡|醒|起床|到家|下班|看|听|玩|追)[^，,。]{0,6}[了过](?:吗|么|嘛|没有?|不)[？?\s]*$|^(?:did|have|has) (?:you|anyone|anybody) (?:all |guys )?(?:eat|sle(?:ep|pt)|see|seen|watch|hear|play|wake)/i;

/** What is quoted, without the stop that ends it. */
const quotable = (text: string): string => text.trim().replace(/[。.！!；;，,~～\s]+$/, '');

interface Said {
  text: string;
  cites: readonly number[];
}

/** Reads material as of an instant (ms). */
class Reader {
  constructor(
    private readonly sources: ReadonlyMap<number, MessageDoc>,
    private readonly at: number,
  ) {}

  due(todo: TodoDoc): Lead[] {
    const when = todo.dueAt?.getTime();
    if (when === undefined || when <= this.at || when - this.at > DUE) return [];
    // a day is over at midnight: it is that day that counts
    return this.lead('due', todo, { when: when - 1, ...(todo.owner ? { owner: todo.owner.name } : {}) });
  }

  /** What has one time, and that is near. Of several times it would take guessing which one is meant. */
  ahead(kind: 'ahead' | 'memory', said: Said): Lead[] {
    const [span, ...others] = this.spansOf(said);
    if (!span || others.length > 0 || span.to <= this.at || span.from - this.at > AHEAD) return [];
    return this.lead(kind, said, { when: Math.max(span.from, this.at) });
  }

  /** What has no time, or one that is still to come. */
  open(kind: 'question' | 'decided', said: Said): Lead[] {
    const spans = this.spansOf(said);
    if (spans.length > 0 && spans.every(({ to }) => to <= this.at)) return [];
    return this.lead(kind, said, {}).filter(({ saidAt }) => this.at - saidAt <= RECENT);
  }

  private spansOf({ text, cites }: Said): Span[] {
    const source = this.sources.get(cites[0] ?? 0);
    return source ? spansIn(text, source.sentAt) : [];
  }

  /** A lead whose messages all stand, and that is short enough to be quoted whole. */
  private lead(kind: Lead['kind'], { text, cites }: Said, more: Pick<Lead, 'when' | 'owner'>): Lead[] {
    const source = this.sources.get(cites[0] ?? 0);
    const quote = quotable(text);
    const { length } = [...quote];
    if (!source || !cites.every((seq) => this.sources.has(seq)) || length < SHORTEST || length > LONGEST) return [];
    return [{ kind, text: quote, cites: [...cites], by: source.senderName, saidAt: source.sentAt.getTime(), ...more }];
  }
}

const soonest = (leads: readonly Lead[]): Lead[] => [...leads].sort((a, b) => (a.when ?? 0) - (b.when ?? 0));
const latest = (leads: readonly Lead[]): Lead[] => [...leads].sort((a, b) => b.saidAt - a.saidAt);

interface Material {
  told: ToldDoc;
  facts: readonly KnownFact[];
  /** The messages both rest on, by position; of what is not among them nothing is taken up. */
  sources: ReadonlyMap<number, MessageDoc>;
}

/**
 * What a host may take up at an instant (ms), best first: a to-do that is nearly due, a plan and a fact kept in mind whose
 * time is near, a question nobody answered, what was decided of late.
 */
export function leadsIn({ told, facts, sources }: Material, at: number): Lead[] {
  const reader = new Reader(sources, at);
  const kept = facts.flatMap(({ text, seq }) => (seq === undefined ? [] : [{ text, cites: [seq] }]));
  return [
    ...soonest(told.todos.flatMap((todo) => reader.due(todo))),
    ...soonest(told.decisions.flatMap((said) => reader.ahead('ahead', said))),
    ...soonest(kept.flatMap((fact) => reader.ahead('memory', fact))),
    ...latest(told.questions.filter(({ text }) => !CHAT.test(text.trim())).flatMap((said) => reader.open('question', said))),
    ...latest(told.decisions.flatMap((said) => reader.open('decided', said))),
  ];
}
