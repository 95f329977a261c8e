// How often the chat guesses right what messages of writers are about that knew nothing of its rules, each without having learnt
// from them, and how many searches are taken for orders:
//   npm run bench:talk -- ARTICLES.jsonl.gz
import { chancesOf, type Intent, type IntentTable } from '../../src/chat/orders/intents/guess-intent.ts'
import { featuresOf } from '../../src/chat/orders/intents/message-features.ts'
import { LEAST } from '../../src/chat/orders/read-guess.ts'
import { makeExamples } from './examples.ts'
import { readMessages, readWriter } from './labelled.ts'
import { KEEP, learnIntents } from './learn.ts'
import { learntOf, leftOf, readSearches } from './searches.ts'

/** Whom the table in use has learnt from, and who came after it. */
const LEARNT = ['writer-a.tsv', 'writer-b.tsv'] as const
const WRITERS = [...LEARNT, 'writer-c.tsv'] as const

const [articles] = process.argv.slice(2)
if (articles === undefined) throw new Error('Name the file of articles whose headlines are searched for')
const searches = readSearches(articles)
for (const writer of WRITERS) {
  const others = LEARNT.filter((it) => it !== writer)
  const messages = [...readMessages(), ...others.flatMap((it) => readWriter(it))]
  const { table } = learnIntents(makeExamples(messages, learntOf(searches), searches), KEEP)
  const written = readWriter(writer).filter(({ intent }) => intent !== 'follow-up')
  const orders = written.filter(({ intent }) => intent !== 'none')
  const right = orders.filter(({ text, intent }) => guessOf(text, table) === intent).length
  const searched = orders.filter(({ text }) => guessOf(text, table) === undefined).length
  const asked = written.filter(({ intent }) => intent === 'none')
  const left = leftOf(searches)
  process.stdout.write(
    `${writer}: of ${orders.length} messages ${share(right, orders.length)} right, ${share(searched, orders.length)} searched for; ` +
      `taken for orders: ${countOrders(asked, table)} of ${asked.length} searches of the writer, ` +
      `${countOrders(
        left.map((text) => ({ text })),
        table,
      )} of ${left.length} headlines and questions\n`,
  )
}

function guessOf(text: string, table: IntentTable): Intent | undefined {
  const [intent, chance] = chancesOf(featuresOf(text), table)[0] ?? ['none', 1]
  return intent === 'none' || intent === 'follow-up' || chance < LEAST ? undefined : intent
}

function countOrders(asked: readonly { readonly text: string }[], table: IntentTable): number {
  return asked.filter(({ text }) => guessOf(text, table) !== undefined).length
}

function share(part: number, whole: number): string {
  return (part / whole).toFixed(2)
}
