import type { RecapMessage } from './types';

/** How many messages after one can still be an answer to it without quoting it. */
export const REACH = 8;

/** A later message and how far behind it is. */
export interface Later {
  message: RecapMessage;
  index: number;
  /** It quotes the message in question. */
  quotes: boolean;
}

/** Finds what was said to a message: those that quote it anywhere later, and those soon after it. */
export class Follow {
  private readonly quoting = new Map<string, number[]>();

  constructor(private readonly messages: readonly RecapMessage[]) {
    messages.forEach(({ replyTo }, index) => {
      if (replyTo) this.quoting.set(replyTo, [...(this.quoting.get(replyTo) ?? []), index]);
    });
  }

  /**
   * Messages by others after `index`: the next REACH of the log within `seconds`, unless they quote something else,
   * and all that quote it. In order.
   */
  by(index: number, seconds: number): Later[] {
    const asked = this.messages[index] as RecapMessage;
    const near: Later[] = [];
    for (let i = index + 1; i <= index + REACH && i < this.messages.length; i++) {
      const message = this.messages[i] as RecapMessage;
      if (message.at - asked.at > seconds) break;
      if (message.author !== asked.author && !message.replyTo) near.push({ message, index: i, quotes: false });
    }
    const quoting = (this.quoting.get(asked.id) ?? []).map((i) => ({ message: this.messages[i] as RecapMessage, index: i, quotes: true }));
    return [...near, ...quoting.filter(({ message }) => message.author !== asked.author)].sort((a, b) => a.index - b.index);
  }
}
