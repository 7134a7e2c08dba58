import { ConfigSchema } from '../cloud/src/config';
import { runScript } from './runScript';

/* npm run config: every setting, its default and what it means, from the one schema of the cloud. */

export interface Setting {
  key: string;
  /** As one would write it; undefined when there is none. */
  preset: string | undefined;
  required: boolean;
  meaning: string;
}

interface Described {
  description?: string | undefined;
  safeParse(value: unknown): { success: boolean };
  def: { type: string; defaultValue?: unknown; in?: unknown; innerType?: unknown };
}

/** Settings in the order of the schema. */
export function listSettings(): Setting[] {
  return Object.entries(ConfigSchema.shape).map(([key, schema]) => {
    const described = schema as unknown as Described;
    return { key, preset: presetOf(described), required: !described.safeParse(undefined).success, meaning: described.description ?? '' };
  });
}

/* The default as written, before anything is made of it: it may lie under what transforms it. */
function presetOf({ def }: Described): string | undefined {
  if (def.defaultValue !== undefined) return String(def.defaultValue);
  const inner = (def.in ?? def.innerType) as Described | undefined;
  return inner ? presetOf(inner) : undefined;
}

const MADE_BY_START = new Set(['MONGODB_URI', 'REDIS_URL', 'AUTH_KEYS', 'DATA_KEY', 'CONSOLE_KEY']);

/** The table for people. */
export function settingsText(settings: readonly Setting[], env: Record<string, string | undefined>): string {
  const width = Math.max(...settings.map(({ key }) => key.length));
  const lines = settings.map(({ key, preset, required, meaning }) => {
    const made = MADE_BY_START.has(key) ? 'npm start makes one' : required ? 'required' : 'not set';
    const value = preset === undefined ? made : preset === '' ? '(empty)' : preset;
    return `${key.padEnd(width)}  ${env[key] ? '(set here) ' : ''}${meaning}\n${' '.repeat(width)}  default: ${value}`;
  });
  return `Settings come from the environment, or from a file .env in this folder (KEY=value lines; the environment wins).\n\n${lines.join('\n')}`;
}

runScript('config', () => console.log(settingsText(listSettings(), process.env)));
