/* Reading aloud, where the browser has a voice. */

export const canSpeak = typeof window !== 'undefined' && 'speechSynthesis' in window;

const LANGUAGES = { zh: 'zh-CN', en: 'en-GB' } as const;

/** Reads a text aloud in the place of the one before. `onEnd` is told when it is over, or cut off. */
export function speak(text: string, language: 'zh' | 'en', onEnd: () => void): void {
  hush();
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.lang = LANGUAGES[language];
  spoken.onend = onEnd;
  spoken.onerror = onEnd;
  window.speechSynthesis.speak(spoken);
}

export function hush(): void {
  if (canSpeak) window.speechSynthesis.cancel();
}
