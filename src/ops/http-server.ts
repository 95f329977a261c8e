import type { Server } from 'node:http'

/** Where a server listens; every address of this machine without a host, any free port for port 0. */
interface Address {
  readonly host?: string | undefined
  readonly port: number
}

/**
 * Opens the port of a server.
 * @returns the port that it has
 * @throws {NodeJS.ErrnoException} if it cannot be opened; see {@link whyNotOpened}
 */
export async function listenOn(server: Server, { host, port }: Address): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host }, () => {
      server.off('error', reject)
      resolve()
    })
  })
  const address = server.address()
  return typeof address === 'object' && address ? address.port : port
}

/** Why a port cannot be opened, in words for an operator. */
export function whyNotOpened(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause)
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
  return code === 'EADDRINUSE' ? 'another program uses it' : (code ?? cause.message)
}

/**
 * Takes no more requests.
 * @param patienceMs what has not been sent whole by then is cut off
 * @returns settles when all connections are closed; those that ask for nothing are closed at once (Node 19)
 */
export const closeServer = (server: Server, patienceMs: number): Promise<void> =>
  new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), patienceMs)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
  })

/** A content security policy: nothing from elsewhere, nothing inline, and what else is given. */
export const securityPolicy = (further: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    ...further,
  ].join('; ')
