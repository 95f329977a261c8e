import { randomBytes } from 'node:crypto'
import type { ListStore, SavedList } from './lists.ts'

const MOST_LISTS = 10_000
const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567'

/** Keeps the latest {@link MOST_LISTS} lists until the process ends; the oldest go first. */
export function createMemoryLists(): ListStore {
  const byId = new Map<string, SavedList>()
  return {
    save: async (list) => {
      const id = randomId()
      byId.set(id, list)
      for (const oldest of byId.keys()) {
        if (byId.size <= MOST_LISTS) break
        byId.delete(oldest)
      }
      return id
    },
    get: async (id) => byId.get(id),
  }
}

const randomId = () => Array.from(randomBytes(8), (byte) => ALPHABET.charAt(byte & 31)).join('')
