import type { Card } from '../chat/index.ts'
import { payloadOf } from './payload.ts'

/** The same cards go to many who ask the same: they are put into the form of the Bot API once. */
const resultsOfCards = new WeakMap<readonly Card[], readonly object[]>()

/** Cards in the form of the Bot API (`results` of answerInlineQuery). */
export function resultsOf(cards: readonly Card[]): readonly object[] {
  const known = resultsOfCards.get(cards)
  if (known) return known
  const results = cards.map(resultOf)
  resultsOfCards.set(cards, results)
  return results
}

const resultOf = ({ id, title, description, message }: Card) => {
  const { text, reply_markup, ...form } = payloadOf(message)
  return {
    type: 'article',
    id,
    title,
    description,
    input_message_content: { message_text: text, ...form },
    reply_markup,
  }
}
