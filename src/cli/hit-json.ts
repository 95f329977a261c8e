import type { Hit } from '../search/index.ts'

/** A hit in the form of docs/architecture.md. */
export const hitJson = ({ article, score, excerpts }: Hit) => ({
  id: article.id,
  sourceId: article.sourceId,
  headline: article.headline,
  // A field of the contract is always there; JSON says null where there is nothing to say.
  date: article.issueDate ?? null,
  paper: article.paper ?? null,
  page: article.page ?? null,
  file: article.source.file,
  score,
  excerpts,
})
