import bySyllable from './sounds.json';

/* sounds.json: the characters of GB 2312 by their commonest reading in Pinyin, tones left out; ü is written u. */
const syllables = Object.keys(bySyllable);
const signsOf = Object.values(bySyllable);
const soundOf = new Map(signsOf.flatMap((signs, sound) => [...signs].map((sign) => [sign, sound] as const)));

const longestFirst = [...syllables].sort((a, b) => b.length - a.length);
const PINYIN = new RegExp(`^(?:${longestFirst.join('|')})+$`);
const SYLLABLE = new RegExp(longestFirst.join('|'), 'g');
const RUN = /[a-z]+|[^a-z]/gu;
/** Syllables are written as signs of the private use area, of which there are more. */
const FIRST_SIGN = 0xe000;

const signOf = (sound: number): string => String.fromCharCode(FIRST_SIGN + sound);

function spokenRun(run: string): string {
  const sound = soundOf.get(run);
  if (sound !== undefined) return signOf(sound);
  const spelled = run.length > 1 && PINYIN.test(run) ? (run.match(SYLLABLE) ?? []) : [];
  return spelled.join('') === run ? spelled.map((syllable) => signOf(syllables.indexOf(syllable))).join('') : run;
}

/** How a plain text sounds: one sign for each syllable, the same for characters that sound alike and for their Pinyin in Latin letters. */
export const spoken = (text: string): string => (text.match(RUN) ?? []).map(spokenRun).join('');

/** The characters that sound like one, itself among them. */
export function homophones(sign: string): string {
  const sound = soundOf.get(sign);
  return sound === undefined ? sign : (signsOf[sound] as string);
}
