// Learns what messages are about, and writes the table that `guess-intent` reads:
//   npm run fit:intents -- ARTICLES.jsonl.gz [WRITER.tsv…]
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { INTENTS } from '../../src/chat/orders/intents/guess-intent.ts'
import { makeExamples } from './examples.ts'
import { readMessages, readWriter } from './labelled.ts'
import { KEEP, learnIntents } from './learn.ts'
import { learntOf, readSearches } from './searches.ts'

const TABLE = join(import.meta.dirname, '../../src/chat/orders/intents')

const [articles, ...writers] = process.argv.slice(2)
if (articles === undefined) throw new Error('Name the file of articles whose headlines are searched for')
const searches = readSearches(articles)
const messages = [...readMessages(), ...writers.flatMap((it) => readWriter(it))]
const { features, table } = learnIntents(makeExamples(messages, learntOf(searches), searches), KEEP)
const bytes = Buffer.alloc(4 + table.weights.length)
bytes.writeFloatLE(table.scale)
bytes.set(new Uint8Array(table.weights.buffer), 4)
writeFileSync(join(TABLE, 'features.txt'), `${features.join('\n')}\n`)
writeFileSync(join(TABLE, 'weights.bin'), bytes)
process.stdout.write(
  `${messages.length} messages: ${features.length} features of ${INTENTS.length} intents, ${bytes.length} bytes\n`,
)
