/** A line of a page, and how it begins: so it is told whether a correction still fits. */
export interface Mark {
  /** From 1. */
  readonly line: number
  /** Never empty. */
  readonly text: string
}

/** The parts of a title, as they are named in a correction. */
export const TITLE_ROLES = ['headline', 'kicker', 'deck'] as const

/** One thing that an operator says of how a page is cut into articles. An article is named by one of its lines. */
export type Correction =
  /** Two or more articles are one, in this order. The titles of all but the first become sub-heads. */
  | { readonly kind: 'join'; readonly articles: readonly Mark[] }
  /** From a line of its body on, an article is another article. A sub-head there becomes its headline. */
  | { readonly kind: 'split'; readonly at: Mark }
  /** The lines of an article's title, wherever they stand now. Lines that it had before and that are not named are left over. */
  | ({ readonly kind: 'headline'; readonly of: Mark } & Readonly<
      Record<(typeof TITLE_ROLES)[number], readonly Mark[]>
    >)
  /** The parts of an article's body that begin with these lines stand in this order. */
  | { readonly kind: 'order'; readonly parts: readonly Mark[] }

type TitleCorrection = Extract<Correction, { kind: 'headline' }>

/** The lines of each part of a title. */
export const rolesOf = (
  it: TitleCorrection,
): readonly (readonly [role: (typeof TITLE_ROLES)[number], marks: readonly Mark[]])[] =>
  TITLE_ROLES.map((role) => [role, it[role]])

/** All lines that a correction names; the first tells on which page of a file it is. */
export function marksOf(it: Correction): readonly Mark[] {
  if (it.kind === 'join') return it.articles
  if (it.kind === 'split') return [it.at]
  if (it.kind === 'order') return it.parts
  return [it.of, ...rolesOf(it).flatMap(([, marks]) => marks)]
}
