import type { Session } from '@shared/wire/account';
import { dropStored, readStored, writeStored } from '@/platform/storage';

export interface Tokens {
  token: string;
  refreshToken: string;
  /** Milliseconds since 1970, by this device's clock. */
  expiresAt: number;
}

const KEY = 'tokens';

function isTokens(value: unknown): value is Tokens {
  const tokens = value as Partial<Tokens> | null;
  return typeof tokens?.token === 'string' && typeof tokens.refreshToken === 'string' && typeof tokens.expiresAt === 'number';
}

let held: Tokens | undefined = readStored(KEY, isTokens);

export const heldTokens = (): Tokens | undefined => held;

export function keepTokens(session: Session): void {
  held = { token: session.token, refreshToken: session.refreshToken, expiresAt: Date.now() + session.expiresIn * 1000 };
  writeStored(KEY, held);
}

export function dropTokens(): void {
  held = undefined;
  dropStored(KEY);
}

/** Another window of this browser may have rotated the tokens: what is stored is newer than what is held. */
export function rereadTokens(): Tokens | undefined {
  held = readStored(KEY, isTokens);
  return held;
}
