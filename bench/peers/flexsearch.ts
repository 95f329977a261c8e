import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Tokeniser } from '../../src/language/index.ts'
import { type Engine, type EngineKind, fieldsOf } from '../performance/engines/engine.ts'
import { wordsOf } from '../performance/engines/words-of.ts'
import { loadPeer } from './load-peer.ts'

interface FlexDocument {
  add(document: object): void
  remove(id: string): void
  search(options: object): readonly { readonly result: readonly string[] }[]
  export(keep: (key: string, data: string) => void): Promise<void>
  import(key: string, data: string): void
}

interface FlexSearch {
  readonly Document: new (options: object) => FlexDocument
}

const FOLDER = 'flexsearch'
/** Steps of its score, which is the place of a word in its text; more of them lifted MRR from .977 to .984. */
const RESOLUTION = 30

/**
 * FlexSearch over words, headline and body as one text: what stands first counts most, so the headline does, and all
 * of several fields merged found less and took longer. It has neither phrases nor ranges; a section is a tag.
 */
export const flexsearch: EngineKind = {
  kinds: ['words', 'section', 'piece', 'commonWord', 'commonCharacter', 'commonPair'],
  create: async ({ tokeniser }) => engineOf(await openDocument(tokeniser)),
  load: async (folder, { tokeniser }) => {
    const index = await openDocument(tokeniser)
    for (const file of readdirSync(join(folder, FOLDER)))
      index.import(decodeURIComponent(file), readFileSync(join(folder, FOLDER, file), 'utf8'))
    return engineOf(index)
  },
}

async function openDocument(tokeniser: Tokeniser): Promise<FlexDocument> {
  const { Document } = await loadPeer<FlexSearch>('flexsearch')
  const encode = (text: string) => wordsOf(tokeniser, text)
  return new Document({
    document: {
      id: 'id',
      index: [{ field: 'text', tokenize: 'strict', resolution: RESOLUTION, encode }],
      tag: [{ field: 'section' }],
    },
  })
}

function engineOf(index: FlexDocument): Engine {
  return {
    add: async (articles) => {
      for (const { id, headline, body, section } of articles.map(fieldsOf))
        index.add({ id, section, text: `${headline}\n${body}` })
    },
    remove: async ({ id }) => index.remove(id),
    find: async ({ text, filter }, limit) => {
      const tag = filter?.section === undefined ? {} : { tag: { section: filter.section } }
      const [found] = index.search({ query: text, field: 'text', suggest: true, limit, ...tag })
      return found?.result ?? []
    },
    save: async (folder) => {
      mkdirSync(join(folder, FOLDER), { recursive: true })
      await index.export((key, data) => {
        if (data) writeFileSync(join(folder, FOLDER, encodeURIComponent(key)), data)
      })
    },
  }
}
