import type { TextField } from './form';

/** The sheet that lies over the settings. */
export type Over = TextField | 'cover' | 'joinRule' | 'history' | 'cap' | 'blocked' | 'transfer';
