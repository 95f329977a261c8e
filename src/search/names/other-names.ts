import { ECONOMY } from './economy.ts'
import { EVERYDAY } from './everyday.ts'
import { ORGANS } from './organs.ts'
import { WordGroups } from './word-groups.ts'
import { WORLD } from './world.ts'

const NAMES = new WordGroups([ORGANS, WORLD, ECONOMY, EVERYDAY].join('\n'))

/** Other names of the same thing, in normal form; none for most words. @param name in normal form */
export const otherNamesOf = (name: string): readonly string[] => NAMES.othersOf(name)

/** All names that have others. */
export const allNames = (): Iterable<string> => NAMES.words()
