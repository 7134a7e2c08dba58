import type { Message } from '@shared/wire/message';

/* The words of what I have recalled here, to write them again; the cloud no longer has them, and neither has the disk. */
const texts = new Map<string, string>();
const keyOf = (message: Message): string => `${message.paiId}:${message.seq}`;

export const rememberRecalled = (message: Message): void => void texts.set(keyOf(message), message.text);
export const recalledText = (message: Message): string | undefined => texts.get(keyOf(message)) || undefined;
