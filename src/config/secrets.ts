/** Settings that are secrets as a whole. */
const SECRET_SETTINGS = ['BOT_TOKEN', 'WEBHOOK_SECRET'] as const
/** Settings that are addresses, and may hold a name and a password. */
const ADDRESS_SETTINGS = [
  'PROXY_URL',
  'HTTPS_PROXY',
  'https_proxy',
  'TELEGRAM_API_ROOT',
  'WEBHOOK_URL',
] as const

/** What of the environment nobody may see: tokens, and the passwords in addresses, as typed and decoded. */
export function secretsOf(env: Readonly<NodeJS.ProcessEnv>): readonly string[] {
  const whole = SECRET_SETTINGS.map((name) => env[name]?.trim() ?? '')
  const passwords = ADDRESS_SETTINGS.flatMap((name) => passwordsOf(env[name]))
  return [...whole, ...passwords].filter((secret) => secret !== '')
}

/** Also `name:password`, which a proxy is shown in base64. */
function passwordsOf(address: string | undefined): readonly string[] {
  if (address === undefined || !URL.canParse(address)) return []
  const { username, password } = new URL(address)
  if (password === '') return []
  const decoded = decode(password)
  return [password, decoded, `${username}:${password}`, `${decode(username)}:${decoded}`]
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
