/* The mini-program has no voice of its own. */

export const canSpeak = false;

export function speak(_text: string, _language: 'zh' | 'en', _onEnd: () => void): void {}

export function hush(): void {}
