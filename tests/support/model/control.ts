import { obeyingAttacker } from './attacker';
import type { Fault, RequestBody, StubTurn } from './wire';

export type Script = (body: RequestBody, call: number) => StubTurn;

export interface RecordedRequest {
  body: RequestBody;
  raw: string;
  authorization: string | undefined;
  /** The caller closed the connection before the answer was complete. */
  aborted: boolean;
  /** When the first words of a stream were written, in milliseconds since 1970. */
  firstWordAt?: number;
}

const ECHO: Script = () => ({ text: '好的。' });

/** What a test holds: what the stand-in says next, how it fails, what it was sent. */
export class StubControl {
  readonly requests: RecordedRequest[] = [];
  private next: Script = ECHO;
  private readonly faults: Fault[] = [];
  private lasting: Fault | undefined;
  private calls = 0;
  /** Answers carry this id instead of one of their own, as some gateways do. */
  repeatedId: string | undefined;

  /** The turns to answer with, in order (the last one again and again), or a function of the request. */
  script(turns: readonly StubTurn[] | Script): void {
    this.calls = 0;
    this.next = typeof turns === 'function' ? turns : (_, call) => turns[Math.min(call, turns.length - 1)] ?? {};
  }

  /** Does whatever it is told by anything it reads, people's messages included. */
  obeyAttackers(): void {
    this.script(obeyingAttacker);
  }

  /** The next requests fail, each in one way. */
  failNext(...faults: Fault[]): void {
    this.faults.push(...faults);
  }

  /** All requests fail this way until reset. */
  failAlways(fault: Fault): void {
    this.lasting = fault;
  }

  /** Back to the beginning; recorded requests are dropped. */
  reset(): void {
    this.requests.length = 0;
    this.faults.length = 0;
    this.lasting = undefined;
    this.repeatedId = undefined;
    this.script(ECHO);
  }

  /** For the server: what to do with a request. */
  decide(body: RequestBody): { fault: Fault } | { turn: StubTurn } {
    const fault = this.faults.shift() ?? this.lasting;
    return fault ? { fault } : { turn: this.next(body, this.calls++) };
  }
}
