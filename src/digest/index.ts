/** Articles + subscription → the pick of the day. */
export { chooseByTopics } from './choose-by-topics.ts'
export { composeDigest, type DigestOptions, rankByProminence } from './compose-digest.ts'
export { articleIdsOf, type DayDigest, type DigestSection, type Story } from './digest.ts'
export { type IssueOffer, type IssuePick, type PickRequest, pickIssue } from './pick-issue.ts'
export type { ProminenceWeights } from './prominence.ts'
export { newestDate, readIssue } from './read-issue.ts'
