import { normalise, type Tokeniser } from '../language/index.ts'
import { namesExplainedIn } from './names/explained-names.ts'
import { otherFormsOf } from './query/other-forms.ts'
import type { ParsedQuery, Phrase } from './query/query.ts'
import type { ArticleArchive } from './ranking/article-archive.ts'
import type { CandidateSource } from './ranking/candidate-source.ts'
import type { OtherNames } from './ranking/names-in-plan.ts'
import { planQuery } from './ranking/query-plan.ts'
import { searchableTextOf } from './ranking/searchable-text.ts'
import { countOfText, type TermCounts } from './ranking/term-counts.ts'
import { longNamesIn } from './short-forms.ts'

/** Articles that are read for what they explain. */
const ARTICLES_READ = 10
/** What may be a name that is explained, in normal form. */
const NAME = /^[\p{sc=Han}a-z0-9·-]{2,20}$/u
const EXPLAINING = ['简称', '又称', '俗称', '亦称']
/** What may be a short form: of two characters too many words side by side begin with them. */
const SHORT_FORM = /^(?![第一二两三四五六七八九十几])\p{sc=Han}{3,4}$/u
/** Articles that are read for the long name, and characters of it. */
const ARTICLES_WITH_NAME = 40
const LONGEST_NAME = 14
/** Long names that are taken, those of most articles first, and the articles that each must stand in. */
const LONG_NAMES = 2
const LEAST_ARTICLES = 2

/**
 * Adds to the parts of a query the other names that the archive itself explains (…（以下简称…）), of names that neither the
 * dictionary nor our table knows; and of a word that stands nowhere, the names of which it is a short form
 * (意外险: 意外伤害保险). They are read when they are asked for, so they are always those of the archive as it is. Quotation marks
 * turn this off.
 */
export async function withExplainedNames(
  query: ParsedQuery,
  {
    source,
    counts,
    tokeniser,
    archive,
  }: {
    readonly source: CandidateSource
    readonly counts: TermCounts
    readonly tokeniser: Tokeniser
    readonly archive: ArticleArchive
  },
): Promise<{ readonly query: ParsedQuery; readonly names: readonly OtherNames[] }> {
  const names: OtherNames[] = []
  const wanted: (readonly Phrase[])[] = []
  for (const alternatives of query.wanted) {
    const [phrase] = alternatives
    const name = normalise(phrase?.text ?? '')
    const mayBeName =
      phrase !== undefined &&
      alternatives.length === 1 &&
      !phrase.exact &&
      phrase.field === undefined &&
      phrase.dates === undefined &&
      NAME.test(name) &&
      otherFormsOf(name).length === 0
    const mayBeExplained =
      mayBeName && !tokeniser.knows(name) && EXPLAINING.some((it) => counts.countTogether([it, name]) > 0)
    const told = mayBeExplained ? await namesOf(name) : []
    const isAbsent = mayBeName && SHORT_FORM.test(name) && countOfText(counts, name) === 0
    const explained = told.length === 0 && isAbsent ? await longNamesOf(name) : told
    wanted.push([...alternatives, ...explained.map((text): Phrase => ({ text, exact: true }))])
    if (explained.length > 0) names.push({ text: phrase?.text ?? name, names: explained })
  }
  return { query: names.length > 0 ? { ...query, wanted } : query, names }

  async function namesOf(name: string): Promise<readonly string[]> {
    return namesExplainedIn(await textsHolding([[name], EXPLAINING], ARTICLES_READ), name)
  }

  async function longNamesOf(name: string): Promise<readonly string[]> {
    const [start, end] = [name.slice(0, 2), name.slice(-1)]
    const texts = await textsHolding([[start], [end]], ARTICLES_WITH_NAME)
    const names = new Set(
      texts.flatMap((text) => {
        const places = text.split(start).map((it) => it.length)
        let at = -start.length
        return places.slice(0, -1).flatMap((length) => {
          at += length + start.length
          return longNamesIn(tokeniser.wordsOf(text.slice(at, at + LONGEST_NAME)), name)
        })
      }),
    )
    return Array.from(names, (it) => ({ it, count: countOfText(counts, it) }))
      .filter(({ count }) => count >= LEAST_ARTICLES)
      .toSorted((a, b) => b.count - a.count)
      .slice(0, LONG_NAMES)
      .map(({ it }) => it)
  }

  /** The texts of the best articles that hold one of each of some lists. */
  async function textsHolding(lists: readonly (readonly string[])[], most: number) {
    const wanted = lists.map((texts) => texts.map((text) => ({ text, exact: true })))
    const { candidates } = await source.find(planQuery({ wanted, excluded: [], filter: {} }, tokeniser), {
      filter: {},
      order: 'relevance',
      window: { from: 0, to: most },
    })
    const articles = await archive.getMany(candidates.map(({ id }) => id))
    return articles.flatMap((it) => (it === undefined ? [] : [searchableTextOf(it).all]))
  }
}
