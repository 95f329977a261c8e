import { type Article, type ArticleId, addDays } from '../domain/index.ts'
import type { Subscription } from '../store/index.ts'
import type { TopicScope } from './choose-by-topics.ts'
import type { DayDigest } from './digest.ts'
import { type IssueOffer, type IssuePick, pickIssue } from './pick-issue.ts'
import { type Days, daysSinceLast, eachDay } from './round-up/last-days.ts'

/** What a chat is given on a day. */
export interface Edition {
  /**
   * A new issue that is not of this day is only the newest one (`newestIssue`); `ofDay`: somebody asked for that day;
   * `week`, `days`: all issues since the digest before, of a whole week or less.
   */
  readonly kind: IssuePick['kind'] | 'newestIssue' | 'ofDay' | 'week' | 'days'
  /** With this edition a new round through the archive begins: what the chat has been shown is to be forgotten. */
  readonly startsOver: boolean
  /** Never without stories. */
  readonly digest: DayDigest
}

/** For whom the digest is, and on which day. */
export interface EditionRequest {
  readonly subscription: Pick<Subscription, 'chatId' | 'topics' | 'length' | 'skipWhenEmpty' | 'weekdays'>
  /** What the chat has been shown in this round. */
  readonly shown: ReadonlySet<ArticleId>
  /** The day where the chat lives, `YYYY-MM-DD`. */
  readonly today: string
  /** The day on which it should come, `YYYY-MM-DD`; today unless told. */
  readonly dueDay?: string
}

/** Articles that topics choose, each with the topics that chose it. */
type Chosen = ReadonlyMap<ArticleId, readonly string[]>

/** An issue of which a digest is to be made. */
export interface ComposeRequest extends Pick<EditionRequest['subscription'], 'topics' | 'length'> {
  readonly pick: IssuePick
  readonly chosen: Chosen | undefined
}

/** Issues of which a round-up is to be made. */
export interface RoundUpRequest extends Omit<ComposeRequest, 'pick'> {
  /** Days that have issues, the earliest first. */
  readonly dates: readonly string[]
}

/** Where an edition comes from. */
export interface EditionSources {
  /** Day of the newest issue. */
  newest(): Promise<string | undefined>
  issue(date: string): Promise<readonly Article[]>
  /** All issues. */
  offers(): Promise<readonly IssueOffer[]>
  choose(request: TopicScope & { readonly topics: readonly string[] }): Promise<Chosen>
  compose(request: ComposeRequest): Promise<DayDigest>
  roundUp(request: RoundUpRequest): Promise<DayDigest>
}

/**
 * The digest of a chat for today. Where digests do not come daily: of all issues since the one before. Else of the
 * newest issue if it is new, else of what the archive has and the chat has not seen; see {@link pickIssue}.
 */
export async function prepareEdition(
  sources: EditionSources,
  asked: EditionRequest,
): Promise<Edition | undefined> {
  const { subscription, shown, today } = asked
  const { chatId, topics, length, skipWhenEmpty } = subscription
  const request = { shown, today, seed: `${chatId}` }
  const choose = async (days?: Days): Promise<Chosen | undefined> =>
    topics.length === 0 ? undefined : sources.choose({ topics, ...(days && { days }), today })
  const tell = async (pick: IssuePick, chosen: Chosen | undefined): Promise<Edition> => ({
    kind: pick.kind === 'newIssue' && pick.date !== today ? 'newestIssue' : pick.kind,
    startsOver: pick.startsOver,
    digest: await sources.compose({ pick, chosen, topics, length }),
  })

  const date = await sources.newest()
  if (date !== undefined) {
    const roundUp = await prepareRoundUp(sources, asked, date, choose)
    if (roundUp) return roundUp
    const chosen = await choose({ from: date, to: date })
    const ids = (await sources.issue(date)).map(({ id }) => id)
    const pick = pickIssue({ ...request, issues: [narrow({ date, ids }, chosen)], newOnly: true })
    if (pick) return tell(pick, chosen)
  }
  if (skipWhenEmpty) return undefined
  const chosen = await choose()
  const pick = pickIssue({
    ...request,
    issues: (await sources.offers()).map((it) => narrow(it, chosen)),
  })
  return pick && tell(pick, chosen)
}

/**
 * All issues since the digest before. If the archive ends before that, the same number of days up to its end, unless the
 * chat has seen of them.
 * @param newest day of the newest issue
 * @returns undefined if digests come daily, or there is no more than one issue
 */
async function prepareRoundUp(
  sources: Pick<EditionSources, 'issue' | 'roundUp'>,
  { subscription: { weekdays, topics, length }, shown, today, dueDay = today }: EditionRequest,
  newest: string,
  choose: (days: Days) => Promise<Chosen | undefined>,
): Promise<Edition | undefined> {
  const since = daysSinceLast(weekdays, dueDay)
  if (!since) return undefined
  const isOver = newest < since.from
  const wanted = eachDay(since).length
  const days = isOver ? { from: addDays(newest, 1 - wanted), to: newest } : since
  const hasSeen = async (day: string) => (await sources.issue(day)).some(({ id }) => shown.has(id))
  if (isOver && (await hasSeen(newest))) return undefined
  const dates: string[] = []
  for (const day of eachDay(days)) if ((await sources.issue(day)).length > 0) dates.push(day)
  // The issue of the day before may have come after the digest of that day.
  const before = addDays(days.from, -1)
  if (!isOver && shown.size > 0 && (await sources.issue(before)).length > 0 && !(await hasSeen(before)))
    dates.unshift(before)
  if (dates.length < 2) return undefined
  const chosen = await choose({ from: dates[0] ?? days.from, to: days.to })
  if (chosen?.size === 0) return undefined
  const digest = await sources.roundUp({ dates, chosen, topics, length })
  if (digest.sections.length === 0) return undefined
  return { kind: wanted >= 7 ? 'week' : 'days', startsOver: false, digest }
}

const narrow = (offer: IssueOffer, chosen: Chosen | undefined): IssueOffer =>
  chosen ? Object.assign({}, offer, { ids: offer.ids.filter((id) => chosen.has(id)) }) : offer
