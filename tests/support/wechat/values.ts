const MOMENT = String.raw`\d{1,2}:\d{2}(:\d{2})?`;
const DAY = String.raw`(\d{4}年)?\d{1,2}月\d{1,2}日|\d{4}年\d{1,2}月|(\d{4}[-/.])?\d{1,2}[-/.]\d{1,2}`;
const orRange = (point: string): RegExp => new RegExp(`^(${point})(~(${point}))?$`);

/** The documented limits of template values by kind, as WeChat words them. */
const LIMITS: Record<string, RegExp> = {
  thing: /^.{1,20}$/u,
  number: /^(?=.{1,32}$)\d+(\.\d+)?$/,
  letter: /^[A-Za-z]{1,32}$/,
  symbol: /^[^\p{Script=Han}A-Za-z0-9\s]{1,5}$/u,
  character_string: /^[\x21-\x7e]{1,32}$/,
  time: orRange(`((${DAY}) )?${MOMENT}`),
  date: orRange(`(${DAY})( ${MOMENT})?`),
  amount: /^\p{Sc}?(?=[\d.]{1,10}元?$)\d+(\.\d+)?元?$/u,
  phone_number: /^[\d+\-() ]{1,17}$/,
  car_number: /^[\p{Script=Han}A-Za-z0-9][A-Za-z0-9]{0,6}[\p{Script=Han}A-Za-z0-9]$/u,
  name: /^(?!.*\p{N})((?=.*\p{Script=Han}).{1,10}|(?!.*\p{Script=Han}).{1,20})$/u,
  phrase: /^\p{Script=Han}{1,5}$/u,
  enum: /^.+$/u,
};

/** Whether WeChat takes this value for a keyword such as `thing1`. */
export function isTemplateValue(keyword: string, value: unknown): boolean {
  const kind = /^([a-z_]+)\d+$/.exec(keyword)?.[1] ?? '';
  const limit = Object.hasOwn(LIMITS, kind) ? LIMITS[kind] : undefined;
  return limit !== undefined && typeof value === 'string' && !/[\p{Cc}\u2028\u2029]/u.test(value) && limit.test(value);
}
