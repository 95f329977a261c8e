import type { SearchEngine } from '../search/index.ts'
import type { Archive } from '../store/index.ts'
import { chooseByTopics, type TopicScope } from './choose-by-topics.ts'
import { composeDigest } from './compose-digest.ts'
import { listOffers } from './list-offers.ts'
import {
  type ComposeRequest,
  type Edition,
  type EditionRequest,
  prepareEdition,
  type RoundUpRequest,
} from './prepare-edition.ts'
import { newestDate, readIssue } from './read-issue.ts'
import { remember } from './remember.ts'
import { composeRoundUp } from './round-up/compose-round-up.ts'

/** Whole issues that are kept: those of a week, and a few that chats re-read at the same time. */
const ISSUES = 16
/** Round-ups that are kept. */
const ROUND_UPS = 50
/** Digests, and choices of topics, that are kept: some kilobytes each. */
const DIGESTS = 500

/** Makes the editions of a while. */
export interface Editor {
  /**
   * The digest of a chat for today; see {@link prepareEdition}.
   * @returns undefined if nothing is to be sent: nothing is new and the chat wants no more, or nothing matches
   */
  prepare(request: EditionRequest): Promise<Edition | undefined>
}

/**
 * What is the same for several chats is read, searched and composed once. An editor knows the archive as it was when
 * it was first asked: take a new one after a minute or so.
 */
export function createEditor({
  archive,
  search,
}: {
  readonly archive: Archive
  readonly search: SearchEngine
}): Editor {
  const issue = remember(
    ISSUES,
    (date: string) => date,
    (date) => readIssue(archive, date),
  )
  const newest = remember(
    1,
    () => '',
    () => newestDate(archive),
  )
  const offers = remember(
    1,
    () => '',
    () => listOffers(archive),
  )
  const choose = remember(
    DIGESTS,
    ({ topics, days, today }: TopicScope & { readonly topics: readonly string[] }) =>
      JSON.stringify([topics, days, today]),
    ({ topics, ...scope }) => chooseByTopics(search, topics, scope),
  )
  const compose = remember(
    DIGESTS,
    ({ pick, topics, length }: ComposeRequest) =>
      JSON.stringify([pick.date, topics, length, [...pick.ids].toSorted()]),
    async ({ pick, chosen, length }) => {
      const { date, ids } = pick
      // What has no date is no issue, and stands for itself.
      const articles =
        date === undefined ? (await archive.getMany(ids)).filter((it) => it !== undefined) : await issue(date)
      const chosenFor = new Map(ids.map((id) => [id, chosen?.get(id) ?? []]))
      return composeDigest(articles, { date, length, chosenFor })
    },
  )
  const roundUp = remember(
    ROUND_UPS,
    ({ dates, topics, length }: RoundUpRequest) => JSON.stringify([dates, topics, length]),
    async ({ dates, chosen, length }) => {
      const issues = await Promise.all(dates.map(async (date) => ({ date, articles: await issue(date) })))
      return composeRoundUp(issues, { length, chosenFor: chosen, wording: search })
    },
  )
  const sources = {
    newest: () => newest(undefined),
    offers: () => offers(undefined),
    issue,
    choose,
    compose,
    roundUp,
  }
  return { prepare: (request) => prepareEdition(sources, request) }
}
