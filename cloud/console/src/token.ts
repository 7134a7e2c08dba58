const KEY = 'pai.console.token';

/* The session's storage, not the browser's: closing the tab ends the sign-in. */
export const keptToken = (): string | undefined => sessionStorage.getItem(KEY) ?? undefined;

export function keepToken(token: string | undefined): void {
  if (token === undefined) sessionStorage.removeItem(KEY);
  else sessionStorage.setItem(KEY, token);
}
