import type { Locale } from './types';
import { safeName } from './untrusted';

/** The same people under names that tell them apart: of two called 小明 the second is 小明(2). Each id keeps one name. */
export function toldApart<Person extends { id: string; name: string }>(people: readonly Person[]): Person[] {
  const names = new Map<string, string>();
  const taken = new Set(people.map(({ name }) => safeName(name)));
  for (const { id, name } of people) {
    if (names.has(id)) continue;
    const plain = safeName(name);
    let own = plain;
    for (let n = 2; [...names.values()].includes(own) || (own !== plain && taken.has(own)); n++) own = `${plain}(${n})`;
    names.set(id, own);
  }
  return people.map((person) => ({ ...person, name: names.get(person.id) as string }));
}

/** What one answer says to some of the askers. */
export interface Section {
  names: string[];
  text: string;
}

/** How an answer begins that speaks to some. */
export const callTo = (names: readonly string[], language: Locale): string => (language === 'zh' ? `${names.join('、')}：` : `${names.join(', ')}: `);

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function headOf(names: readonly string[]): RegExp {
  const one = `@?(?:${[...names].sort((a, b) => b.length - a.length).map(escaped).join('|')})`;
  return new RegExp(`^\\s*(${one}(?:\\s*(?:[、,，/&和]|and)\\s*${one})*)\\s*[：:]\\s*`, 'u');
}

/** The names a head lists; one may be the beginning of another. */
function namesIn(head: string, names: readonly string[]): string[] {
  const longestFirst = [...names].sort((a, b) => b.length - a.length).map(escaped);
  const found: readonly string[] = head.match(new RegExp(longestFirst.join('|'), 'gu')) ?? [];
  return names.filter((name) => found.includes(name));
}

/** Lines with the askers their beginning speaks to. */
function headed(text: string, names: readonly string[]): { to: string[]; line: string }[] {
  const head = headOf(names);
  return text.split('\n').map((line) => {
    const hit = head.exec(line);
    // a quotation after the colon is what the person said, not what the person is told
    const isSpeech = hit !== null && /^[“"「]/.test(line.slice(hit[0].length));
    return hit === null || isSpeech ? { to: [], line } : { to: namesIn(hit[1] as string, names), line: line.slice(hit[0].length) };
  });
}

/**
 * Splits an answer by the askers it speaks to. Each asker is named exactly once: where the answer does so itself its
 * sections stay, else all are named together at the start.
 */
export function sectionsFor(text: string, askerNames: readonly string[]): Section[] {
  const names = [...new Set(askerNames)];
  const lines = headed(text, names);
  const named = lines.flatMap(({ to }) => to);
  const eachOnce = names.every((name) => named.filter((n) => n === name).length === 1) && lines[0]?.to.length !== 0;
  if (!eachOnce || names.length === 1) return [{ names, text: lines.map(({ line }) => line).join('\n') }];
  const sections: Section[] = [];
  for (const { to, line } of lines) {
    const last = sections.at(-1);
    if (to.length > 0 || last === undefined) sections.push({ names: to, text: line });
    else last.text += '\n' + line;
  }
  return sections;
}
