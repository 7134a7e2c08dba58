import type { Cited, Recap, Topic } from '../../engine/recap';
import { grounded } from '../../engine/check';
import type { PeopleMaterial, RecapMaterial, SearchMaterial } from './material';
import { PHRASES } from './phrases';
import type { Line, Locale, PersonHere } from './types';

const LONGEST_QUOTE = 80;
const MOST = { topics: 6, sentences: 2, decisions: 4, todos: 5, questions: 3, hits: 3 };

const marks = (seqs: readonly (number | string)[]): string => seqs.map((seq) => `[${seq}]`).join('');

/** A text fit for quotation marks: one line, no quotation marks of its own, not too long. */
function quotable(text: string): string {
  const line = text.replace(/\s+/g, ' ').replace(/[“”"「」『』]/g, '’').replace(/[[\]【】［］]/g, ' ').trim();
  const characters = [...line];
  return characters.length <= LONGEST_QUOTE ? line : characters.slice(0, LONGEST_QUOTE).join('') + '…';
}

const quoted = (text: string): string => `“${quotable(text)}”`;

const stops: Record<Locale, string> = { zh: '。', en: '.' };
/** A quotation that ends with a stop of its own needs no second one. */
const stopAfter = (text: string, language: Locale): string => (/[。！？!?…]”$/.test(text) ? '' : stops[language]);
const says: Record<Locale, (name: string, quote: string) => string> = { zh: (name, quote) => `${name}：${quote}`, en: (name, quote) => `${name}: ${quote}` };

/** One teller for an account: it knows who wrote each message. */
class Teller {
  private readonly bySeq: Map<string, Line>;

  constructor(
    lines: readonly Line[],
    private readonly language: Locale,
  ) {
    this.bySeq = new Map(lines.map((line) => [String(line.seq), line]));
  }

  private speech({ text, cites }: Cited): string {
    const author = this.bySeq.get(cites[0] ?? '')?.author ?? '';
    return says[this.language](author, quoted(text));
  }

  private ended(text: string, cites: readonly string[]): string {
    return text + stopAfter(text, this.language) + marks(cites);
  }

  quote(said: Cited): string {
    return this.ended(this.speech(said), said.cites);
  }

  topic({ title, sentences }: Topic): string {
    const [first, ...rest] = sentences.slice(0, MOST.sentences) as [Cited, ...Cited[]];
    const opening = `${title}${this.language === 'zh' ? '：' : ': '}${this.speech(first)}`;
    const cited = first.cites.flatMap((id) => this.bySeq.get(id) ?? []).map(({ seq, author, text }) => ({ id: String(seq), author, text }));
    // a title may carry a name or number that only other messages of the topic hold
    const withTitle = grounded({ text: opening, cites: first.cites }, cited, [...this.bySeq.values()].map((line) => line.author)).ok && !first.text.startsWith(title.replace('…', ''));
    return `${withTitle ? this.ended(opening, first.cites) : this.quote(first)}${rest.map((said) => (this.language === 'zh' ? '' : ' ') + this.quote(said)).join('')}`;
  }

  /** The proposal and the words that agreed to it; what was said to be settled stands alone. */
  decision({ text, cites }: Cited): string {
    const [proposal = '', agreement] = cites;
    if (agreement === undefined) return this.quote({ text, cites });
    const agreed = this.bySeq.get(agreement)?.text ?? '';
    const both = [this.speech({ text, cites: [proposal] }), this.speech({ text: agreed, cites: [agreement] })];
    return this.ended(both.join(this.language === 'zh' ? '，' : ', '), cites);
  }
}

const section = (heading: string, rows: readonly string[]): string[] => (rows.length === 0 ? [] : [heading, ...rows.map((row) => `• ${row}`)]);

/** Topics without the sentences that are told again as decided, to do or open. */
function untold({ topics, decisions, todos, questions }: Recap): Topic[] {
  const told = new Set([...decisions, ...todos, ...questions].map(({ text }) => text));
  return topics.map((topic) => ({ ...topic, sentences: topic.sentences.filter(({ text }) => !told.has(text)) })).filter(({ sentences }) => sentences.length > 0);
}

const asks = (line: Line): boolean => /[？?][\s”"]*$/.test(line.text);

/** The engine's account in words: topics with quotations, what was decided, to do, and open. */
export function tellRecap({ recap, lines }: RecapMaterial, language: Locale): string {
  const teller = new Teller(lines, language);
  const quote = (said: Cited): string => teller.quote(said);
  const rows = [
    ...section(PHRASES.topics[language], untold(recap).slice(0, MOST.topics).map((topic) => teller.topic(topic))),
    ...section(PHRASES.decided[language], recap.decisions.slice(-MOST.decisions).map((decision) => teller.decision(decision))),
    ...section(PHRASES.todo[language], recap.todos.slice(-MOST.todos).map(quote)),
    ...section(PHRASES.open[language], recap.questions.slice(-MOST.questions).map(quote)),
  ];
  return rows.length === 0 ? PHRASES.tooLittle[language] : rows.join('\n');
}

type Spoken = SearchMaterial['spoken'];

function tellFind(lines: readonly Line[], spoken: Spoken, language: Locale, most: number): string {
  // an answer before another who asked the same
  return [...lines.filter((line) => !asks(line)), ...lines.filter(asks)]
    .slice(0, most)
    .map(({ seq, author, text }) => {
      const time = spoken[seq]?.[language] ?? '';
      const saying = language === 'zh' ? `${author} 在 ${time} 说过：${quoted(text)}` : `${author} said at ${time}: ${quoted(text)}`;
      return saying + stopAfter(saying, language) + marks([seq]);
    })
    .join(language === 'zh' ? '' : ' ');
}

/** The messages found for some questions, each message once, with who wrote it and when. `spoken` is set by the search tool. */
export function tellSearch({ finds, spoken }: SearchMaterial, language: Locale, most = MOST.hits): string {
  const told = new Set<number>();
  const answers = finds.flatMap(({ lines }) => {
    const fresh = lines.filter(({ seq }) => !told.has(seq)).slice(0, most);
    for (const { seq } of fresh) told.add(seq);
    return fresh.length === 0 ? [] : [tellFind(fresh, spoken, language, most)];
  });
  return answers.length === 0 ? PHRASES.nothingFound[language] : answers.join('\n');
}

const ROLE_WORDS: Record<PersonHere['role'], Record<Locale, string>> = { owner: { zh: '派主', en: 'owner' }, admin: { zh: '管理员', en: 'admin' }, member: { zh: '', en: '' } };

/** Who is here, and in their own words what they said they would do. */
export function tellPeople({ people, todos, lines }: PeopleMaterial, language: Locale): string {
  const named = people.map(({ name, role }) => {
    const word = ROLE_WORDS[role][language];
    if (word === '') return name;
    return language === 'zh' ? `${name}（${word}）` : `${name} (${word})`;
  });
  const here = language === 'zh' ? `这里有 ${people.length} 个人：${named.join('、')}。` : `${people.length} here: ${named.join(', ')}.`;
  const teller = new Teller(lines, language);
  return [...(people.length === 1 && todos.length > 0 ? [] : [here]), ...section(PHRASES.todo[language], todos.map((said) => teller.quote(said)))].join('\n');
}
