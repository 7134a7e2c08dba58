import type { Candidate } from './candidates';
import type { RecapMessage } from './types';

/** Ways of speaking that make a sentence more, or less, worth keeping, whatever it is about. Factors, multiplied. */
const MANNERS: readonly (readonly [RegExp, number])[] = [
  [/第[一二三四五六七八九]|首先|最重要|关键|核心|总的来说|总之|因此|所以|我认为|建议|目标|本质|必须|需要|应该|决定|改到|定在|结论/, 1.3],
  [/\b(?:first|second|finally|importantly|key|main|therefore|in short|should|must|need to|decided|conclusion|suggest|propose)\b/i, 1.3],
  [/谢谢|感谢|大家好|各位|主持人|掌声|有请|欢迎|请问|问一下|好不好|对吧|哈哈|辛苦了|早上好|晚安/, 0.4],
  [/\b(?:thanks?|thank you|hello|hi|hey|good (?:morning|night|evening)|lol|haha|welcome)\b/i, 0.4],
  [/比如|举个?例|例如|比方|就像|\bfor (?:example|instance)\b/i, 0.7],
  [/[？?]["”’」』）)]*$/, 0.5],
  [/^(?:sounds (?:good|great)|great idea|works for me|no problem|agreed|没问题|好主意|就这么定|同意|收到)/i, 0.2],
  [/^(?:那|那么|然后)?我(?:叫|来自|就(?:讲|说)|刚才)|^(?:my name is|i am from)\b/i, 0.5],
];

const LENGTH_POWER = 0.3;

/** How much each candidate is worth before what it says is looked at; long messages are where things are explained. */
export function priors(candidates: readonly Candidate[], messages: readonly RecapMessage[]): number[] {
  const lengths = messages.map((message) => message.text.length);
  const usual = candidates.reduce((sum, c) => sum + (lengths[c.message] as number), 0) / Math.max(1, candidates.length);
  return candidates.map(({ text, message }) => {
    const manner = MANNERS.reduce((factor, [pattern, weight]) => (pattern.test(text) ? factor * weight : factor), 1);
    return manner * Math.pow((lengths[message] as number) / Math.max(1, usual), LENGTH_POWER);
  });
}
