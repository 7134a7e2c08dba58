/** What one step of a test run came to. */
export interface Outcome {
  name: string;
  passed: number;
  failed: number;
  /** A remark for the line of the step, e.g. a size. */
  note?: string;
  /** Why it failed, for people. */
  why?: string;
}

export const passed = (name: string, note?: string): Outcome => ({ name, passed: 1, failed: 0, ...(note === undefined ? {} : { note }) });
export const failed = (name: string, why: string): Outcome => ({ name, passed: 0, failed: 1, why });

/** A named piece of a test run. */
export interface Step {
  name: string;
  run(): Promise<Outcome>;
}

/** A check that fails by throwing; what it returns is its remark. */
export const check = (name: string, work: () => Promise<string | void> | string | void, reasonOf: (error: unknown) => string): Step => ({
  name,
  run: async () => {
    try {
      return passed(name, (await work()) ?? undefined);
    } catch (error) {
      return failed(name, reasonOf(error));
    }
  },
});

/** The last line of a run. */
export function totalOf(outcomes: readonly Outcome[]): { passed: number; failed: number; line: string } {
  const sum = (key: 'passed' | 'failed'): number => outcomes.reduce((total, outcome) => total + outcome[key], 0);
  const total = { passed: sum('passed'), failed: sum('failed') };
  return { ...total, line: `${total.passed} passed, ${total.failed} failed` };
}
