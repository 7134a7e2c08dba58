import { moderate, type Verdict } from '../../cloud/src/engine/moderate/index';
import type { Model } from '../../cloud/src/engine/moderate/model';
import { homophones } from '../../cloud/src/engine/text/sounds';
import { chanceOf, pick, type Chance } from '../../scripts/learn/chance';
import { readLabelled, type Labelled } from '../../scripts/learn/labelled';
import { foldsOf, learn } from '../../scripts/learn/moderate';
import { evalFile } from './engine';
import type { Measure } from './measure';
import { f1 } from './metrics';

type Action = Verdict['action'];

/** A text by how it may be judged: by the shipped weights, or by a model that has not seen it. */
type Judge = (text: string, row: number) => Action;

const share = (count: number, of: number): number => count / Math.max(1, of);

function figures(rows: readonly Labelled[], actions: readonly Action[]): { macroF1: number; falseAlarms: number; blockPrecision: number; blocked: number; falseBlocks: number } {
  const harmless = rows.filter(({ offensive }) => !offensive).length;
  const count = (test: (action: Action) => boolean, offensive: boolean): number => rows.filter((row, i) => row.offensive === offensive && test(actions[i] as Action)).length;
  const flagged = (action: Action): boolean => action !== 'allow';
  const [hits, alarms] = [count(flagged, true), count(flagged, false)];
  const passed = rows.length - hits - alarms;
  const blocks = [count((action) => action === 'block', true), count((action) => action === 'block', false)] as const;
  return {
    macroF1: (f1(hits, hits + alarms, rows.length - harmless) + f1(harmless - alarms, passed, harmless)) / 2,
    falseAlarms: share(alarms, harmless),
    blockPrecision: share(blocks[0], blocks[0] + blocks[1]),
    blocked: share(blocks[0] + blocks[1], rows.length),
    falseBlocks: share(blocks[1], harmless),
  };
}

function lines(kind: string, rows: readonly Labelled[], judge: Judge): Measure[] {
  const found = figures(rows, rows.map(({ text }, row) => judge(text, row)));
  return [
    { name: `moderate ${kind} macro-F1`, figure: found.macroF1, bar: 0.75, floor: 0.505 },
    { name: `moderate ${kind} false alarms`, figure: found.falseAlarms, bar: 0.2, floor: 0.024, lowerIsBetter: true },
    { name: `moderate ${kind} block precision`, figure: found.blockPrecision, bar: 0.8 },
    { name: `moderate ${kind} blocked`, figure: found.blocked, bar: 0.02 },
    { name: `moderate ${kind} block false alarms`, figure: found.falseBlocks, bar: 0.06, lowerIsBetter: true },
  ];
}

/** Judges each row by a model that was learnt without it. */
function unseen(rows: readonly Labelled[]): Judge {
  const folds = foldsOf(rows.length);
  const models = [...new Set(folds)].sort().map((fold): Model => learn(rows.filter((_, i) => folds[i] !== fold)));
  return (text, row) => moderate({ text }, models[folds[row] as number]).action;
}

const apart = (text: string, sign: string): string => [...text].join(sign);
const wide = (text: string): string => text.replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const inHomophones = (text: string, part: number, chance: Chance): string => [...text].map((sign) => (chance() < part ? pick([...homophones(sign)], chance) : sign)).join('');

const EVASIONS: Record<string, (text: string, chance: Chance) => string> = {
  'spaces between signs': (text) => apart(text, ' '),
  'dots between signs': (text) => apart(text, '·'),
  'zero width between signs': (text) => apart(text, '\u200b'),
  'full width': wide,
  'half in homophones': (text, chance) => inHomophones(text, 0.5, chance),
  'all in homophones': (text, chance) => inHomophones(text, 1, chance),
};

/** Points of recall that a way of hiding costs, on texts the judge has not seen. */
function evasions(rows: readonly Labelled[], judge: Judge): Measure[] {
  const recall = (disguise: (text: string) => string): number => share(rows.filter(({ text, offensive }, row) => offensive && judge(disguise(text), row) !== 'allow').length, rows.filter(({ offensive }) => offensive).length);
  const open = recall((text) => text);
  return Object.entries(EVASIONS).map(([name, disguise]) => {
    const chance = chanceOf(11);
    return { name: `moderate cv lost: ${name}`, figure: 100 * (open - recall((text) => disguise(text, chance))), bar: 10, lowerIsBetter: true };
  });
}

/** `cv`: by models that have not seen the text they judge. `shipped`: by the weights of the product, which were learnt from these very texts. */
export function measureModerate(): Measure[] {
  const rows = readLabelled(evalFile('cold/dev.csv'));
  const judge = unseen(rows);
  const shipped: Judge = (text) => moderate({ text }).action;
  return [...lines('cv', rows, judge), ...evasions(rows, judge), ...lines('shipped', rows, shipped)];
}
