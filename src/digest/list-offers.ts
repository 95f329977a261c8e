import type { Archive } from '../store/index.ts'
import type { IssueOffer } from './pick-issue.ts'

/** All issues with the ids of all their articles, newest first. */
export const listOffers = async (archive: Archive): Promise<readonly IssueOffer[]> =>
  (await archive.idsByDay()).map(({ issueDate, ids }) =>
    issueDate === undefined ? { ids } : { date: issueDate, ids },
  )
