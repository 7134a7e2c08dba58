/** One line of the printed table: `bar` is what the project asks of itself, `floor` what a rule engine of a few lines reaches. */
export interface Measure {
  name: string;
  figure: number;
  bar?: number;
  floor?: number;
  lowerIsBetter?: boolean;
}

export const reaches = ({ figure, bar, lowerIsBetter = false }: Measure): boolean => bar === undefined || (lowerIsBetter ? figure <= bar : figure >= bar);
