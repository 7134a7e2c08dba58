import { amountOf, AMOUNT } from './amounts';
import type { Said } from './said';
import type { ReadConstraint } from './types';

/** Kilometres a unit is; a step is some 70 cm. */
const KM: Record<string, number> = { 公里: 1, 千米: 1, km: 1, 里地: 0.5, 里路: 0.5, 里: 0.5, 步: 0.0007, 米: 0.001 };
const AT_MOST = '(?:(?:别|不(?:能|要|想|可以|会)?)(?:超过?|多于|大于)|最多|至多|顶多|控制在|少于)';
const LENGTH = `(?<n>${AMOUNT})\\s?(?<unit>${Object.keys(KM).join('|')})`;
/** 每天走路别超过3公里, 最多走五公里, 一天走一万步以内. */
const LIMITS = [
  new RegExp(`(?:走路?|步行|徒步)[^,。;\\d一二两三四五六七八九十]{0,6}${AT_MOST}(?:走)?${LENGTH}`, 'g'),
  new RegExp(`(?:别|不(?:能|要|想))(?:走路?|步行)(?:超过?|多于)${LENGTH}`, 'g'),
  new RegExp(`${AT_MOST}(?:能|只能)?(?:走路?|步行)(?:个)?${LENGTH}`, 'g'),
  new RegExp(`${AT_MOST}(?<n>${AMOUNT})\\s?(?<unit>步)(?!行)`, 'g'),
  new RegExp(`(?:走路?|步行)(?:个)?${LENGTH}(?:以内|之内|以下|内|封顶)`, 'g'),
];

/** How far one walks in a day at most, in kilometres. */
export const walksIn = ({ text }: Said): ReadConstraint[] =>
  LIMITS.flatMap((pattern) => [...text.matchAll(pattern)])
    .slice(0, 1)
    .flatMap((hit): ReadConstraint[] => {
      const { n = '', unit = '' } = hit.groups ?? {};
      const km = (amountOf(n)?.high ?? 0) * (KM[unit] as number);
      return km > 0 ? [{ type: 'mobility', op: 'le', value: Math.round(km * 10) / 10, span: [hit.index as number, (hit.index as number) + hit[0].length] }] : [];
    });
