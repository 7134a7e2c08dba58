import type { Rules } from '@shared/wire/challengeRules';
import { NUM, numberOf } from '../../../engine/time/numbers';

type Teams = NonNullable<Rules['teams']>;

/** Teams an ask names or counts, and what is left of it. Who is in which is chosen on the form. */
export interface TeamsRead {
  rest: string;
  teams?: Teams;
}

const FEWEST = 2;
const MOST = 10;
const CHINESE = '一二三四五六七八九十';
const ENGLISH: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6 };

const NAME = '\\p{Script=Han}{1,4}?[队组]';
const NAMED = new RegExp(`分(?:成|为)?(${NAME}(?:(?:[、,，]|[和跟与及])${NAME})+)(?:比赛|竞赛|对抗|pk)*`, 'iu');
const COUNTED = new RegExp(`(?:分(?:成|为)?|组(?:成)?)(${NUM})(?:个?小?[队组]|支队伍?)(?:比赛|竞赛|对抗|pk)*`, 'iu');
const COUNTED_EN = /,? ?(?:(?:in|into|as|with) )?\b(\d|two|three|four|five|six) teams\b/i;

const named = (names: readonly string[]): Teams | undefined => (names.length >= FEWEST && names.length <= MOST && new Set(names).size === names.length ? names.map((name) => ({ name, members: [] })) : undefined);
const counted = (n: number, name: (i: number) => string): Teams | undefined => named(Array.from({ length: n >= FEWEST && n <= MOST ? n : 0 }, (_, i) => name(i)));

/** Reads the teams out of an ask: 分成红队和蓝队, 分三队, in two teams. */
export function teamsIn(ask: string): TeamsRead {
  const [listed, names = ''] = NAMED.exec(ask) ?? [];
  const [many, n = ''] = COUNTED.exec(ask) ?? [];
  const [manyEn, count = ''] = COUNTED_EN.exec(ask) ?? [];
  const teams = listed !== undefined ? named(names.split(/(?<=[队组])[、,，和跟与及]/)) : many !== undefined ? counted(numberOf(n), (i) => `${CHINESE[i]}队`) : manyEn !== undefined ? counted(ENGLISH[count.toLowerCase()] ?? Number(count), (i) => `Team ${i + 1}`) : undefined;
  const said = listed ?? many ?? manyEn;
  return teams && said !== undefined ? { rest: ask.replace(said, listed ?? many ? '，' : ','), teams } : { rest: ask };
}
