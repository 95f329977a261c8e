import { normalise } from '../../language/index.ts'

/** Groups of words, each of which may stand for the others of its group; a word may be in several. */
export class WordGroups {
  readonly #lines: string
  #others: ReadonlyMap<string, readonly string[]> | undefined

  /** @param lines a group a line, its words parted by blanks */
  constructor(lines: string) {
    this.#lines = lines
  }

  /** In normal form; none for most words. @param word in normal form */
  othersOf(word: string): readonly string[] {
    return this.#read().get(word) ?? []
  }

  /** All words of all groups, in normal form, each once. */
  words(): Iterable<string> {
    return this.#read().keys()
  }

  #read(): ReadonlyMap<string, readonly string[]> {
    // Not when the program is loaded: the first text that is brought to its normal form takes a while.
    this.#others ??= readGroups(this.#lines)
    return this.#others
  }
}

function readGroups(lines: string): ReadonlyMap<string, readonly string[]> {
  const others = new Map<string, Set<string>>()
  for (const line of lines.split('\n')) {
    const group = line.split(' ').map(normalise)
    for (const word of group) {
      const known = others.get(word) ?? new Set()
      for (const other of group) if (other !== word) known.add(other)
      others.set(word, known)
    }
  }
  return new Map(Array.from(others, ([word, all]) => [word, [...all]]))
}
