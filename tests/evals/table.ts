import { reaches, type Measure } from './measure';

const shown = (value: number | undefined): string => (value === undefined ? '' : String(Number(value.toPrecision(4))));

export const HEADING = ['measure'.padEnd(44), 'figure'.padStart(9), 'bar'.padStart(10), 'floor'.padStart(9)].join(' ');

/** A measure as a line of the printed table. */
export function lineOf(measure: Measure): string {
  const verdict = measure.bar === undefined ? '' : reaches(measure) ? 'ok' : 'BELOW';
  const bar = measure.bar === undefined ? '' : `${measure.lowerIsBetter ? '≤' : '≥'} ${shown(measure.bar)}`;
  return [measure.name.padEnd(44), shown(measure.figure).padStart(9), bar.padStart(10), shown(measure.floor).padStart(9), ` ${verdict}`].join(' ').trimEnd();
}
