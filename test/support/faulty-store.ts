/** Nobody looks where it was made, and it is thrown and logged thousands of times. */
const DISK_FAILS = new Error('the disk fails')

/** Ports of a store: each a set of asynchronous methods. */
type Ports = Readonly<Record<string, object>>

/**
 * The same ports before a storage that fails: a call rejects, and nothing of it is done, where `fails` says so.
 * @param fails told of each call as `port.method`
 */
export function withFaults<P extends Ports>(ports: P, fails: (call: string) => boolean): P {
  const faulty = Object.entries(ports).map(([name, port]) => [
    name,
    Object.fromEntries(
      Object.entries(port).map(([method, call]) => [
        method,
        async (...all: unknown[]) => {
          if (fails(`${name}.${method}`)) throw DISK_FAILS
          return (call as (...all: unknown[]) => unknown)(...all)
        },
      ]),
    ),
  ])
  return Object.fromEntries(faulty) as P
}
