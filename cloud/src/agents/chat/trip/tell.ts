import { PHRASES } from '../phrases';
import type { Locale } from '../types';
import type { TripMaterial } from './ask';
import type { SuggestMaterial } from './suggest';

/** What the plan says, each stop with the message that told of it. */
export const tellTrip = ({ sentences }: TripMaterial, language: Locale): string => (sentences[language].length === 0 ? PHRASES.notInPlan[language] : sentences[language].join('\n'));

/** The places that fit, to the letter. */
export const tellPlaces = ({ sentences }: SuggestMaterial, language: Locale): string => sentences[language].join('\n');
