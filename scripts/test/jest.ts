import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { binFile, lastLines } from '../build/targets';
import { run } from '../guarded';
import type { Outcome, Step } from './outcome';
import { failed } from './outcome';

const LIMIT_SECONDS = 900;

interface JestReport {
  numPassedTests: number;
  numFailedTests: number;
  numRuntimeErrorTestSuites: number;
  numTotalTests: number;
  numPendingTests: number;
  testResults: { name: string; status: string; message: string }[];
}

/** Runs some projects of jest.config.cjs as one step; every test counts. */
export const jestProjects = (name: string, projects: readonly string[], args: readonly string[] = []): Step => ({
  name,
  run: async () => {
    const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'pai-jest-')), 'report.json');
    try {
      const all = ['--selectProjects', ...projects, '--json', '--outputFile', file, ...args];
      const { code, output } = await run(process.execPath, [binFile('jest'), ...all], { limitSeconds: LIMIT_SECONDS, env: { ...process.env, FORCE_COLOR: '0' } });
      if (!fs.existsSync(file)) return failed(name, `jest ended with ${code ?? 'a signal'} and no report:\n${lastLines(output, 30)}`);
      return outcomeOf(name, JSON.parse(fs.readFileSync(file, 'utf8')) as JestReport, code, output);
    } finally {
      fs.rmSync(path.dirname(file), { recursive: true, force: true });
    }
  },
});

/** A run that jest calls failed always counts a failure, whatever it has counted itself. */
export function outcomeOf(name: string, report: JestReport, code: number | null, output: string): Outcome {
  const counted = report.numFailedTests + report.numRuntimeErrorTestSuites;
  const isBad = code !== 0 || report.numTotalTests === 0;
  const note = report.numPendingTests > 0 ? `${report.numPendingTests} skipped` : undefined;
  const outcome = { name, passed: report.numPassedTests, failed: isBad ? Math.max(1, counted) : counted, ...(note ? { note } : {}) };
  if (outcome.failed === 0) return outcome;
  const messages = report.testResults.filter(({ status }) => status === 'failed').map(({ name: file, message }) => `${path.relative('', file)}\n${message.slice(0, 6000)}`);
  return { ...outcome, why: messages.join('\n') || (report.numTotalTests === 0 ? 'no tests were found' : lastLines(output, 30)) };
}
