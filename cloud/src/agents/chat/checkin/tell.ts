import type { Locale } from '../types';
import type { CheckinMaterial } from './ask';

/** What the ledger says, to the letter. */
export const tellCheckins = ({ sentences }: CheckinMaterial, language: Locale): string => sentences[language].join('\n');
