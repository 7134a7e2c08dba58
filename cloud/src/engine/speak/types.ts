/** When the AI member speaks: never, when called, also for unaddressed asks it can serve, to every ask, as a host. */
export type SpeakMode = 'off' | 'called' | 'helpful' | 'every-ask' | 'host';

/** Why it speaks. */
export const SPEAK_REASONS = ['mentioned', 'quoted', 'named', 'follow-up', 'open-ask', 'ask'] as const;

/** Why it stays silent. */
export const SILENCE_REASONS = ['off', 'own', 'to-other', 'talked-about', 'thanks', 'greeting', 'farewell', 'acknowledgement', 'not-called', 'not-an-ask'] as const;

export type SpeakReason = (typeof SPEAK_REASONS)[number];
export type SilenceReason = (typeof SILENCE_REASONS)[number];

/** The AI member that decides. */
export interface Self {
  id: string;
  name: string;
  aliases: readonly string[];
}

/** Another one in the room. Without such a list only the ids of authors are known as names. */
export interface Person {
  id: string;
  name: string;
  isAi?: boolean | undefined;
}

/** One message. `at` is in seconds; `mentions` holds member ids; `replyTo` is the id of the message it quotes. */
export interface SpeakMessage {
  id: string;
  author: string;
  at: number;
  text: string;
  mentions?: readonly string[] | undefined;
  replyTo?: string | null | undefined;
}

/** The ask answered is the message `replyTo`, written by `to`; both are null for silence. */
export type Decision =
  | { id: string; speak: true; to: string; replyTo: string; reason: SpeakReason }
  | { id: string; speak: false; to: null; replyTo: null; reason: SilenceReason };

/** Who decides, how freely, and among whom. */
export interface Room {
  self: Self;
  mode: SpeakMode;
  people?: readonly Person[] | undefined;
}

export interface SpeakInput extends Room {
  messages: readonly SpeakMessage[];
}
