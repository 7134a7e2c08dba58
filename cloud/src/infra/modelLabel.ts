import { config } from '../config';

/** How the model's provider is named to people: what they are told before they join. */
export function modelLabel(): string {
  const { MODEL_BASE_URL, MODEL_LABEL } = config();
  if (MODEL_LABEL) return MODEL_LABEL;
  return MODEL_BASE_URL ? new URL(MODEL_BASE_URL).hostname : 'local';
}
