/** `empty`: nothing there; `refused`: key, signature or rights are wrong; `asked`: the question is; `away`: ask later. */
export type LbsFault = 'empty' | 'busy' | 'quota' | 'refused' | 'asked' | 'away';

export class LbsError extends Error {
  constructor(
    readonly fault: LbsFault,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

const FAULTS: Record<number, LbsFault> = { 347: 'empty', 393: 'empty', 120: 'busy', 121: 'quota', 110: 'refused', 111: 'refused', 112: 'refused', 113: 'refused', 190: 'refused', 199: 'refused', 311: 'refused' };

/** What an operator does about a refusal. */
const CURES: Record<number, string> = {
  110: 'allow this source in the settings of the key',
  111: 'LBS_SECRET is not the secret of LBS_KEY, or signing is not switched on for the key',
  112: "add this server's address to those the key allows",
  113: 'ask Tencent for the right to this service',
  190: 'LBS_KEY is not a key',
  199: 'switch WebService on in the settings of the key',
  311: 'LBS_KEY is not written like a key',
};

/** A status other than 0, as an error with its cure. 301 to 399 are mistakes in what was asked. */
export function faultOf(status: number, message: string): LbsError {
  const fault = FAULTS[status] ?? (status >= 300 && status < 400 ? 'asked' : 'away');
  const cure = CURES[status];
  return new LbsError(fault, `status ${status}: ${message}${cure ? `; ${cure}` : ''}`);
}
