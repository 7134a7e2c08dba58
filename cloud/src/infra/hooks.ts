type Listener<T> = (news: T) => Promise<void>;

/** News a capability has for those to its right, which it may not know. Listeners run one after the other. */
export class Hook<T> {
  private readonly listeners: Listener<T>[] = [];

  listen(listener: Listener<T>): void {
    this.listeners.push(listener);
  }

  /** Tells every listener; the first error stops it and is thrown. */
  async tell(news: T): Promise<void> {
    for (const listener of this.listeners) await listener(news);
  }

  /** Forgets the listeners of a closed service. */
  clear(): void {
    this.listeners.length = 0;
  }
}
