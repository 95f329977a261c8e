/** Nobody looks where it was made, and it is thrown and logged thousands of times. */
const DISK_FAILS = new Error('the disk fails')

/** Ports of a store: each a set of asynchronous methods. */
type Ports = Readonly<Record<string, object>>

type Call = (...all: unknown[]) => unknown

/** The same ports, each call made by way of another one. @param wrap is given the call with its name, `port.method` */
function wrapCalls<P extends Ports>(ports: P, wrap: (call: Call, name: string) => Call): P {
  const wrapped = Object.entries(ports).map(([name, port]) => [
    name,
    Object.fromEntries(
      Object.entries(port).map(([method, call]) => [method, wrap(call as Call, `${name}.${method}`)]),
    ),
  ])
  return Object.fromEntries(wrapped) as P
}

/**
 * The same ports before a storage that fails: a call rejects, and nothing of it is done, where `fails` says so.
 * @param fails told of each call as `port.method`
 */
export const withFaults = <P extends Ports>(ports: P, fails: (call: string) => boolean): P =>
  wrapCalls(ports, (call, name) => async (...all) => {
    if (fails(name)) throw DISK_FAILS
    return call(...all)
  })

/** The same ports, of which each call waits before it begins. @param before told of each call as `port.method` */
export const withDelays = <P extends Ports>(ports: P, before: (call: string) => Promise<void>): P =>
  wrapCalls(ports, (call, name) => async (...all) => {
    await before(name)
    return call(...all)
  })
