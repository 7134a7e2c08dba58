import { statSync, writeFileSync } from 'node:fs';
import { SLOTS, featuresOf } from '../../cloud/src/engine/moderate/features';
import { scoreOf, type Model } from '../../cloud/src/engine/moderate/model';
import { plain } from '../../cloud/src/engine/moderate/plain';
import { featuresNow } from '../../cloud/src/engine/moderate/samples';
import { homophones } from '../../cloud/src/engine/text/sounds';
import { runScript } from '../runScript';
import { chanceOf, pick, shuffled, type Chance } from './chance';
import { readLabelled, type Labelled } from './labelled';
import { regress, type Example, type Learnt } from './regression';

/* tsx scripts/learn/moderate.ts <labelled.csv>: learns the weights of engine/moderate. The same file gives the same weights. */

const TARGET = 'cloud/src/engine/moderate/weights.json';
const LARGEST = 300_000;
const COST = 8;
const ROUNDS = 8;
/** What of each text's say goes to its copy in homophones, without which the model would lean on characters alone. */
const COPY = 1;
const FOLDS = 5;
/** How many harmless texts may be flagged, and blocked, on texts not learnt from. */
const FALSE_REVIEWS = 0.1;
const FALSE_BLOCKS = 0.005;

const inHomophones = (text: string, share: number, chance: Chance): string => [...text].map((sign) => (chance() < share ? pick([...homophones(sign)], chance) : sign)).join('');

function examplesOf({ text, offensive }: Labelled, chance: Chance): Example[] {
  const whole = plain(text);
  const copy = inHomophones(whole, 0.5 + 0.5 * chance(), chance);
  return [
    { features: featuresOf(whole), positive: offensive, weight: 1 - COPY / 2 },
    { features: featuresOf(copy), positive: offensive, weight: COPY },
  ];
}

const fit = (examples: readonly Example[]): Learnt => regress(examples, { slots: SLOTS, cost: COST, rounds: ROUNDS, chance: chanceOf(2) });

/** Which fold each of some rows falls into. */
export function foldsOf(count: number): number[] {
  const folds = new Array<number>(count).fill(0);
  shuffled([...folds.keys()], chanceOf(7)).forEach((row, i) => (folds[row] = i % FOLDS));
  return folds;
}

/** Scores each row by a model that has not seen its fold. */
function scoresUnseen(rows: readonly Labelled[], examples: readonly Example[][]): number[] {
  const folds = foldsOf(rows.length);
  const models = Array.from({ length: FOLDS }, (_, fold) => fit(examples.filter((_pair, i) => folds[i] !== fold).flat()));
  return rows.map(({ text }, i) => scoreOf({ unit: 1, ...(models[folds[i] as number] as Learnt) }, plain(text)));
}

/** The score that only `share` of the harmless rows reach. */
function bound(rows: readonly Labelled[], scores: readonly number[], share: number): number {
  const harmless = scores.filter((_, i) => !rows[i]?.offensive).sort((a, b) => b - a);
  return harmless[Math.floor(share * harmless.length)] ?? Infinity;
}

/** Learns a model, its bounds set by cross-validation. */
export function learn(rows: readonly Labelled[]): Model {
  const chance = chanceOf(1);
  const examples = rows.map((row) => examplesOf(row, chance));
  const unseen = scoresUnseen(rows, examples);
  return { unit: 1, ...fit(examples.flat()), review: bound(rows, unseen, FALSE_REVIEWS), block: bound(rows, unseen, FALSE_BLOCKS) };
}

/** A model as it is kept: each weight one byte. */
function packed({ weights, bias, review, block }: Model): object {
  const unit = Array.from(weights).reduce((most, weight) => Math.max(most, Math.abs(weight)), 0) / 127;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / unit));
  return { features: featuresNow(), unit, bias, review, block, weights: Buffer.from(bytes.buffer).toString('base64') };
}

function main(file: string | undefined): void {
  if (!file) throw new Error('usage: tsx scripts/learn/moderate.ts <labelled.csv>');
  const rows = readLabelled(file);
  writeFileSync(TARGET, `${JSON.stringify(packed(learn(rows)), null, 1)}\n`);
  const { size } = statSync(TARGET);
  if (size > LARGEST) throw new Error(`${TARGET} is too large: ${size} bytes`);
  console.log(`${TARGET}: learnt from ${rows.length} texts, ${size} bytes`);
}

runScript('moderate', () => main(process.argv[2]));
