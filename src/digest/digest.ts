import type { ArticleId } from '../domain/index.ts'

/** What a digest tells of one article. */
export interface Story {
  readonly id: ArticleId
  readonly headline: string
  /** One sentence of the article as it was printed; absent if it has no text. */
  readonly summary?: string
  /** Topics of the subscription that it was chosen for, in their order; empty if it names none. */
  readonly topics: readonly string[]
  /** Articles that tell the same, or of the same matter, and are shown with it. */
  readonly doubles: readonly ArticleId[]
  /** In a round-up: the latest article on the matter, which says what came of it; one of the doubles. */
  readonly followUp?: ArticleId
}

/** The stories of one section of the paper, as a group of the digest. */
export interface DigestSection {
  /** As printed; absent for stories without a section. */
  readonly section?: string
  /** Most prominent first. */
  readonly stories: readonly [Story, ...Story[]]
}

/** The pick of an issue, or of the issues of several days, before anybody makes a message of it. */
export interface DayDigest {
  /** First day, `YYYY-MM-DD`, if there are several. */
  readonly from?: string
  /** Day of the issue, `YYYY-MM-DD`, or the last one; absent if it has none. */
  readonly date?: string
  /** In the order of the paper; stories without a section last. Of several days: one, by weight. Empty if nothing was chosen. */
  readonly sections: readonly DigestSection[]
}

/** All articles that a digest shows, doubles included: what the place will not be shown again. */
export const articleIdsOf = ({ sections }: DayDigest): readonly ArticleId[] =>
  sections.flatMap(({ stories }) => stories.flatMap(({ id, doubles }) => [id, ...doubles]))
