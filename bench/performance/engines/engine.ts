import type { Article } from '../../../src/domain/index.ts'
import type { Tokeniser } from '../../../src/language/index.ts'
import type { ArticleArchive } from '../../../src/search/index.ts'
import type { Query, QueryKind } from '../corpus/query.ts'

/** A search engine that is being measured. Articles are told by their ids. */
export interface Engine {
  add(articles: readonly Article[]): Promise<void>
  /** Really, so that nothing of it is left: not only a mark that it is gone. */
  remove(article: Article): Promise<void>
  /** Ids of the best articles, at most `limit`, best first. */
  find(query: Query, limit: number): Promise<readonly string[]>
  /** Writes what {@link EngineKind.load} needs. */
  save?(folder: string): Promise<void>
}

export interface EngineParts {
  readonly tokeniser: Tokeniser
  /** Only ours asks it: for the texts of its best candidates. */
  readonly archive: ArticleArchive
}

/** How to come by an engine. */
export interface EngineKind {
  /** Kinds of query that it has an answer to. */
  readonly kinds: readonly QueryKind[]
  create(parts: EngineParts): Promise<Engine>
  /** Absent where it can only be built anew. */
  load?(folder: string, parts: EngineParts): Promise<Engine>
}

/** What a peer indexes: an article's headline and body, both cut into the words that ours has. */
export interface WordFields {
  readonly id: string
  readonly headline: string
  readonly body: string
  readonly date: string
  readonly section: string
}

export const fieldsOf = ({
  id,
  headline,
  paragraphs,
  issueDate = '',
  section = '',
}: Article): WordFields => ({
  id,
  headline,
  body: paragraphs.join('\n'),
  date: issueDate,
  section,
})

/** How much a word of the headline counts beside one of the body, wherever that can be set. */
export const HEADLINE_BOOST = 4
