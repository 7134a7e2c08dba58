/** Something the set-up needs is not there. The message says what; the cures say what to do about it, the easiest first. */
export class SetupError extends Error {
  constructor(
    message: string,
    readonly cures: readonly string[],
  ) {
    super(message);
  }

  get text(): string {
    return [this.message, ...this.cures.map((cure, index) => `  cure${this.cures.length > 1 ? ` ${index + 1}` : ''}: ${cure}`)].join('\n');
  }
}
