/** A bot token wherever it stands in a text: Telegram puts it into every address, and so into many errors. */
const TOKEN = /(?<!\d)\d{5,}(?::|%3A)[\w-]{20,}/gi
/** Name and password of an address: `socks5://reader:secret@proxy`. */
const CREDENTIALS = /(\b[a-z][a-z\d+.-]{0,15}:\/\/)[^\s/?#"'<>]{1,512}@/gi
/** A shorter one proves nothing to anybody, and blotting it out would spoil every other line. */
const SHORTEST_SECRET = 5

const secrets = new Set<string>()
let known: RegExp | undefined

/**
 * Has a secret blotted out of all that {@link redact} sees from now on, in this process: as it is, and as addresses,
 * JSON and base64 write it. One of fewer than five characters is passed over.
 */
export function hideSecret(secret: string): void {
  if (secret.length < SHORTEST_SECRET) return
  const base64 = Buffer.from(secret).toString('base64')
  const forms = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]
  for (const form of [...forms, base64, base64.replace(/=+$/, '')]) secrets.add(form)
  // The longest first: a secret may hold another one.
  const longestFirst = [...secrets].toSorted((a, b) => b.length - a.length)
  known = new RegExp(longestFirst.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'g')
}

/** A text without bot tokens, without credentials in addresses, and without the secrets of {@link hideSecret}. */
export function redact(text: string): string {
  const blotted = text.replace(TOKEN, '[token]').replace(CREDENTIALS, '$1[secret]@')
  return known === undefined ? blotted : blotted.replace(known, '[secret]')
}
