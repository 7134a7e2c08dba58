import { z } from 'zod';

const flag = (fallback: 'on' | 'off') =>
  z
    .enum(['on', 'off'])
    .default(fallback)
    .transform((value) => value === 'on');
const whole = (fallback: number, min: number, max: number) => z.coerce.number().int().min(min).max(max).default(fallback);
const optionalText = z
  .string()
  .optional()
  .transform((value) => (value === '' ? undefined : value));

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }) !== undefined;
  } catch {
    return false;
  }
}

const ROLE_NAMES = ['web', 'realtime', 'worker'] as const;

/** Every setting: its default and, in the description, what it means. `npm run config` prints this table. */
export const ConfigSchema = z.object({
  PORT: whole(8787, 0, 65535).describe('Port for the API, the H5 client at / and the console at /console. 0 takes a free one.'),
  HOST: z.string().default('0.0.0.0').describe('Address to listen on.'),
  PUBLIC_URL: optionalText.describe('Address people open, as in invite links, e.g. https://pai.example.com. Default: http://localhost:<port>.'),
  DATA_DIR: z.string().default('.data').describe('Folder of the embedded stores, their binaries and generated secrets.'),
  ROLES: z
    .string()
    .default(ROLE_NAMES.join(','))
    .transform((value) => value.split(',').map((name) => name.trim()))
    .pipe(z.array(z.enum(ROLE_NAMES)).min(1))
    .describe('What this process does: web, realtime, worker; comma-separated.'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info').describe('How much is logged (JSON lines on standard output).'),
  TRUST_PROXY: flag('off').describe('on: the client address comes from X-Forwarded-For. Only behind your own proxy.'),

  MONGODB_URI: z.string().regex(/^mongodb(\+srv)?:\/\//, 'must start with mongodb:// or mongodb+srv://').describe('Your MongoDB (6.0 or later). `npm start` brings one up when it is not set.'),
  REDIS_URL: z.string().regex(/^rediss?:\/\//, 'must start with redis:// or rediss://').describe('Your Redis (6.2 or later). `npm start` brings one up when it is not set.'),

  AUTH_KEYS: z
    .string()
    .transform((value) => value.split(',').map((pair) => ({ kid: pair.slice(0, pair.indexOf(':')), secret: pair.slice(pair.indexOf(':') + 1) })))
    .pipe(z.array(z.object({ kid: z.string().min(1), secret: z.string().min(32, 'each secret needs 32 characters or more') })).min(1))
    .describe('Signing keys kid:secret, comma-separated. The first signs, all verify: put a new one in front and drop the old one after 15 minutes.'),
  DATA_KEY: z
    .string()
    .regex(/^[0-9a-f]{64}$/i, 'must be 64 hex digits')
    .describe('Key for what is encrypted at rest (WeChat session keys) and for signing file links.'),
  ACCESS_MINUTES: whole(15, 1, 60).describe('Minutes an access token lives.'),
  REFRESH_DAYS: whole(30, 1, 365).describe('Days a sign-in lives without being used.'),
  AUTH_GUEST: flag('on').describe('off: only WeChat sign-in.'),
  CONSOLE_KEY: optionalText.describe('Key of the operator console. Not set: the console is closed.'),

  WECHAT_APP_ID: optionalText.describe('App id of the mini-program. Not set: WeChat sign-in and everything else of WeChat is off.'),
  WECHAT_APP_SECRET: optionalText.describe('Its secret.'),
  WECHAT_BASE_URL: z.url().default('https://api.weixin.qq.com').describe("WeChat's servers, or the stand-in of `npm run wechat-stub`."),
  WECHAT_PUSH_TOKEN: optionalText.describe('Token of the message push, as entered in the WeChat console. Push address: <PUBLIC_URL>/wechat/push.'),
  WECHAT_PUSH_AES_KEY: optionalText.describe('EncodingAESKey of the message push (43 characters); needed in secure mode.'),
  WECHAT_ENV_VERSION: z.enum(['release', 'trial', 'develop']).default('release').describe('Which version of the mini-program codes and cards open.'),

  WECHAT_REMINDER_TEMPLATE: z
    .string()
    .optional()
    .transform((value, ctx) => {
      if (!value) return undefined;
      const [, id, what, when, note] = /^([\w-]+),([a-z_]+\d+),([a-z_]+\d+)(?:,([a-z_]+\d+))?$/.exec(value) ?? [];
      if (id !== undefined && what !== undefined && when !== undefined) return { id, what, when, note };
      ctx.addIssue({ code: 'custom', message: 'must be a template id and its keywords, e.g. AbC-1,thing1,time2,thing3' });
      return z.NEVER;
    })
    .describe('One-time subscribe template of check-in reminders: its id, then its keywords for what, for when and, if it has one, for a note, e.g. AbC-1,thing1,time2,thing3. Not set: reminders are in the app only.'),

  MODEL_BASE_URL: z.union([z.literal(''), z.url()]).optional().transform((value) => (value === '' ? undefined : value)).describe('Any OpenAI-compatible endpoint, e.g. https://host/v1. Not set: the local engine answers.'),
  MODEL_NAME: optionalText.describe('Model to ask for there.'),
  MODEL_KEY: optionalText.describe('Key sent as Bearer.'),
  MODEL_LABEL: optionalText.describe('How the provider is called in what members read before they join. Default: the host of MODEL_BASE_URL.'),
  MODEL_EXTRA: z
    .string()
    .default('{}')
    .transform((value, ctx) => {
      try {
        return z.record(z.string(), z.unknown()).parse(JSON.parse(value));
      } catch {
        ctx.addIssue({ code: 'custom', message: 'must be a JSON object' });
        return z.NEVER;
      }
    })
    .describe('JSON object merged into each request body, for what a vendor wants otherwise, e.g. {"thinking":{"type":"disabled"}}.'),
  MODEL_TOOLS: flag('on').describe('off: the model cannot call tools; it is given the material instead.'),
  MODEL_STREAM_USAGE: flag('on').describe('off: do not ask for usage in streams (some gateways refuse it).'),
  MODEL_TOOL_CHOICE: z.enum(['required', 'auto']).default('auto').describe('What to send when an answer must be a tool call; some vendors refuse "required".'),
  MODEL_PRICE: z
    .string()
    .optional()
    .transform((value, ctx) => {
      if (!value) return undefined;
      const [, input, output, currency] = /^(\d+(?:\.\d+)?),(\d+(?:\.\d+)?),([A-Z]{3})$/.exec(value) ?? [];
      if (currency !== undefined) return { input: Number(input), output: Number(output), currency };
      ctx.addIssue({ code: 'custom', message: 'must be two prices and a currency, e.g. 2,8,CNY' });
      return z.NEVER;
    })
    .describe('What a million tokens cost, read and written, and the currency, e.g. 2,8,CNY. Not set: receipts show tokens only.'),
  MODEL_TIMEOUT_SECONDS: whole(30, 1, 300).describe('Seconds to wait for the model.'),

  LBS_KEY: optionalText.describe('Key of Tencent Location Services (WebService API), for places. Not set: only the sample city and what people import.'),
  LBS_SECRET: optionalText.describe('Its secret (SK), where signing is switched on for the key.'),
  LBS_BASE_URL: z.url().default('https://apis.map.qq.com/ws').describe("Tencent's servers, or a stand-in."),
  LBS_DAILY: whole(200, 1, 1_000_000).describe('Calls of each kind a day the key is good for; one pai may ask for a tenth of them.'),
  LBS_QPS: whole(5, 1, 1000).describe('Calls a second the key is good for.'),
  MAP_TILES: optionalText.refine((url) => url === undefined || /^https?:\/\/(\{s\}\.)?[\w.-]+(:\d+)?\/.*\{z\}/.test(url), 'must be like https://tiles.example.com/{z}/{x}/{y}.png').describe('Map tiles for browsers, e.g. https://tiles.example.com/{z}/{x}/{y}.png. Not set: maps are sketches drawn from coordinates.'),
  MAP_TILES_ATTRIBUTION: z.string().default('').describe('Whose tiles these are, as their licence wants it said.'),
  MAP_TILES_DATUM: z.enum(['gcj02', 'wgs84']).default('wgs84').describe('Grid the tiles lie on: maps made in China gcj02, all others wgs84.'),

  QWEATHER_BASE_URL: z.union([z.literal(''), z.url()]).optional().transform((value) => (value === '' ? undefined : value)).describe('API host of QWeather, for the forecast beside a plan, e.g. https://abc.qweatherapi.com. Not set: no forecast.'),
  QWEATHER_PROJECT: optionalText.describe('Project id of QWeather.'),
  QWEATHER_KEY_ID: optionalText.describe('Id of the key QWeather knows.'),
  QWEATHER_PRIVATE_KEY: optionalText.describe('Its Ed25519 private key, PEM (PKCS #8); line breaks may be written \\n.'),
  OPEN_METEO_URL: z.union([z.literal(''), z.url()]).optional().transform((value) => (value === '' ? undefined : value)).describe('An Open-Meteo server instead, e.g. https://api.open-meteo.com: that one is for non-commercial use only.'),

  FONT_FILE: optionalText.describe('Font file with Chinese for PDF exports, of a collection with #PostScriptName behind it. Not set: one of this machine is used.'),

  PAI_CAP: whole(200, 2, 2000).describe('People in a pai unless its owner sets fewer or more.'),
  PAI_CAP_MAX: whole(500, 2, 2000).describe('The most an owner may set.'),
  TIME_ZONE: z.string().default('Asia/Shanghai').refine(isTimeZone, 'must be an IANA time zone').describe('Zone in which the AI member counts days and tells times, e.g. Asia/Shanghai.'),
  RECAP_MAX_MESSAGES: whole(5000, 10, 100000).describe('Messages one recap may read; longer ranges are cut at the oldest end.'),
  RATE_LIMIT: flag('on').describe('off: no request limits. For load tests on loopback only.'),
});

export type Config = z.output<typeof ConfigSchema>;

/** A setting that cannot be used. The message names the key, what is wrong and what it should be. */
export class ConfigError extends Error {}

/**
 * Reads the configuration once. Throws ConfigError listing every bad key; values are not repeated, since some are secret.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const parsed = ConfigSchema.safeParse(env);
  if (!parsed.success) {
    const lines = parsed.error.issues.map((issue) => {
      const key = String(issue.path[0]);
      const meaning = ConfigSchema.shape[key as keyof typeof ConfigSchema.shape]?.description ?? '';
      const why = env[key] === undefined ? 'is missing' : issue.message;
      return `  ${key}: ${why}. ${meaning}`;
    });
    throw new ConfigError(`The configuration cannot be used:\n${[...new Set(lines)].join('\n')}\n\`npm run config\` lists every key.`);
  }
  const config = parsed.data;
  const half = (a: keyof Config, b: keyof Config): void => {
    if (Boolean(config[a]) !== Boolean(config[b])) throw new ConfigError(`${a} and ${b} belong together: set both or neither.`);
  };
  half('WECHAT_APP_ID', 'WECHAT_APP_SECRET');
  half('MODEL_BASE_URL', 'MODEL_NAME');
  for (const key of ['QWEATHER_PROJECT', 'QWEATHER_KEY_ID', 'QWEATHER_PRIVATE_KEY'] as const) half('QWEATHER_BASE_URL', key);
  if (config.PAI_CAP > config.PAI_CAP_MAX) throw new ConfigError('PAI_CAP must not be above PAI_CAP_MAX.');
  return config;
}

let current: Config | undefined;

/** Makes a configuration the one of this process; called once by service.ts. */
export function useConfig(config: Config): void {
  current = config;
}

/** The configuration of this process. */
export function config(): Config {
  if (!current) throw new Error('the configuration is read before the service has started');
  return current;
}

/** The address people open, without a slash at the end. */
export const publicUrl = (): string => (config().PUBLIC_URL ?? `http://localhost:${config().PORT}`).replace(/\/+$/, '');
