import type { RoleBody } from '@shared/wire/aiRole';
import type { Message } from '@shared/wire/message';
import type { Run } from '@shared/wire/run';
import { eventually, type Person } from './person';

/** A pai as its owner sees it, and what tests of its AI member do and ask again and again. */
export class AiPai {
  private constructor(
    readonly owner: Person,
    readonly id: string,
    /** The AI member it began with. */
    readonly aiId: string,
  ) {}

  /** A new pai of one person, who lets the others in. */
  static async of(owner: Person, ...others: Person[]): Promise<AiPai> {
    const { id } = await owner.createPai('周末爬山');
    if (others.length > 0) await owner.bring(id, ...others);
    return new AiPai(owner, id, (await owner.ai(id)).id);
  }

  /** Somebody calls the AI member. */
  call(who: Person, text: string): Promise<Message> {
    return who.say(this.id, `@小派 ${text}`, { mentions: [this.aiId] });
  }

  /** Changes the settings of a role. */
  set(change: RoleBody, roleId = this.aiId): Promise<unknown> {
    return this.owner.must('PUT', `/pais/${this.id}/roles/${roleId}`, change);
  }

  /** What AI members have said. */
  async answers(): Promise<Message[]> {
    return (await this.owner.history(this.id)).filter(({ sender }) => sender.kind === 'ai');
  }

  /** Waits for the first `n` answers. */
  answered(n = 1, ms = 15_000): Promise<Message[]> {
    return eventually(`${n} answer(s)`, async () => {
      const found = await this.answers();
      return found.length >= n && found;
    }, ms);
  }

  runIdOf({ seq }: { seq: number }): string {
    return `${this.id}-${seq}`;
  }

  /** The turn that a message began; undefined when it began none. */
  run(message: { seq: number }): Promise<Run | undefined> {
    return this.owner.run(this.runIdOf(message));
  }

  /** The same, waited for until it ended. */
  ended(message: { seq: number }, ms?: number): Promise<Run> {
    return this.owner.endedRun(this.runIdOf(message), ms);
  }
}
