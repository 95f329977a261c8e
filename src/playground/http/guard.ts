import type { IncomingHttpHeaders } from 'node:http'

/**
 * Why a request is none of ours, or `undefined` when it may pass. Any page in the same browser can reach a server on
 * this machine, and a name that points here (DNS rebinding) even reads the answers: so the host must be this
 * machine's own, and a request that a page makes must come from our page.
 */
export function findIntruder(headers: IncomingHttpHeaders, port: number): string | undefined {
  const ownHosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`]
  if (!ownHosts.includes(headers.host ?? '')) return 'this server answers to its own address only'
  if (headers.origin !== undefined && headers.origin !== `http://${headers.host}`)
    return 'another website may not use this server'
  const site = headers['sec-fetch-site']
  const isForeign = site === 'cross-site' || site === 'same-site'
  // Following a link to the page is no use of it.
  const isVisit = headers['sec-fetch-mode'] === 'navigate' && headers['sec-fetch-dest'] === 'document'
  return isForeign && !isVisit ? 'another website may not use this server' : undefined
}
