/** Rough tokens of a text without asking anybody: most tokenizers spend 0.7 on a CJK character, 0.25 on a Latin letter. */
export function estimateTokens(text: string): number {
  let tokens = 0;
  for (const character of text) tokens += (character.codePointAt(0) as number) > 0x2e7f ? 0.7 : 0.25;
  return Math.ceil(tokens);
}
