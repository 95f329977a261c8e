import type { Article } from '../../domain/index.ts'
import { normalise, type Tokeniser } from '../../language/index.ts'
import { parseQuery } from '../query/parse-query.ts'
import type { SearchFilter } from '../query/query.ts'
import { readQuestion } from '../query/question.ts'
import { barePage } from '../term-index/document-values.ts'
import { planQuery } from './query-plan.ts'
import { matchesTermClause, type SearchableText } from './searchable-text.ts'
import { standsWhole } from './stands-whole.ts'

/**
 * A query as a test of single articles: one passes if it holds all that is asked for, as it is written. Nothing is
 * corrected or relaxed, and what else there is in the archive makes no difference. A query that asks nothing passes none.
 */
export function queryMatcherOf(
  query: string,
  tokeniser: Tokeniser,
): (article: Article, text: SearchableText) => boolean {
  const { understood, problems } = parseQuery(query)
  if (problems.some(({ kind }) => kind === 'nothingAsked')) return () => false
  const { clauses, excluded, filter } = planQuery(readQuestion(understood, tokeniser).query, tokeniser)
  // What the segmenter left over between words are particles mostly: search asks for them only to find a misspelling.
  const wanted = clauses.filter(({ residue }) => !residue)
  return (article, text) =>
    passes(article, filter) &&
    wanted.every(({ alternatives }) =>
      alternatives.some(
        (it) => matchesTermClause(text, it) && (it.isExact || standsWhole(it, text, tokeniser)),
      ),
    ) &&
    !excluded.some((it) => matchesTermClause(text, it))
}

function passes(article: Article, { section, paper, page, from, to }: SearchFilter): boolean {
  const { issueDate = '' } = article
  return (
    (section === undefined || normalise(article.section ?? '').includes(normalise(section))) &&
    (paper === undefined || normalise(article.paper ?? '').includes(normalise(paper))) &&
    (page === undefined || barePage(article.page ?? '') === barePage(page)) &&
    (from === undefined || issueDate >= from) &&
    (to === undefined || (issueDate !== '' && issueDate <= to))
  )
}
