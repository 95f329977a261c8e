import { createRequire } from 'node:module'
import type { z as Zod } from 'zod'
import { ConfigError } from './config-error.ts'

// Its CommonJS build: as modules its files take a fifth of a second of every start, so a third of that.
const { z }: typeof import('zod') = createRequire(import.meta.url)('zod')

const timeZone = z.string().refine(isTimeZone, 'is not an IANA time zone such as Asia/Shanghai')

const timeOfDay = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time of day: use HH:MM, for example 08:00')

/** `12345678, 87654321`. */
const userIds = z
  .string()
  .regex(
    /^\s*\d{1,15}(\s*,\s*\d{1,15})*\s*$/,
    'must be a comma-separated list of Telegram user ids, for example 12345678,87654321',
  )
  .transform((text): readonly number[] => [...new Set(text.split(',').map(Number))])

const address = z
  .string()
  .regex(/^[\w.:%-]+$/, 'is not an address of this machine, for example 127.0.0.1 or ::')

const databaseUrl = z
  .string()
  .trim()
  .regex(
    /^postgres(ql)?:\/\/[^\s]+$/,
    'is not the URL of a PostgreSQL database, for example postgres://paperboy:password@localhost:5432/paperboy',
  )

/** `https://news.example`, without the slash that one may write behind it. */
const siteUrl = z
  .url({ protocol: /^https?$/, error: 'is not an http or https URL' })
  .refine(
    (text) => URL.canParse(text) && new URL(text).href === `${new URL(text).origin}/`,
    'must be an address without a path, for example https://news.example.org',
  )
  .refine(
    (text) => URL.canParse(text) && /[.:]/.test(new URL(text).hostname),
    'needs a host with a dot: Telegram takes no links to others',
  )
  .transform((text) => new URL(text).origin)

/** One or several nodes of one server. */
const searchUrls = z
  .string()
  .trim()
  .regex(
    /^https?:\/\/[^\s,@/?#]+\/?(\s*,\s*https?:\/\/[^\s,@/?#]+\/?)*$/,
    'is not the address of an OpenSearch server, for example https://search.example.org:9200; several nodes are parted by commas, user and password go into SEARCH_USER and SEARCH_PASSWORD',
  )
  .transform((text): readonly string[] => text.split(',').map((it) => it.trim()))

const indexName = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,99}$/, 'is not the name of an index: small letters, digits, _ and -')

/** @param what of which the number is: `a port` */
const wholeNumber = (what: string, least: number, most: number) => {
  const error = `is not ${what}: use a whole number from ${least} to ${most}`
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error })
}

const port = wholeNumber('a port', 0, 65_535)

const oneOf = <const Names extends readonly [string, ...string[]]>(names: Names) =>
  z.enum(names, { error: `must be one of ${names.join(', ')}` })

/** Every setting: its name, what it may be, and what it is when it is not set. */
const Settings = z.object({
  BOT_TOKEN: z
    .string()
    .regex(/^\d+:[\w-]+$/, 'is not a bot token: get one from @BotFather, for example 123456789:AAE…')
    .optional(),
  TELEGRAM_API_ROOT: z
    .url({ protocol: /^https?$/, error: 'is not an http or https URL' })
    .default('https://api.telegram.org'),
  WEBHOOK_URL: z.url({ protocol: /^https?$/, error: 'is not an http or https URL' }).optional(),
  WEBHOOK_HOST: address.optional(),
  WEBHOOK_PORT: port.default(8443),
  WEBHOOK_SECRET: z
    .string()
    .regex(/^[\w-]{1,256}$/, 'must have 1 to 256 letters, digits, _ or -: `openssl rand -hex 32` makes one')
    .optional(),
  CORPUS_DIR: z.string().default('seeds'),
  DATA_DIR: z.string().default('data'),
  DATABASE_URL: databaseUrl.optional(),
  DATABASE_POOL_SIZE: wholeNumber('a number of connections', 2, 1000).default(10),
  DATABASE_STATEMENT_TIMEOUT: wholeNumber('a number of seconds', 1, 3600).default(30),
  SEARCH_URL: searchUrls.optional(),
  SEARCH_USER: z.string().optional(),
  SEARCH_PASSWORD: z.string().optional(),
  SEARCH_API_KEY: z.string().optional(),
  SEARCH_CA_FILE: z.string().optional(),
  SEARCH_INDEX: indexName.default('paperboy'),
  SEARCH_SHARDS: wholeNumber('a number of shards', 1, 1000).default(1),
  PLAYGROUND_PORT: port.default(8787),
  PUBLIC_URL: siteUrl.optional(),
  WEB_PORT: port.default(8080),
  WEB_HOST: address.default('127.0.0.1'),
  WEB_ACCESS: oneOf(['public', 'members', 'off']).optional(),
  OPS_PORT: port.optional(),
  OPS_HOST: address.default('127.0.0.1'),
  TIME_ZONE: timeZone.default('Asia/Shanghai'),
  DIGEST_TIME: timeOfDay.default('08:00'),
  ADMIN_IDS: userIds.default([]),
  FORGET_AFTER_DAYS: wholeNumber('a number of days', 0, 3650).default(90),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error']).default('info'),
  PROXY_URL: z
    .url({ protocol: /^(https?|socks5h?)$/, error: 'is not the URL of an http, https or socks5 proxy' })
    .optional(),
})

/** Settings that need one another. */
const Checked = Settings.refine(
  ({ WEBHOOK_URL, WEBHOOK_SECRET }) => WEBHOOK_URL === undefined || WEBHOOK_SECRET !== undefined,
  {
    path: ['WEBHOOK_SECRET'],
    error: 'is required if WEBHOOK_URL is set; without it anybody could send updates',
    // Wrong settings elsewhere do not hide this one.
    when: () => true,
  },
)

/** All settings, checked and with defaults filled in, under the names of their environment variables. */
export type Config = Readonly<Zod.infer<typeof Settings>>

/** Names of all settings, in the order of `.env.example`. */
export const SETTINGS: readonly string[] = Object.keys(Settings.shape)

/**
 * Checks the environment; nothing else looks at it. An empty setting counts as not set.
 * @throws {ConfigError} that names every wrong setting at once.
 */
export function readConfig(env: Readonly<NodeJS.ProcessEnv>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim() !== ''))
  const settings = Checked.safeParse({
    ...given,
    PROXY_URL: given.PROXY_URL ?? given.HTTPS_PROXY ?? given.https_proxy,
  })
  if (settings.success) return settings.data
  // The values stay out: one of them may be a token with a slip of the finger in it.
  throw new ConfigError(
    settings.error.issues.map(({ path, message }) => ({ setting: path.join('.'), message })),
  )
}

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
