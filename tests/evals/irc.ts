import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { ThreadMessage } from '../../cloud/src/engine/threads';

/** A chat log of which part is annotated: for each annotated message the messages it answers, itself where it opens. */
export interface IrcLog {
  name: string;
  messages: ThreadMessage[];
  gold: Map<number, Set<number>>;
}

/** Lines before this one are context. */
export const FIRST_SCORED = 1000;
const HALF_DAY = 12 * 3600;

/** Seconds of a line's [hh:mm], carried over midnight; a line without takes those before it. */
function clock(): (line: string) => number {
  let days = 0;
  let last = 0;
  return (line) => {
    const [, hours, minutes] = /^\[(\d\d):(\d\d)\]/.exec(line) ?? [];
    if (hours === undefined) return last;
    const ofDay = Number(hours) * 3600 + Number(minutes) * 60;
    if (days + ofDay < last - HALF_DAY) days += 24 * 3600;
    return (last = days + ofDay);
  };
}

function messagesOf(file: string): ThreadMessage[] {
  const at = clock();
  const lines = readFileSync(file, 'utf8').replace(/\n$/, '').split('\n');
  return lines.map((line, i) => {
    const [, author, text] = /^\[\d\d:\d\d\] <([^>]*)> ?(.*)$/.exec(line) ?? [];
    return { id: String(i), at: at(line), author: author ?? '*', text: author === undefined ? line : (text as string) };
  });
}

function goldOf(file: string): Map<number, Set<number>> {
  const gold = new Map<number, Set<number>>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const [a, b] = line.split(/\s+/).map(Number) as [number, number];
    const [parent, message] = [Math.min(a, b), Math.max(a, b)];
    if (message >= FIRST_SCORED) gold.set(message, (gold.get(message) ?? new Set()).add(parent));
  }
  return gold;
}

/** All annotated logs of a folder, by name. */
export function readIrc(folder: string): IrcLog[] {
  const names = readdirSync(folder)
    .flatMap((name) => /^(.*)\.annotation\.txt$/.exec(name)?.[1] ?? [])
    .sort();
  return names.map((name) => ({ name, messages: messagesOf(join(folder, `${name}.ascii.txt`)), gold: goldOf(join(folder, `${name}.annotation.txt`)) }));
}
