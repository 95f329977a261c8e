import { decodePart } from '../domain/index.ts'

/** Settings that are secrets as a whole. */
const SECRET_SETTINGS = ['BOT_TOKEN', 'WEBHOOK_SECRET', 'SEARCH_PASSWORD', 'SEARCH_API_KEY'] as const
/** Settings that are addresses, and may hold a name and a password. */
const ADDRESS_SETTINGS = [
  'PROXY_URL',
  'HTTPS_PROXY',
  'https_proxy',
  'TELEGRAM_API_ROOT',
  'WEBHOOK_URL',
  'DATABASE_URL',
  'SEARCH_URL',
] as const

/** What of the environment nobody may see: tokens, and the passwords in addresses, as typed and decoded. */
export function secretsOf(env: Readonly<NodeJS.ProcessEnv>): readonly string[] {
  const whole = SECRET_SETTINGS.map((name) => env[name]?.trim() ?? '')
  const passwords = ADDRESS_SETTINGS.flatMap((name) => passwordsOf(env[name]))
  return [...whole, ...passwords].filter((secret) => secret !== '')
}

/** Also `name:password`, which a proxy is shown in base64. An address that is wrong holds its password all the same. */
function passwordsOf(address: string | undefined): readonly string[] {
  if (address === undefined) return []
  const [, username = '', password = ''] = /^[^/]*\/\/([^:@/]*):(.*)@/s.exec(address) ?? []
  const parameters = [...address.matchAll(/[?&]password=([^&#]*)/g)].map(([, value = '']) => value)
  const parsed = URL.canParse(address) ? new URL(address).password : ''
  const typed = [password, parsed, ...parameters].filter((it) => it !== '')
  const named =
    password === '' ? [] : [`${username}:${password}`, `${decodePart(username)}:${decodePart(password)}`]
  return [...new Set([...typed, ...typed.map(decodePart), ...named])]
}
