import { createHash } from 'node:crypto'
import { parseQuery } from '../../search/index.ts'

/** Topics that a subscription may have, and UTF-16 units of one: more is no question but a text. */
export const MOST_TOPICS = 20
/** Longest topic, in UTF-16 units. */
export const TOPIC_LENGTH = 120

/** What is wrong with a topic; what is right is a query of search that asks for something. */
export type TopicProblem =
  | { readonly kind: 'emptyTopic' }
  | { readonly kind: 'longTopic' }
  /** Nothing but marks, or words that are not wanted. */
  | { readonly kind: 'vagueTopic'; readonly text: string }
  | { readonly kind: 'tooManyTopics' }

/**
 * Checks that a topic is a query that finds something definite.
 * @returns `undefined` if the topic can be searched for
 */
export function problemOf(topic: string): TopicProblem | undefined {
  if (topic.trim() === '') return { kind: 'emptyTopic' }
  if (topic.length > TOPIC_LENGTH) return { kind: 'longTopic' }
  const isVague = parseQuery(topic).problems.some(({ kind }) => kind === 'nothingAsked')
  return isVague ? { kind: 'vagueTopic', text: topic } : undefined
}

/** The topics that somebody names in one breath: 体育和国际 are two, 战争与和平 is one. */
export function topicsIn(text: string): readonly string[] {
  if (text === '') return []
  const several = text.split(/[和跟、，,]|以及/u).map((it) => it.trim())
  return several.every((it) => it.length > 1) ? several : [text]
}

/** The query that chooses a section of the paper; undefined for a name that no query can hold. */
export function topicOf(section: string): string | undefined {
  const topic = `栏目:"${section}"`
  return /["＂]/u.test(section) || problemOf(topic) ? undefined : topic
}

/** The section that a topic chooses, if it was made by {@link topicOf}. */
export const sectionOf = (topic: string): string | undefined => /^栏目:"([^"]+)"$/u.exec(topic)?.[1]

/** What a button calls a topic: eight characters made of it, whatever its length. */
export const markOf = (topic: string): string =>
  createHash('sha256').update(topic.toWellFormed()).digest('hex').slice(0, 8)
