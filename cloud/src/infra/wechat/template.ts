import { cleanLine, graphemes } from '@shared/domain/text';

/** A value no cutting can make fit, e.g. a time that is no time. The message names the keyword, never the value. */
export class TemplateValueError extends Error {
  override readonly name = 'TemplateValueError';

  constructor(
    readonly keyword: string,
    why: string,
  ) {
    super(`subscribe template keyword ${keyword} ${why}`);
  }
}

/** Null when the value cannot be made to fit. Values come cleaned: one line, no controls. */
type Fit = (value: string) => string | null;

/** Cuts to `max` UTF-16 units (never more than WeChat counts) without breaking a character; `mark` ends a cut text. */
function cut(value: string, max: number, mark = ''): string {
  if (value.length <= max) return value;
  let kept = '';
  for (const cluster of graphemes(value)) {
    if (kept.length + cluster.length + mark.length > max) break;
    kept += cluster;
  }
  return kept + mark;
}

const only =
  (allowed: RegExp, max: number): Fit =>
  (value) =>
    cut(value.replace(allowed, ''), max);
const matching =
  (pattern: RegExp): Fit =>
  (value) =>
    pattern.test(value) ? value : null;

const CLOCK = String.raw`([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?`;
const DAY = String.raw`(\d{4}年)?(1[0-2]|0?[1-9])月([12]\d|3[01]|0?[1-9])日|\d{4}年(1[0-2]|0?[1-9])月|(\d{4}[-/.])?(1[0-2]|0?[1-9])[-/.]([12]\d|3[01]|0?[1-9])`;
const range = (point: string): RegExp => new RegExp(`^(${point})(~(${point}))?$`);

/** Chinese names up to 10 characters, others up to 20; no digits. */
const name: Fit = (value) => {
  const letters = value.replace(/[^\p{L}\p{P} ]/gu, '').trim();
  return cut(letters, /\p{Script=Han}/u.test(letters) ? 10 : 20);
};

const FITS: Record<string, Fit> = {
  thing: (value) => cut(value, 20, '…'),
  number: matching(/^(?=.{1,32}$)\d+(\.\d+)?$/),
  letter: only(/[^A-Za-z]/g, 32),
  symbol: only(/[\p{L}\p{N}\p{Script=Han}\s]/gu, 5),
  character_string: only(/[^\x21-\x7e]/g, 32),
  time: matching(range(`((${DAY}) )?${CLOCK}`)),
  date: matching(range(`(${DAY})( ${CLOCK})?`)),
  amount: matching(/^\p{Sc}?(?=[\d.]{1,10}元?$)\d+(\.\d+)?元?$/u),
  phone_number: matching(/^\+?[\d-]{1,16}$/),
  car_number: matching(/^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9]$/u),
  name,
  phrase: only(/[^\p{Script=Han}]/gu, 5),
  enum: (value) => value,
};

/**
 * Makes values fit what WeChat takes for their kind, which the keyword begins with (`thing1`, `time2`): line breaks go,
 * long texts are cut. Throws TemplateValueError for one that cannot fit: an unknown kind, nothing left, a time that is none.
 */
export function fitTemplate(values: Record<string, string | number>): Record<string, { value: string }> {
  const fitted: Record<string, { value: string }> = {};
  for (const [keyword, raw] of Object.entries(values)) {
    const kind = /^([a-z_]+)\d+$/.exec(keyword)?.[1] ?? '';
    const fit = Object.hasOwn(FITS, kind) ? FITS[kind] : undefined;
    if (!fit) throw new TemplateValueError(keyword, 'is of no known kind');
    const value = fit(cleanLine(String(raw)));
    if (value === null || value === '') throw new TemplateValueError(keyword, `has a value that is no ${kind}`);
    fitted[keyword] = { value };
  }
  return fitted;
}
