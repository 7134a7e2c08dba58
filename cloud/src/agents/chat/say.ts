import { callTo, sectionsFor, type Section } from './address';
import type { Desk } from './desk';
import { servedBy } from './further';
import { askOf, intentOf, languageOf } from './intent';
import { PHRASES } from './phrases';
import { sift, type Bench } from './sift';
import type { AnswerInput, Part } from './types';
import { safeName } from './untrusted';

interface Said {
  parts: Part[];
  dropped: number;
}

/** One part of an answer: whom it is for, and the sentences of it that stand. */
function answered(section: Section, input: AnswerInput, bench: Bench): Said {
  const own = input.askers.filter(({ name }) => section.names.includes(name));
  const language = input.self.language ?? languageOf(own.map(({ text }) => text).join(' '), input.locale);
  const isRecap = own.some(({ text }) => intentOf(askOf(text, input.self.name)).kind === 'recap');
  const { parts, dropped } = sift(section.text, { ...bench, asks: own.map(({ seq }) => seq), isRecap });
  const said = parts.length > 0 || bench.isOpen ? parts : [{ text: PHRASES.tooLittle[language], cites: [] }];
  return { parts: [{ text: callTo(section.names, language), cites: [] }, ...said], dropped };
}

/**
 * What is let out of a model's text: each asker named once, only sentences that stand. `isOpen`: the text is still being
 * written, so its last sentence is not judged yet.
 */
export function saidOf(text: string, input: AnswerInput, { memory, proposals }: Desk, isOpen = false): Said {
  const names = input.askers.map(({ name }) => name);
  const elsewhere = servedBy(proposals.made.slice(1), input.askers).map(({ name }) => name);
  const members = [...new Set([...(input.members ?? []).map(safeName), ...memory.authors()])];
  const bench: Bench = { memory, asks: [], isRecap: false, members, manner: input.self.manner, heard: [input.self.name, ...(input.facts ?? []).map((fact) => fact.text)], proposes: proposals.made.length > 0, isOpen };
  const all = sectionsFor(text, names).map((section) => ({ ...section, names: section.names.filter((name) => !elsewhere.includes(name)) }));
  const sections = all.filter((section) => section.names.length > 0);
  // only the last section is still being written
  const said = sections.map((section, i) => answered(section, input, { ...bench, isOpen: isOpen && i === sections.length - 1 }));
  return {
    parts: said.flatMap(({ parts }, i) => parts.map((part, j) => (i > 0 && j === 0 ? { ...part, text: '\n' + part.text } : part))),
    dropped: said.reduce((sum, { dropped }) => sum + dropped, 0),
  };
}

/** A citation that is only half there. */
const HALF_CITE = /\s*[[【［][^\]】］\n]*$/;

/** What may be shown of a text that is still being written. */
export function visibleOf(text: string, input: AnswerInput, desk: Desk): string {
  const { parts } = saidOf(text.replace(HALF_CITE, ''), input, desk, true);
  return parts.length > 1 ? parts.map((part) => part.text).join('') : '';
}
