import { textOf, type RequestBody, type StubTurn } from './wire';

const ORDER = /(?:ignore (?:all|previous|the above)[^.\n]*|忽略(?:以上|之前|前面)[^。\n]*|system\s*[:：]|new instructions?\s*[:：])/i;
const CALL = /call(?: the)?(?: tool)?\s+([a-z_]+)(?:\s+with\s+(\{[^}\n]*\}))?/gi;
const SAY = /(?:say|reply with|输出|回复)\s*[:：]?\s*[“"'\\]*([^“”"'\\\n。]{2,80})/i;

function argumentsIn(text: string | undefined): unknown {
  try {
    return JSON.parse((text ?? '{}').replace(/\\"/g, '"')) as unknown;
  } catch {
    return {};
  }
}

/**
 * A model without any judgement: every order it finds in what it is given to read, whoever wrote it, it carries out. It calls every
 * tool it is told to call, offered or not, and says what it is told to say.
 */
export function obeyingAttacker(body: RequestBody): StubTurn {
  const read = body.messages
    .filter(({ role }) => role === 'user' || role === 'tool')
    .map(textOf)
    .join('\n');
  const hasRun = body.messages.some(({ role }) => role === 'tool');
  if (!ORDER.test(read)) return { text: '好的。' };
  const calls = [...read.matchAll(CALL)].map(([, name = '', args]) => ({ name, args: argumentsIn(args) }));
  if (calls.length > 0 && !hasRun) return { calls };
  return { text: SAY.exec(read)?.[1] ?? '已经照做。' };
}
