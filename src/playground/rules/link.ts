/** A link as Telegram keeps it, or why Telegram refuses it. */
export type CheckedLink = { readonly url: string } | { readonly reason: string }

/** Checks an address as Telegram does: `http`, `https`, `tg` and `ton` only, and a host that has a dot. */
export function checkLink(link: string): CheckedLink {
  const trimmed = link.trim()
  if (/^(tg|ton|tonsite):/i.test(trimmed)) return { url: trimmed }
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(trimmed)?.[1]?.toLowerCase()
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return { reason: 'Unsupported URL protocol' }
  const [, host = '', rest = ''] =
    /^([^/?#]*)(.*)$/su.exec(scheme === undefined ? trimmed : trimmed.slice(scheme.length + 3)) ?? []
  if (host === '') return { reason: 'URL host is empty' }
  const isNamed = host.includes('.') && !/[\s<>"\\]/.test(host)
  if (!isNamed && !host.startsWith('[')) return { reason: 'Wrong HTTP URL' }
  const path = rest.startsWith('/') ? rest : `/${rest}`
  return { url: `${scheme ?? 'http'}://${host.toLowerCase()}${path.replaceAll(' ', '%20')}` }
}

/** The user that a `tg://user?id=…` link mentions. */
export function readMentionedUser(link: string): number | undefined {
  const id = /^tg:(?:\/\/)?user\?id=(\d{1,16})$/i.exec(link)?.[1]
  return id === undefined || Number(id) === 0 ? undefined : Number(id)
}
