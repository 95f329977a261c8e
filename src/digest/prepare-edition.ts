import type { Article, ArticleId } from '../domain/index.ts'
import type { Subscription } from '../store/index.ts'
import type { TopicScope } from './choose-by-topics.ts'
import type { DayDigest } from './digest.ts'
import { type IssueOffer, type IssuePick, pickIssue } from './pick-issue.ts'

/** What a chat is given on a day. */
export interface Edition {
  /** A new issue that is not of this day is only the newest one (`newestIssue`); `ofDay`: somebody asked for that day. */
  readonly kind: IssuePick['kind'] | 'newestIssue' | 'ofDay'
  /** With this edition a new round through the archive begins: what the chat has been shown is to be forgotten. */
  readonly startsOver: boolean
  /** Never without stories. */
  readonly digest: DayDigest
}

/** For whom the digest is, and on which day. */
export interface EditionRequest {
  readonly subscription: Pick<Subscription, 'chatId' | 'topics' | 'length' | 'skipWhenEmpty'>
  /** What the chat has been shown in this round. */
  readonly shown: ReadonlySet<ArticleId>
  /** The day where the chat lives, `YYYY-MM-DD`. */
  readonly today: string
}

/** Articles that topics choose, each with the topics that chose it. */
type Chosen = ReadonlyMap<ArticleId, readonly string[]>

/** An issue of which a digest is to be made. */
export interface ComposeRequest extends Pick<EditionRequest['subscription'], 'topics' | 'length'> {
  readonly pick: IssuePick
  readonly chosen: Chosen | undefined
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
}

/**
 * The digest of a chat for today: of the newest issue if it is new, else of what the archive has and the chat has
 * not seen; see {@link pickIssue}.
 */
export async function prepareEdition(
  sources: EditionSources,
  { subscription, shown, today }: EditionRequest,
): Promise<Edition | undefined> {
  const { chatId, topics, length, skipWhenEmpty } = subscription
  const request = { shown, today, seed: `${chatId}` }
  const choose = async (date?: string): Promise<Chosen | undefined> =>
    topics.length === 0 ? undefined : sources.choose({ topics, ...(date !== undefined && { date }), today })
  const tell = async (pick: IssuePick, chosen: Chosen | undefined): Promise<Edition> => ({
    kind: pick.kind === 'newIssue' && pick.date !== today ? 'newestIssue' : pick.kind,
    startsOver: pick.startsOver,
    digest: await sources.compose({ pick, chosen, topics, length }),
  })

  const date = await sources.newest()
  if (date !== undefined) {
    const chosen = await choose(date)
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

const narrow = (offer: IssueOffer, chosen: Chosen | undefined): IssueOffer =>
  chosen ? Object.assign({}, offer, { ids: offer.ids.filter((id) => chosen.has(id)) }) : offer
