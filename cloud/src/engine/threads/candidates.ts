import type { State } from './state';

/** Lines back within which nearly all answers stand. */
const REACH = 60;
/** Farther back only the last words of those concerned are looked at. */
const FAR_REACH = 400;

/** The lines a message may answer, the message itself (it opens a thread) first. A line that is nobody's message only opens. */
export function candidatesOf(index: number, state: State): number[] {
  const { lines, lastOf, lastTo } = state;
  const line = lines[index];
  if (line === undefined || line.isNotice) return [index];
  const found = [index];
  for (let i = index - 1; i >= 0 && found.length <= REACH; i--) if (!lines[i]?.isNotice) found.push(i);
  const nearest = found.at(-1) as number;
  const far = [lastOf.get(line.speaker), line.target === null ? undefined : lastOf.get(line.target), lastTo.get(line.speaker), ...[...line.named].map((name) => lastOf.get(name))];
  for (const i of new Set(far)) if (i !== undefined && i < nearest && i >= index - FAR_REACH) found.push(i);
  return found;
}
