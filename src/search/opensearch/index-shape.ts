import type { Article } from '../../domain/index.ts'
import { normalise, type Tokeniser } from '../../language/index.ts'
import type { ArticleChange } from '../ranking/candidate-source.ts'
import { saturationOf } from '../term-index/bm25.ts'
import { barePage, dayNumber } from '../term-index/document-values.ts'
import { FIELDS, type Field, textOfFields } from '../term-index/fields.ts'

/** What an index was made by, and of which archive: it stands in `_meta` of its mapping. */
export interface IndexOrigin {
  /** See `readIndexRules`, and {@link SHAPE_VERSION}. */
  readonly rules: string
  /** See `ArchiveState`. */
  readonly archive: string
}

/** How many different terms a field has on average: what the length of an article is measured by. */
export type AverageLengths = Readonly<Record<Field, number>>

/** Raised with every change of the shape below. */
export const SHAPE_VERSION = 2

/** Between a term and its weight; no term holds it. */
const MARK = '|'
/**
 * Stands in a field that is empty; no term is like it. The server takes as the number of articles, for how rare a term is,
 * those that have the field.
 */
const EMPTY = '∅|1'
/** Weights are whole numbers on the server. */
export const SCALE = 1000

const weighted = {
  type: 'text',
  analyzer: 'weighted',
  similarity: 'weighted',
  index_options: 'freqs',
  norms: false,
}

/**
 * Settings and mapping of an index. The terms are ours, joined with blanks, each once and with its weight: the part of BM25+
 * that does not depend on other articles. The server takes the weight for a frequency, and with a `k1` beyond all
 * frequencies its score is the inverse document frequency times the weight, which is just what the index in memory
 * gives. Its own length of a field counts repeated terms, and keeps three bits of them.
 *
 * `all` holds the terms of all fields without weights: a clause is one look there, and not one in each field.
 */
export const indexShape = (
  origin: IndexOrigin,
  averages: AverageLengths,
  shards: number,
  refreshInterval: string,
) => ({
  settings: {
    index: {
      number_of_shards: shards,
      auto_expand_replicas: '0-1',
      refresh_interval: refreshInterval,
      similarity: { weighted: { type: 'BM25', k1: 1e6, b: 0 } },
    },
    analysis: {
      // Unless told the server would cut a term behind 255 characters.
      tokenizer: { blanks: { type: 'whitespace', max_token_length: 8000 } },
      filter: {
        weight: { type: 'delimited_term_freq', delimiter: MARK },
        bare: { type: 'pattern_replace', pattern: `\\${MARK}\\d+$`, replacement: '' },
      },
      analyzer: {
        weighted: { type: 'custom', tokenizer: 'blanks', filter: ['weight'] },
        bare: { type: 'custom', tokenizer: 'blanks', filter: ['bare'] },
      },
    },
  },
  mappings: {
    dynamic: 'strict',
    _meta: { paperboy: { ...origin, averages } },
    // Nothing is read but columns; an index is made anew from the database.
    _source: { enabled: false },
    properties: {
      ...Object.fromEntries(FIELDS.map((name) => [name, { ...weighted, copy_to: 'all' }])),
      all: { type: 'text', analyzer: 'bare', norms: false, index_options: 'docs' },
      id: { type: 'keyword', index: false },
      printed: { type: 'keyword', index: false },
      date: { type: 'integer' },
      number: { type: 'long' },
      paper: { type: 'keyword' },
      section: { type: 'keyword' },
      page: { type: 'keyword' },
      hash: { type: 'keyword', index: false },
    },
  },
})

/** An article as the index holds it. What is missing in it cannot be filtered by. */
export function documentOf(
  { id, article, revision, hash }: ArticleChange & { readonly article: Article },
  tokeniser: Tokeniser,
  averages: AverageLengths,
): object {
  const fields = textOfFields(article)
  const date = dayNumber(article.issueDate ?? '')
  return {
    ...Object.fromEntries(
      FIELDS.map((name) => [name, weightedTerms(fields[name], tokeniser, averages[name])]),
    ),
    id,
    printed: article.headline.slice(0, LONGEST_COLUMN),
    ...(date > 0 && { date }),
    number: revision,
    paper: normalise(article.paper ?? ''),
    section: normalise(article.section ?? ''),
    page: barePage(article.page ?? ''),
    ...(hash !== undefined && { hash }),
  }
}

function weightedTerms(text: string, tokeniser: Tokeniser, average: number): string {
  const frequencies = countTerms(text, tokeniser)
  if (frequencies.size === 0) return EMPTY
  return Array.from(
    frequencies,
    ([term, frequency]) =>
      `${term}${MARK}${Math.max(1, Math.round(SCALE * saturationOf(frequency, frequencies.size, average)))}`,
  ).join(' ')
}

function countTerms(text: string, tokeniser: Tokeniser): ReadonlyMap<string, number> {
  const frequencies = new Map<string, number>()
  for (const term of tokeniser.termsOf(text)) frequencies.set(term, (frequencies.get(term) ?? 0) + 1)
  return frequencies
}

/** The server takes 32,766 bytes for a value of a column. */
const LONGEST_COLUMN = 8000

/** Of an archive with nothing in it yet: that of short news. */
const USUAL: AverageLengths = { headline: 25, deck: 10, byline: 2, body: 450 }
/** Where nearly no article has a field, those that do are not long. */
const SHORTEST = 0.1

/** Averages over some articles. */
export function averagesOf(articles: readonly Article[], tokeniser: Tokeniser): AverageLengths {
  if (articles.length === 0) return USUAL
  const mean = (name: Field) =>
    articles.reduce((sum, it) => sum + countTerms(textOfFields(it)[name], tokeniser).size, 0) /
    articles.length
  const of = (name: Field) => Math.max(SHORTEST, mean(name))
  return { headline: of('headline'), deck: of('deck'), byline: of('byline'), body: of('body') }
}
