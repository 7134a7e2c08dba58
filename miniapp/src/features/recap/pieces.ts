import type { Recap } from '@shared/wire/recap';

/* What of a recap is drawn, spoken, copied. Pure. */

export type Sentence = Recap['decisions'][number];

const STOP = /[。！？!?….]+$/;

const HAN = /[\u4e00-\u9fff]/;

/** A sentence without its stop, which follows its sources. A space parts it from the next where its script has spaces. */
export function endOf(text: string): { body: string; stop: string } {
  const found = STOP.exec(text)?.[0];
  const isHan = HAN.test(text);
  const stop = found ?? (isHan ? '。' : '.');
  return { body: found === undefined ? text : text.slice(0, -found.length), stop: isHan ? stop : `${stop} ` };
}

/** The number each cited message goes by, in the order they are met from the top. */
export function numbersOf({ topics, decisions, todos, questions }: Recap): ReadonlyMap<number, number> {
  const numbers = new Map<number, number>();
  const all = [...topics.flatMap(({ sentences }) => sentences), ...decisions, ...todos, ...questions];
  all.forEach(({ cites }) => cites.forEach((seq) => numbers.has(seq) || numbers.set(seq, numbers.size + 1)));
  return numbers;
}

export const isEmpty = ({ topics, decisions, todos, questions }: Recap): boolean => topics.length + decisions.length + todos.length + questions.length === 0;

interface Heads {
  label: string;
  decided: string;
  todo: string;
  open: string;
}

export interface Block {
  title: string;
  lines: string[];
}

/** A recap as headings with lines. */
export function blocksOf(recap: Recap, heads: Heads): Block[] {
  const whole = (text: string): string => {
    const { body, stop } = endOf(text);
    return body + stop;
  };
  const todo = ({ text, owner, due }: Recap['todos'][number]): string => [owner?.name, due].reduce<string>((line, extra) => (extra && !line.includes(extra) ? `${line}（${extra}）` : line), text);
  return [
    ...recap.topics.map(({ title, sentences }) => ({ title, lines: [sentences.map(({ text }) => whole(text)).join('').trim()] })),
    { title: heads.decided, lines: recap.decisions.map(({ text }) => text) },
    { title: heads.todo, lines: recap.todos.map(todo) },
    { title: heads.open, lines: recap.questions.map(({ text }) => text) },
  ].filter(({ lines }) => lines.length > 0);
}

/** A recap as text, with its label first. */
export const textOf = (recap: Recap, title: string, heads: Heads): string =>
  [`【${heads.label}】${title}`, ...blocksOf(recap, heads).map((block) => [block.title, ...block.lines.map((line) => `· ${line}`)].join('\n'))].join('\n\n');

const EITHER = /([^，。,.！!？?\s]{1,12}?)还是([^，。,.！!？?\s]{1,12}?)(?:呢|啊|吧|好)?[？?。]?$/;

/** What a question can be answered with in a poll: 周六还是周日 has two answers of its own. */
export function optionsOf(text: string, yes: string, no: string): [string, string] {
  const either = EITHER.exec(text);
  return either?.[1] && either[2] ? [either[1], either[2]] : [yes, no];
}
