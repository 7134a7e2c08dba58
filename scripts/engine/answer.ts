import { z } from 'zod';
import type { Verb } from './verbs';

interface LineError {
  code: string;
  message: string;
  field?: string;
}

const failure = (error: LineError): string => JSON.stringify({ error });

const fieldOf = (path: readonly PropertyKey[]): string => path.map((key, i) => (typeof key === 'number' ? `[${key}]` : `${i > 0 ? '.' : ''}${String(key)}`)).join('');

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return undefined;
  }
}

/** The answer to one line: what the verb gives, or an error that names the field at fault. Never throws. */
export function answerLine(verb: Verb, line: string): string {
  const input = parsed(line);
  if (input === undefined) return failure({ code: 'request/not-json', message: 'The line is not JSON' });
  try {
    return JSON.stringify(verb(input));
  } catch (error) {
    if (!(error instanceof z.ZodError)) return failure({ code: 'service/internal', message: 'The engine could not answer this line' });
    const issue = error.issues[0];
    const field = fieldOf(issue?.path ?? []);
    return failure({ code: 'request/invalid', message: `${field || 'line'}: ${issue?.message ?? 'invalid'}`, field: field || 'line' });
  }
}
