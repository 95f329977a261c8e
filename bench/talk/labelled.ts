import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { INTENTS, type Intent } from '../../src/chat/orders/intents/guess-intent.ts'

/** A message and what it wants. */
export interface Labelled {
  readonly intent: Intent
  readonly text: string
  /** How much it counts. */
  readonly weight: number
}

const linesOf = (file: string): readonly string[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .split('\n')
    .filter((it) => it !== '' && !it.startsWith('#'))

/** What the writers call a search or a question is nothing that the chat does: `none`. */
function intentOf(label: string): Intent {
  const intent = INTENTS.find((it) => it === label)
  if (intent !== undefined) return intent
  if (label === 'search' || label === 'question') return 'none'
  throw new Error(`No intent is called ${label}`)
}

/** The messages that were made for learning: an intent a line, then its messages between bars. */
export const readMessages = (): readonly Labelled[] =>
  linesOf('messages.txt').flatMap((line) => {
    const at = line.indexOf(':')
    const intent = intentOf(line.slice(0, at))
    return line
      .slice(at + 1)
      .split('|')
      .map((text) => ({ intent, text: text.trim(), weight: 1 }))
  })

/** A message as a writer noted it, with the question before where it needs one. */
export interface Written extends Labelled {
  readonly label: string
  /** Empty if there is none. */
  readonly before: string
}

/** The messages of a writer who knew nothing of the rules: label, message and question before, between tabs. */
export const readWriter = (file: string): readonly Written[] =>
  linesOf(file).map((line) => {
    const [label = '', text = '', before = ''] = line.split('\t')
    return { intent: intentOf(label), label, text, weight: 1, before }
  })
