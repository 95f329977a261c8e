import type { TopicWord } from '../../src/answers/topic-words.ts'

/** A word of a topic that the archive knows, with no other forms. */
export const topicWordOf = (text: string, more: Partial<TopicWord> = {}): TopicWord => ({
  forms: [{ text, worth: 1 }],
  related: [],
  parts: [],
  isWord: true,
  isLoose: false,
  isKnown: true,
  weight: 1,
  ...more,
})
