import { type ArticleId, hashUnits } from '../domain/index.ts'

/** What a chat could be shown of one day: those of its articles that the subscription chooses. */
export interface IssueOffer {
  /** `YYYY-MM-DD`; absent for all that has no date. */
  readonly date?: string
  readonly ids: readonly ArticleId[]
}

/** The articles that the next digest of a chat is made from, and why they were picked. */
export interface IssuePick {
  /**
   * `newIssue`: the newest one, of which the chat has seen nothing. `onThisDay` (历史上的今天): of the same day of another
   * year. `fromTheArchive` (旧报重读): any other one.
   */
  readonly kind: 'newIssue' | 'onThisDay' | 'fromTheArchive'
  readonly date?: string
  /** What of it the chat has not seen in this round. Never empty. */
  readonly ids: readonly ArticleId[]
  /** The chat has seen all that there is: with this pick a new round begins, and what it has seen is to be forgotten. */
  readonly startsOver: boolean
}

/** What the pick of an issue depends on: the issues there are, and what the chat knows of them. */
export interface PickRequest {
  /** In any order. */
  readonly issues: readonly IssueOffer[]
  /** What the chat has been shown in this round. */
  readonly shown: ReadonlySet<ArticleId>
  /** The day where the chat lives, `YYYY-MM-DD`. */
  readonly today: string
  /** Any text that is the chat's own: chats with different ones read the archive in different orders. */
  readonly seed: string
  /** Give the newest issue if it is new, and nothing else. */
  readonly newOnly?: boolean
}

/**
 * Which issue a chat is given: the newest one not seen yet, else what is left of an issue of this day of the year, of
 * the latest year first, else of any other, in an order that seems random. The same request always gives the same pick.
 * @returns undefined if there is nothing at all, or nothing new and only that is wanted
 */
export function pickIssue({
  issues,
  shown,
  today,
  seed,
  newOnly = false,
}: PickRequest): IssuePick | undefined {
  const offers = issues.filter(({ ids }) => ids.length > 0).toSorted(newestFirst)
  const [newest] = offers
  if (!newest) return undefined
  if (!newest.ids.some((id) => shown.has(id))) return { ...newest, kind: 'newIssue', startsOver: false }
  if (newOnly) return undefined

  const left = offers.flatMap((offer): IssueOffer[] => {
    const ids = offer.ids.filter((id) => !shown.has(id))
    return ids.length > 0 ? [{ ...offer, ids }] : []
  })
  // A new round begins with the newest issue: were it left for later, it would be taken for new once more.
  if (left.length === 0) return { ...newest, kind: 'fromTheArchive', startsOver: true }
  const sameDay = left.find(({ date }) => date !== undefined && date < today && isSameDay(date, today))
  if (sameDay) return { ...sameDay, kind: 'onThisDay', startsOver: false }
  const orderOf = ({ date = '' }: IssueOffer) => hashUnits(`${seed} ${date}`) >>> 0
  const [any] = left.toSorted((a, b) => orderOf(a) - orderOf(b))
  return any && { ...any, kind: 'fromTheArchive', startsOver: false }
}

const newestFirst = ({ date: a = '' }: IssueOffer, { date: b = '' }: IssueOffer) =>
  a === b ? 0 : a < b ? 1 : -1

const isSameDay = (date: string, today: string) => date.slice(4) === today.slice(4)
