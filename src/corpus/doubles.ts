import { type Article, LARGEST_DAY } from '../domain/index.ts'
import { bodyLetters, hashRuns, lettersOf } from './article-letters.ts'
import type { Page } from './articles/page.ts'
import { daysOfUndated } from './days-of-undated.ts'
import { rankOfForm } from './files/best-forms.ts'

/** Letters in a row: two articles share so many by chance only seldom. */
const RUN = 6
/** Of the runs of an article, so many stand in better forms if it is the same: 3 % of wrong characters break a sixth of them. */
const SAME = 0.8
/** So much of a page whose paper is not known stands in another form if it is the same page. */
const SAME_PAGE = 0.5
/** Wherever less than this is in an article, its headline must be the same too. */
const FEWEST_RUNS = 12

/**
 * Finds the articles of one day that stand there in a better form too: cut by their source rather than from a PDF,
 * from a PDF rather than from text. The files may have any names, and a page may be cut otherwise in each: what counts
 * is how much of an article's text the better forms hold (containment of its runs of letters, after Broder 1997).
 * Of two in one form the one that has a day is better.
 * @param articles of one day, with or without some that have none, or all that have none; those of several papers are told apart. More than `LARGEST_DAY` are not compared
 */
export function findDoubles<Piece extends Article>(articles: readonly Piece[]): ReadonlySet<Piece> {
  if (articles.length > LARGEST_DAY) return new Set()
  const byRank = grouped(articles, rankOf)
  const ranks = [...byRank.keys()].toSorted((a, b) => a - b)
  const doubles = new Set<Piece>()
  const better = createHeld()
  for (const rank of ranks) {
    const those = byRank.get(rank) ?? []
    if (rank !== ranks[0]) for (const it of doublesAmong(those, better)) doubles.add(it)
    for (const it of those) better.add(it)
  }
  return doubles
}

/**
 * Looks for articles in all that is of one day, whatever their form: what has a day is the better of two.
 * @param day its articles
 * @returns which articles of a page, or of several, stand there too; none if the day is larger than `LARGEST_DAY`
 */
export function findOnDay(
  day: readonly Article[],
): <Piece extends Article>(pages: readonly Piece[]) => ReadonlySet<Piece> {
  if (day.length > LARGEST_DAY) return () => new Set()
  const held = createHeld()
  for (const it of day) held.add(it)
  return (pages) => new Set(doublesAmong(pages, held))
}

/** The form first, then whether the day is known. */
const rankOf = ({ source, issueDate }: Article): number =>
  rankOfForm(source.file) * 2 + (issueDate === undefined ? 1 : 0)

/**
 * {@link findDoubles} in pages: each page without those of its articles that stand in a better form too. Pages without
 * a day are compared with one another and with the days on which their text may stand; those of two days never are, for
 * papers print again what others printed.
 */
export function withoutDoubles(pages: readonly Page[]): readonly Page[] {
  const days = grouped(pages, ({ date }) => date)
  const doubles = new Set<Article>()
  const note = (those: readonly Page[], counts: (it: Article) => boolean = () => true) => {
    for (const it of findDoubles(those.flatMap(({ articles }) => articles))) if (counts(it)) doubles.add(it)
  }
  const mayStandOn = grouped(
    [...daysOfUndated(pages)].flatMap(([page, its]) => [...its].map((day) => ({ page, day, of: its.size }))),
    ({ day }) => day,
  )
  for (const [day, those] of days) {
    const undated = day === undefined ? [] : (mayStandOn.get(day) ?? [])
    const ofThisDay = [...those, ...undated.filter(({ of }) => of === 1).map(({ page }) => page)]
    note(countArticles(ofThisDay) > LARGEST_DAY ? those : ofThisDay)
    // What stands on several days may not hide it on all of them.
    const ofSeveral = undated.filter(({ of }) => of > 1).map(({ page }) => page)
    if (ofSeveral.length > 0) note([...those, ...ofSeveral], ({ issueDate }) => issueDate === undefined)
  }
  if (doubles.size === 0) return pages
  return pages.map((page) => ({ ...page, articles: page.articles.filter((it) => !doubles.has(it)) }))
}

const countArticles = (pages: readonly Page[]): number =>
  pages.reduce((sum, { articles }) => sum + articles.length, 0)

function doublesAmong<Piece extends Article>(those: readonly Piece[], better: Held): readonly Piece[] {
  const found = those.map((article) => {
    const runs = runsOf(bodyLetters(article))
    const held = better.share(article, runs)
    return { article, runs, ...held, isSame: isSame(article, runs, held, better) }
  })
  const pages = grouped(found, ({ article: { source, page } }) => `${source.file}\n${page}`)
  return [...pages.values()].flatMap((page) => {
    const all = page.reduce((sum, { runs }) => sum + runs.size, 0)
    const held = page.reduce((sum, { runs, share }) => sum + runs.size * share, 0)
    return page
      .filter(({ isSame: same, ofPaper }) => same && (ofPaper || held >= all * SAME_PAGE))
      .map(({ article }) => article)
  })
}

interface Share {
  /** Of the runs of an article, 0 to 1. */
  readonly share: number
  /** Whether the same paper holds them; else one of the two papers is not known. */
  readonly ofPaper: boolean
}

function isSame(article: Article, runs: ReadonlySet<number>, { share }: Share, better: Held): boolean {
  if (runs.size >= FEWEST_RUNS) return share >= SAME
  return better.hasHeadline(article) && (runs.size === 0 || share >= SAME)
}

/** What better forms hold, by paper. */
interface Held {
  add(article: Article): void
  share(article: Article, runs: ReadonlySet<number>): Share
  hasHeadline(article: Article): boolean
}

function createHeld(): Held {
  const runsByPaper = new Map<string, Set<number>>()
  const headlines = new Set<string>()
  const count = (runs: ReadonlySet<number>, paper: string) => {
    const held = runsByPaper.get(paper)
    return held === undefined ? 0 : [...runs].filter((run) => held.has(run)).length
  }
  return {
    add: (article) => {
      const { paper = '', headline } = article
      const held = runsByPaper.get(paper) ?? new Set()
      for (const run of runsOf(bodyLetters(article))) held.add(run)
      runsByPaper.set(paper, held)
      headlines.add(lettersOf(headline))
    },
    share: ({ paper = '' }, runs) => {
      const papers = paper === '' ? [...runsByPaper.keys()] : [paper, '']
      const counts = papers.map((it) => ({ paper: it, count: count(runs, it) }))
      const most = counts.toSorted((a, b) => b.count - a.count)[0]
      return {
        share: (most?.count ?? 0) / Math.max(1, runs.size),
        ofPaper: paper !== '' && most?.paper === paper,
      }
    },
    hasHeadline: ({ headline }) => headlines.has(lettersOf(headline)),
  }
}

/** The runs of a text as numbers. */
const runsOf = (letters: string): ReadonlySet<number> => new Set(hashRuns(letters, RUN))

function grouped<Key, Value>(values: readonly Value[], keyOf: (value: Value) => Key) {
  const groups = new Map<Key, Value[]>()
  for (const value of values) {
    const group = groups.get(keyOf(value))
    if (group) group.push(value)
    else groups.set(keyOf(value), [value])
  }
  return groups
}
