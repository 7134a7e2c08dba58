import { createModel, type ChosenModel } from '../agents';
import { config } from '../config';
import { SECOND } from '../infra/clock';

/** Whether an endpoint is configured; else the engine speaks and nothing costs anything. */
export const usesModel = (): boolean => config().MODEL_BASE_URL !== undefined;

/** The model of the configuration, or the engine. `retries`: how often a request that failed is sent again. */
export function configuredModel({ retries }: { retries?: number } = {}): ChosenModel {
  const { MODEL_BASE_URL, MODEL_NAME, MODEL_KEY, MODEL_EXTRA, MODEL_TOOLS, MODEL_STREAM_USAGE, MODEL_TOOL_CHOICE, MODEL_TIMEOUT_SECONDS } = config();
  return createModel({
    baseUrl: MODEL_BASE_URL,
    name: MODEL_NAME,
    key: MODEL_KEY,
    extra: MODEL_EXTRA,
    tools: MODEL_TOOLS,
    streamUsage: MODEL_STREAM_USAGE,
    toolChoice: MODEL_TOOL_CHOICE,
    retries,
    timeoutMs: MODEL_TIMEOUT_SECONDS * SECOND,
  });
}
