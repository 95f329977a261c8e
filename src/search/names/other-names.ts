import { normalise } from '../../language/index.ts'
import { ECONOMY } from './economy.ts'
import { EVERYDAY } from './everyday.ts'
import { ORGANS } from './organs.ts'
import { WORLD } from './world.ts'

const NAMES: ReadonlyMap<string, readonly string[]> = readNames()

function readNames(): ReadonlyMap<string, readonly string[]> {
  const names = new Map<string, Set<string>>()
  for (const line of [ORGANS, WORLD, ECONOMY, EVERYDAY].flatMap((it) => it.split('\n'))) {
    const group = line.split(' ').map(normalise)
    for (const name of group) {
      const others = names.get(name) ?? new Set()
      for (const other of group) if (other !== name) others.add(other)
      names.set(name, others)
    }
  }
  return new Map(Array.from(names, ([name, others]) => [name, [...others]]))
}

/** Other names of the same thing, in normal form; none for most words. @param name in normal form */
export const otherNamesOf = (name: string): readonly string[] => NAMES.get(name) ?? []

/** All names that have others. */
export const allNames = (): Iterable<string> => NAMES.keys()
