import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Article } from '../../src/domain/index.ts'
import type { Tokeniser } from '../../src/language/index.ts'
import type { Query } from '../performance/corpus/query.ts'
import { dayNumberOf } from '../performance/engines/day-number.ts'
import { type Engine, type EngineKind, fieldsOf, HEADLINE_BOOST } from '../performance/engines/engine.ts'
import { wordsOf } from '../performance/engines/words-of.ts'
import { loadPeer } from './load-peer.ts'

/** A database of Orama, which only Orama looks into. */
type Db = object

interface Orama {
  readonly create: (options: object) => Db
  readonly insertMultiple: (db: Db, documents: readonly object[], batchSize: number) => Promise<unknown>
  readonly remove: (db: Db, id: string) => Promise<unknown>
  readonly save: (db: Db) => object
  readonly load: (db: Db, saved: unknown) => void
  readonly search: (db: Db, query: object) => Promise<{ readonly hits: readonly { readonly id: string }[] }>
}

const FILE = 'orama.bin'
const SCHEMA = { headline: 'string', body: 'string', date: 'number', section: 'enum' }
/** Orama finds all words that begin as the one asked for; with a mark at its end that is the word itself. */
const END_MARK = '|'

/**
 * Orama over words. It has no phrases, and keeps the texts. What it gives to save is written by V8: of the formats of
 * its own plugin one ends at 16 MiB, the others at the longest string, and all take longer to read.
 */
export const orama: EngineKind = {
  kinds: ['words', 'date', 'section', 'piece', 'commonWord', 'commonCharacter', 'commonPair'],
  create: async ({ tokeniser }) => {
    const { create } = await loadPeer<Orama>('@orama/orama')
    return engineOf(create({ schema: SCHEMA, components: { tokenizer: tokenizerOf(tokeniser) } }))
  },
  load: async (folder, { tokeniser }) => {
    const { create, load } = await loadPeer<Orama>('@orama/orama')
    const db = create({ schema: SCHEMA, components: { tokenizer: tokenizerOf(tokeniser) } })
    load(db, deserialize(readFileSync(join(folder, FILE))))
    return engineOf(db)
  },
}

const tokenizerOf = (tokeniser: Tokeniser) => ({
  language: 'english',
  normalizationCache: new Map(),
  tokenize: (text: string) => wordsOf(tokeniser, text).map((it) => it + END_MARK),
})

async function engineOf(db: Db): Promise<Engine> {
  const { insertMultiple, remove, save, search } = await loadPeer<Orama>('@orama/orama')
  return {
    add: async (articles) => void (await insertMultiple(db, articles.map(documentOf), articles.length)),
    remove: async ({ id }) => void (await remove(db, id)),
    find: async (query, limit) => {
      const { hits } = await search(db, {
        term: query.text,
        properties: ['headline', 'body'],
        boost: { headline: HEADLINE_BOOST },
        threshold: 1,
        limit,
        ...whereOf(query),
      })
      return hits.map((it) => it.id)
    },
    save: async (folder) => writeFileSync(join(folder, FILE), serialize(save(db))),
  }
}

function documentOf(article: Article): object {
  const { date, ...fields } = fieldsOf(article)
  return { ...fields, date: dayNumberOf(date) }
}

function whereOf({ filter }: Query): object {
  if (filter === undefined) return {}
  const { from, to, section } = filter
  if (section !== undefined) return { where: { section: { eq: section } } }
  return { where: { date: { between: [dayNumberOf(from ?? ''), dayNumberOf(to ?? '')] } } }
}
