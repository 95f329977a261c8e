import { normalise } from '../../language/index.ts'
import { SPOKEN_LAND } from './spoken-land.ts'
import { SPOKEN_LIFE } from './spoken-life.ts'
import { SPOKEN_MONEY } from './spoken-money.ts'
import { SPOKEN_ROADS } from './spoken-roads.ts'
import { SPOKEN_STATE } from './spoken-state.ts'

let written: ReadonlyMap<string, readonly string[]> | undefined

/**
 * What news writes for a word or a phrase of talk (发烧: 发热; 坐牢: 服刑), in normal form; none for most words, and none for what
 * news writes: who looks for 腐败 does not mean 贪官.
 * @param said in normal form
 */
export function writtenWordsOf(said: string): readonly string[] {
  // Not when the program is loaded: the first text that is brought to its normal form takes a while.
  written ??= readLines([SPOKEN_LIFE, SPOKEN_MONEY, SPOKEN_ROADS, SPOKEN_STATE, SPOKEN_LAND])
  return written.get(said) ?? []
}

function readLines(tables: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const words = new Map<string, readonly string[]>()
  for (const line of tables.flatMap((it) => it.split('\n'))) {
    const [said = [], meant = []] = line.split(' > ').map((it) => it.split(' ').map(normalise))
    for (const word of said)
      words.set(word, [...new Set([...(words.get(word) ?? []), ...meant.filter((it) => it !== word)])])
  }
  return words
}
