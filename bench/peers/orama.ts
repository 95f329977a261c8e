import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '../../src/domain/index.ts'
import type { Tokeniser } from '../../src/language/index.ts'
import type { Query } from '../performance/corpus/query.ts'
import { dayNumberOf } from '../performance/engines/day-number.ts'
import { type Engine, type EngineKind, fieldsOf, HEADLINE_BOOST } from '../performance/engines/engine.ts'
import { wordsOf } from '../performance/engines/words-of.ts'
import { loadPeer } from './load-peer.ts'

/** A database of Orama, which only Orama looks into. */
type Db = { tokenizer: object }

interface Orama {
  readonly create: (options: object) => Db
  readonly insertMultiple: (db: Db, documents: readonly object[], batchSize: number) => Promise<unknown>
  readonly remove: (db: Db, id: string) => Promise<unknown>
  readonly search: (db: Db, query: object) => Promise<{ readonly hits: readonly { readonly id: string }[] }>
}

interface Persistence {
  readonly persist: (db: Db, format: string) => Promise<ArrayBuffer>
  readonly restore: (format: string, data: Uint8Array) => Promise<Db>
}

const FILE = 'orama.bin'
/** The form in which it loads fastest. */
const FORMAT = 'seqproto'
/** Orama finds all words that begin as the one asked for; with a mark at its end that is the word itself. */
const END_MARK = '|'

/** Orama over words. It has no phrases, and keeps the texts. */
export const orama: EngineKind = {
  kinds: ['words', 'date', 'section', 'piece', 'commonWord', 'commonCharacter', 'commonPair'],
  create: async ({ tokeniser }) => {
    const { create } = await loadPeer<Orama>('@orama/orama')
    const schema = { headline: 'string', body: 'string', date: 'number', section: 'enum' }
    return engineOf(create({ schema, components: { tokenizer: tokenizerOf(tokeniser) } }))
  },
  load: async (folder, { tokeniser }) => {
    const { restore } = await loadPeer<Persistence>('@orama/plugin-data-persistence')
    const db = await restore(FORMAT, readFileSync(join(folder, FILE)))
    db.tokenizer = tokenizerOf(tokeniser)
    return engineOf(db)
  },
}

const tokenizerOf = (tokeniser: Tokeniser) => ({
  language: 'english',
  normalizationCache: new Map(),
  tokenize: (text: string) => wordsOf(tokeniser, text).map((it) => it + END_MARK),
})

async function engineOf(db: Db): Promise<Engine> {
  const { insertMultiple, remove, search } = await loadPeer<Orama>('@orama/orama')
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
    save: async (folder) => {
      const { persist } = await loadPeer<Persistence>('@orama/plugin-data-persistence')
      writeFileSync(join(folder, FILE), new Uint8Array(await persist(db, FORMAT)))
    },
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
