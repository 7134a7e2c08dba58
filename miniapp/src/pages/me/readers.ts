import type { Pai } from '@shared/wire/pai';

/** Pais with an AI member that is on: those where somebody could read me. */
export const readersAmong = (pais: readonly Pai[]): Pai[] => pais.filter(({ assistants, dissolveAt }) => dissolveAt === undefined && assistants.some(({ mode }) => mode !== 'off'));
