import type { Article, ArticleId } from '../domain/index.ts'
import type { SearchEngine } from '../search/index.ts'
import type { Archive, Subscription } from '../store/index.ts'
import { chooseByTopics } from './choose-by-topics.ts'
import { composeDigest } from './compose-digest.ts'
import type { DayDigest } from './digest.ts'
import { type IssueOffer, type IssuePick, pickIssue } from './pick-issue.ts'
import { newestDate, readIssue } from './read-issue.ts'

/** What a chat is given on a day. */
export interface Edition {
  readonly kind: IssuePick['kind']
  /** With this edition a new round through the archive begins: what the chat has been shown is to be forgotten. */
  readonly startsOver: boolean
  /** Never without stories. */
  readonly digest: DayDigest
}

export interface EditionRequest {
  readonly subscription: Pick<Subscription, 'chatId' | 'topics' | 'length' | 'skipWhenEmpty'>
  /** What the chat has been shown in this round. */
  readonly shown: ReadonlySet<ArticleId>
  /** The day where the chat lives, `YYYY-MM-DD`. */
  readonly today: string
  /** Of `listOffers`; asked only where nothing is new. */
  readonly offers: () => Promise<readonly IssueOffer[]>
}

type Chosen = ReadonlyMap<ArticleId, readonly string[]>

/**
 * The digest of a chat for today: of the newest issue where it is new, else of what the archive has and the chat has
 * not seen; see {@link pickIssue}.
 * @returns undefined where nothing is to be sent: nothing is new and the chat wants no more, or nothing matches
 */
export async function prepareEdition(
  { archive, search }: { readonly archive: Archive; readonly search: SearchEngine },
  { subscription, shown, today, offers }: EditionRequest,
): Promise<Edition | undefined> {
  const { chatId, topics, length, skipWhenEmpty } = subscription
  const request = { shown, today, seed: `${chatId}` }
  const choose = async (date?: string): Promise<Chosen | undefined> =>
    topics.length === 0
      ? undefined
      : chooseByTopics(search, topics, { ...(date !== undefined && { date }), today })
  const tell = (pick: IssuePick, articles: readonly Article[], chosen: Chosen | undefined): Edition => ({
    kind: pick.kind,
    startsOver: pick.startsOver,
    digest: composeDigest(articles, {
      date: pick.date,
      length,
      chosenFor: new Map(pick.ids.map((id) => [id, chosen?.get(id) ?? []])),
    }),
  })

  const date = await newestDate(archive)
  if (date !== undefined) {
    const articles = await readIssue(archive, date)
    const chosen = await choose(date)
    const offer = narrow({ date, ids: articles.map(({ id }) => id) }, chosen)
    const pick = pickIssue({ ...request, issues: [offer], newOnly: true })
    if (pick) return tell(pick, articles, chosen)
  }
  if (skipWhenEmpty) return undefined
  const chosen = await choose()
  const pick = pickIssue({ ...request, issues: (await offers()).map((it) => narrow(it, chosen)) })
  return pick && tell(pick, await readPicked(archive, pick), chosen)
}

const narrow = (offer: IssueOffer, chosen: Chosen | undefined): IssueOffer =>
  chosen ? Object.assign({}, offer, { ids: offer.ids.filter((id) => chosen.has(id)) }) : offer

/** The whole issue, among which its stories are ranked; what has no date is no issue, and stands for itself. */
async function readPicked(archive: Archive, { date, ids }: IssuePick): Promise<readonly Article[]> {
  if (date !== undefined) return readIssue(archive, date)
  return (await archive.getMany(ids)).filter((it) => it !== undefined)
}
