import { normalise, type Tokeniser } from '../language/index.ts'
import { namesExplainedIn } from './names/explained-names.ts'
import { otherFormsOf } from './query/other-forms.ts'
import type { ParsedQuery, Phrase } from './query/query.ts'
import type { ArticleArchive } from './ranking/article-archive.ts'
import type { CandidateSource } from './ranking/candidate-source.ts'
import type { OtherNames } from './ranking/names-in-plan.ts'
import { planQuery } from './ranking/query-plan.ts'
import { searchableTextOf } from './ranking/searchable-text.ts'
import type { TermCounts } from './ranking/term-counts.ts'

/** Articles that are read for what they explain. */
const ARTICLES_READ = 10
/** What may be a name that is explained, in normal form. */
const NAME = /^[\p{sc=Han}a-z0-9·-]{2,20}$/u
const EXPLAINING = ['简称', '又称', '俗称', '亦称']

/**
 * Adds to the parts of a query the other names that the archive itself explains (…（以下简称…）), of names that neither the
 * dictionary nor our table knows. They are read from the articles when they are asked for, so they are always those of the
 * archive as it is. Quotation marks turn this off.
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
    const mayBeExplained =
      phrase !== undefined &&
      alternatives.length === 1 &&
      !phrase.exact &&
      phrase.field === undefined &&
      phrase.dates === undefined &&
      NAME.test(name) &&
      !tokeniser.knows(name) &&
      otherFormsOf(name).length === 0 &&
      EXPLAINING.some((it) => counts.countTogether([it, name]) > 0)
    const explained = mayBeExplained ? await namesOf(name) : []
    wanted.push([...alternatives, ...explained.map((text): Phrase => ({ text, exact: true }))])
    if (explained.length > 0) names.push({ text: phrase?.text ?? name, names: explained })
  }
  return { query: names.length > 0 ? { ...query, wanted } : query, names }

  async function namesOf(name: string): Promise<readonly string[]> {
    const asked = [[name], EXPLAINING].map((texts) => texts.map((text) => ({ text, exact: true })))
    const { candidates } = await source.find(
      planQuery({ wanted: asked, excluded: [], filter: {} }, tokeniser),
      {
        filter: {},
        order: 'relevance',
        window: { from: 0, to: ARTICLES_READ },
      },
    )
    const articles = await archive.getMany(candidates.map(({ id }) => id))
    return namesExplainedIn(
      articles.flatMap((it) => (it === undefined ? [] : [searchableTextOf(it).all])),
      name,
    )
  }
}
